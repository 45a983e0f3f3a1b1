import { describe, expect, it } from 'vitest';
import { delimiterText, detectDialect, isPlain } from '../../src/load/dialect.js';

const dialectOf = (text: string, named?: string) => detectDialect(text, true, named);

describe('the dialect of a text', () => {
  it('is plain in nearly every file', () => {
    const dialect = dialectOf('id,name\nD1,"Alpha, Inc"\n');
    expect(dialect).toEqual({ delimiter: ',', quote: '"', padded: false, backslash: false, aligned: false });
    expect([isPlain(dialect), delimiterText(dialect)]).toEqual([true, ',']);
  });

  it('may have a space behind every delimiter', () => {
    const dialect = dialectOf('id, name, x\nD1, "Alpha,Inc", \nD2, Beta, 5\n');
    expect(dialect).toEqual({ delimiter: ',', quote: '"', padded: true, backslash: false, aligned: false });
    expect([isPlain(dialect), delimiterText(dialect)]).toEqual([false, ', ']);
  });

  it('has no such space where only some delimiters have one', () => {
    expect(dialectOf('id,name, note\nD1,Alpha, x\nD2,Beta, y\n').padded).toBe(false);
  });

  it('may quote with apostrophes', () => {
    expect(dialectOf("'id';'name'\n'1';'O''Brien; Sons'\n")).toEqual({
      delimiter: ';',
      quote: "'",
      padded: false,
      backslash: false,
      aligned: false,
    });
  });

  it.each([
    ['an apostrophe against formulas', "id,change\nD1,'-500\nD2,'+5\n"],
    ['apostrophes in words', "id,name\nD1,O'Brien\nD2,rock 'n' roll\n"],
    ['double quotes beside', 'id,name\n"D1",\'tis\'\n"D2",\'a\'\n'],
    ['a single cell', "id,name\nD1,'Alpha'\n"],
  ])('does not quote with apostrophes for %s', (_, text) => {
    expect(dialectOf(text).quote).toBe('"');
  });

  it('may escape quotes with backslashes', () => {
    expect(dialectOf('id,note\n1,"He said \\"hi, you\\", twice"\n2,"C:\\\\x"\n')).toMatchObject({ backslash: true });
  });

  it.each([
    ['a path before a closing quote', 'id,path\n1,"C:\\temp\\"\n2,x\n'],
    ['quotes that are out of place anyway', 'id,note\n1,5\\" pipe"x\n2,"a"b"\n'],
  ])('does not escape with backslashes for %s', (_, text) => {
    expect(dialectOf(text).backslash).toBe(false);
  });

  it('may separate with spaces, when nearly all records agree', () => {
    expect(dialectOf('id name amount\nD1 Alpha 5\nD2 "Beta Inc" 6\n').delimiter).toBe(' ');
  });

  it.each([
    ['text of one column', 'note\nthree words here\nfour five six\n'],
    ['names of one column', 'Full name\nSara Ahmadi\nOmid Karimi\n'],
    ['sentences above data', 'Report of deals\nid,amount\nD1,5\nD2,6\n'],
    ['a table of another delimiter', 'deal id;deal name;big amount\na b;c d;e 5\na b;c d;e 6\n'],
    ['words without data', 'a b c\nd e f\ng h i\n'],
  ])('does not separate with spaces for %s', (_, text) => {
    expect(dialectOf(text).delimiter).not.toBe(' ');
  });

  it('may align its columns with spaces', () => {
    const log =
      ' 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118 10 1029.73\r\n 21    0002 19970101  3    6.34\r\n';
    for (const dialect of [dialectOf(log), dialectOf(log, ' ')]) {
      expect(dialect).toMatchObject({ delimiter: ' ', aligned: true });
      expect([isPlain(dialect), delimiterText(dialect)]).toEqual([false, ' ']);
    }
    expect(dialectOf('Deal   Stage  Amount\nAlpha  Won        50\nBeta   Lost      700\n').aligned).toBe(true);
  });

  it.each([
    ['an empty cell between two spaces', 'id name amount\nD1 Alpha 5\nD2  6\nD3 Beta 7\n'.repeat(9)],
    ['names of two words', 'Deal          Amount  Day\nAlpha Inc         50  x\nBeta             700  y\n'],
    ['indented text', 'Notes:\n  first thing 1\n  second thing to do 2\n  third 3\n'],
    ['a comma between', 'id,  name,  amount\nD1,  Alpha,  5\nD2,  Beta,  6\n'],
  ])('does not align its columns for %s', (_, text) => {
    expect(dialectOf(text).aligned).toBe(false);
  });

  it('obeys the delimiter that the user names, with the space that belongs to it', () => {
    expect(dialectOf('id;a,b\n1;2\n', ',')).toEqual({
      delimiter: ',',
      quote: '"',
      padded: false,
      backslash: false,
      aligned: false,
    });
    expect(dialectOf('id,a\n1, 2\n', ', ')).toEqual({
      delimiter: ',',
      quote: '"',
      padded: true,
      backslash: false,
      aligned: false,
    });
    expect(dialectOf('id a\n1 2\n', ' ')).toEqual({
      delimiter: ' ',
      quote: '"',
      padded: false,
      backslash: false,
      aligned: false,
    });
  });
});
