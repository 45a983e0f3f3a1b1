import { describe, expect, it } from 'vitest';
import { DECLINED, MORE, RECORD, RecordScanner, SENTINELS } from '../../src/load/record-scanner.js';

function scanner(text: string, last = true, delimiter = ','): RecordScanner {
  const bytes = Buffer.concat([Buffer.from(text), new Uint8Array(SENTINELS)]);
  const result = new RecordScanner(delimiter);
  result.feed(bytes, bytes.length - SENTINELS, last);
  return result;
}

function records(text: string, delimiter?: string): string[][] {
  const scan = scanner(text, true, delimiter);
  const found: string[][] = [];
  while (scan.next() === RECORD) found.push(Array.from({ length: scan.cells }, (_, cell) => scan.text(cell)));
  return found;
}

describe('the record scanner', () => {
  it('finds cells between delimiters and records between line ends of any kind', () => {
    expect(records('a,b\r\n1,\r,2\n\n3')).toEqual([['a', 'b'], ['1', ''], ['', '2'], [''], ['3']]);
    expect(records('a|b,c', '|')).toEqual([['a', 'b,c']]);
  });

  it('takes quotes off and halves doubled ones', () => {
    expect(records('"a","x ""y"", z","1\r\n2",""\n')).toEqual([['a', 'x "y", z', '1\r\n2', '']]);
  });

  it('counts the line ends inside cells, CRLF once', () => {
    const scan = scanner('"1\n2\r3\r\n4",5\n');
    expect([scan.next(), scan.inner]).toEqual([RECORD, 3]);
  });

  it('asks for more where what follows could change the record', () => {
    for (const text of ['a', 'a,', '"a', '"a"', '"a""', 'a\r', '"a\r']) {
      expect([text, scanner(text, false).next()]).toEqual([text, MORE]);
    }
    for (const text of ['a\n', 'a\r\n', 'a\rb', '"a"\n'])
      expect([text, scanner(text, false).next()]).toEqual([text, RECORD]);
  });

  it('declines quotes out of place and NULs', () => {
    for (const text of ['a"b\n', '"a"b\n', '"a" \n', ' "a"\n', '"a', 'a\0b\n', '"a\0"\n']) {
      expect([text, scanner(text).next()]).toEqual([text, DECLINED]);
    }
  });

  it('declines a quoted cell of seven lines, five of them like records, and takes one of six', () => {
    const cell = (inner: number): string => `"x,5,6\n${'2,y,7\n'.repeat(inner)}3,z"\n`;
    expect(scanner(cell(5)).next()).toBe(DECLINED);
    expect(scanner(cell(4)).next()).toBe(RECORD);
  });

  it('takes more cells than it had room for', () => {
    expect(records(`${','.repeat(999)}\n`)[0]?.length).toBe(1000);
  });
});
