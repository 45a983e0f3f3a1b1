import { describe, expect, it } from 'vitest';
import { createFindingLog } from '../../src/load/findings.js';
import { type Block, createMender } from '../../src/load/mend.js';

function mend(text: string, delimiter = ','): Block | null {
  const mender = createMender(delimiter, 1, createFindingLog(), () => {
    throw new Error('too long');
  });
  return mender.feed(text, true);
}

describe('mending', () => {
  it('passes well-formed text on as it came, without its last line end', () => {
    expect(mend('a,"b, c"\n1,2\n')).toEqual({ text: 'a,"b, c"\n1,2', records: 2, tall: [] });
  });

  it('makes every line end outside quotes a line feed and leaves those inside', () => {
    expect(mend('a\r\nb\r"c\r\nd"\r\n')?.text).toBe('a\nb\n"c\r\nd"');
  });

  it('tells which records span lines', () => {
    expect(mend('a\n"1\n2\n3",x\nb')).toEqual({ text: 'a\n"1\n2\n3",x\nb', records: 3, tall: [1, 2] });
  });

  it.each([
    ['"x"y,1', '"""x""y",1'],
    ['"open,1', '"""open",1'],
    ['"He said "hello, you" to me",1', '"He said ""hello, you"" to me",1'],
    ['"a" ,1', '"a",1'],
    ['  "a, b",1', '"a, b",1'],
    ['5" pipe,1', '5" pipe,1'],
    ['"a""b",1', '"a""b",1'],
  ])('turns %s into %s', (text, mended) => {
    expect(mend(text)?.text).toBe(mended);
  });

  it('does not take a tab for a space where tabs separate', () => {
    expect(mend('a\t"b"\t\tc', '\t')?.text).toBe('a\t"b"\t\tc');
  });

  it('waits for what a piece leaves open, and gives nothing until a record is whole', () => {
    const mender = createMender(',', 1, createFindingLog(), () => {
      throw new Error('too long');
    });
    expect(mender.feed('a,"b', false)).toBeNull();
    expect(mender.feed(' c"', false)).toBeNull();
    expect(mender.feed('\r', false)).toBeNull();
    expect(mender.feed('\nd', false)).toEqual({ text: 'a,"b c"', records: 1, tall: [] });
    expect(mender.feed('', true)).toEqual({ text: 'd', records: 1, tall: [] });
  });
});
