import { describe, expect, it } from 'vitest';
import { detectDelimiter, separatorLine } from '../../src/load/delimiter.js';

describe('the delimiter', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2\n', ';'],
    ['a;b\n1,5;2,5\n2,5;3,5\n', ';'],
    ['a\tb, c\n"x, y"\t2\n', '\t'],
    ['name\tnote\nDoe, Jane\ta, b\nRoe, Rick\tc, d\n', '\t'],
    ['a|b|c\n1,2|3;4|5\n', '|'],
    ['Report\n\nid,name,amount\n1,"x; y; z",5\n', ','],
    ['a,b\n"1;2;3;4\n5;6;7;8",x\n', ','],
    ['amount\n5\n6\n', ','],
    ['id;name\n1;"a, b, c"\n2;"d, e, f"\n', ';'],
    ['', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text, true)).toBe(delimiter);
  });

  it('is found in the beginning of a record that is longer than what was read', () => {
    expect(detectDelimiter('a;b;c;d;e', false)).toBe(';');
  });

  it.each([
    ['sep=;\r\na;b', ';', 7],
    ['SEP=|\na', '|', 6],
    ['"sep=,"\na', ',', 8],
    ['sep=\t\na', '\t', 6],
  ])('is ordered by the first line of %j', (text, delimiter, length) => {
    expect(separatorLine(text)).toEqual({ delimiter, length });
  });

  it('is not ordered by a header that begins with sep', () => {
    expect(separatorLine('separator,b\n')).toBeNull();
    expect(separatorLine('sep=ab\n')).toBeNull();
  });
});
