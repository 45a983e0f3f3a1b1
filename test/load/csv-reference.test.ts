import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordReader, readRecords } from '../../src/load/csv-reference.js';
import { createFindingLog } from '../../src/load/findings.js';
import type { ReadFinding } from '../../src/load/raw-table.js';
import { cpuTime } from '../support/cpu-time.js';

interface Read {
  readonly records: string[][];
  readonly rows: number[];
  readonly lines: number[];
  readonly findings: readonly ReadFinding[];
}

function tooLong(): never {
  throw new Error('too long');
}

/** Reads a text that comes in the given pieces. */
function read(pieces: readonly string[], delimiter = ','): Read {
  const log = createFindingLog();
  const result = { records: [] as string[][], rows: [] as number[], lines: [] as number[] };
  const feed = createRecordReader({ delimiter, tooLong }, log, (cells, row, line) => {
    result.records.push([...cells]);
    result.rows.push(row);
    result.lines.push(line);
    return true;
  });
  for (const piece of pieces) feed(piece, false);
  feed('', true);
  return { ...result, findings: log.list() };
}

const records = (text: string, delimiter = ','): string[][] => read([text], delimiter).records;
const problems = (text: string): [string, number[]][] =>
  read([text]).findings.map(({ code, places }) => [code, [...places]]);

/** A text cut at the given places. */
function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((cut, index) => text.slice(cuts[index] ?? 0, cut));
}

const cuts = fc.array(fc.nat(10_000), { maxLength: 12 });
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
/** Cells full of what CSV gives a meaning to, and Unicode of every width. */
const cells = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'ب', '€', '😀', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '\0'),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const withoutNul = (cell: string): string => cell.replaceAll('\0', '');

describe('the reference reader', () => {
  it('reads back every table, in every dialect, cut into pieces anywhere', () => {
    const tables = fc.tuple(
      fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      delimiters,
      lineEnds,
      fc.boolean(),
      fc.boolean(),
      cuts,
    );
    fc.assert(
      fc.property(tables, ([table, delimiter, lineEnd, quoteAll, endsWithLineEnd, places]) => {
        const quote = (cell: string): string =>
          quoteAll || /["\r\n,;\t|]|^\s|\s$|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const text =
          table.map((row) => row.map(quote).join(delimiter)).join(lineEnd) + (endsWithLineEnd ? lineEnd : '');
        const result = read(cutAt(text, places), delimiter);
        expect(result.records).toEqual(table.map((row) => row.map(withoutNul)));
        expect(result.findings.filter(({ code }) => code !== 'nul_bytes' && code !== 'encoding_damage')).toEqual([]);
        expect(result.rows).toEqual(table.map((_, index) => index + 1));
        const ends = (row: readonly string[]): number => row.join('').match(/\r\n|\r|\n/g)?.length ?? 0;
        let line = 1;
        for (const [index, row] of table.entries()) {
          expect(result.lines[index]).toBe(line);
          // Two cells side by side cannot make a CRLF of their own: they are counted apart.
          line += 1 + row.reduce((sum, cell) => sum + ends([cell]), 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text the same whether it comes whole or in pieces', () => {
    const alphabet = fc.constantFrom('a', 'b', '"', '"', ',', '\n', '\r', ' ', '""', '",', ',"', '\r\n', '"\n');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), cuts, (text, places) => {
        expect(read(cutAt(text, places))).toEqual(read([text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('loses no letter of any text, however its quotes stand', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd', '"', '"', '"', ',', '\n', ' ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
        expect(
          records(text)
            .flat()
            .join('')
            .replace(/[^a-d]/g, ''),
        ).toBe(text.replace(/[^a-d]/g, ''));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a blank line as a record of one empty cell and no record behind the last line end', () => {
    expect(records('a,b\n\n1,2\n')).toEqual([['a', 'b'], [''], ['1', '2']]);
    expect(records('\n')).toEqual([['']]);
    expect(records('')).toEqual([]);
  });

  it('takes a quoted last cell without a line end', () => {
    expect(records('a,"b"')).toEqual([['a', 'b']]);
    expect(records('a,""')).toEqual([['a', '']]);
    expect(records('""')).toEqual([['']]);
  });

  it('forgives spaces around a quoted cell', () => {
    expect(records('a , "b, c" ,d')).toEqual([['a ', 'b, c', 'd']]);
  });

  it('keeps the cells behind a cell whose quote is never closed', () => {
    const text = 'a,b,c\n1,"open,3\n4,"x, y",6\n7,8,9\n';
    expect(records(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '"open', '3'],
      ['4', 'x, y', '6'],
      ['7', '8', '9'],
    ]);
    expect(problems(text)).toEqual([['unterminated_quote', [2]]]);
  });

  it('names line 5 when the quote on line 5 of 10,000 is never closed, and keeps all rows', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => (index === 4 ? `${index},"x,y` : `${index},x,y`));
    const result = read([lines.join('\n')]);
    expect(result.records.length).toBe(10_000);
    expect(result.records[4]).toEqual(['4', '"x', 'y']);
    expect(result.findings).toEqual([
      { code: 'unterminated_quote', count: 1, places: [5], lines: [5], detail: 'line 5' },
    ]);
  });

  it('does not believe a quoted cell that holds records: two quotes went missing far apart', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index},name,5,note`);
    lines[3] = '3,"name,5,note';
    lines[30] = '30,name",5,note';
    const result = read([lines.join('\n')]);
    expect(result.records.length).toBe(40);
    expect(result.findings.map(({ code, places }) => [code, places])).toEqual([
      ['unterminated_quote', [4]],
      ['stray_quote', [31]],
    ]);
  });

  it('believes a quoted note of many lines', () => {
    const note = 'Dear Sara,\n\nthanks, we will see.\nRegards\n\nOmid, Head of Sales, ACME\n+49 30 1234, ext. 5';
    expect(records(`1,"${note}",x`)).toEqual([['1', note, 'x']]);
  });

  it('counts physical lines through cells that span them', () => {
    expect(read(['a\n"1\n2\r\n3"\nb\n']).lines).toEqual([1, 2, 5]);
  });

  it('takes NULs out of cells and names the rows', () => {
    const { records: read1, findings } = read(['a,b\n1\0,2\n3,4\n']);
    expect(read1[1]).toEqual(['1', '2']);
    expect(findings).toEqual([{ code: 'nul_bytes', count: 1, places: [2], lines: [2], detail: '' }]);
  });

  it('keeps a byte order mark in the middle of a file, wherever the pieces are cut', () => {
    expect(read(['a\n', '\ufeffb\n']).records).toEqual([['a'], ['\ufeffb']]);
  });

  it('reads a cell of five million characters and a million quotes in bounded time', () => {
    const long = 'x'.repeat(5_000_000);
    const quotes = '""'.repeat(1_000_000);
    const text = `a,"${long}"\n"${quotes}",b\n`;
    const pieces = Array.from({ length: Math.ceil(text.length / 500_000) }, (_, index) =>
      text.slice(index * 500_000, (index + 1) * 500_000),
    );
    const started = cpuTime();
    const result = read(pieces);
    expect(result.records.map((row) => row.map((cell) => cell.length))).toEqual([
      [1, 5_000_000],
      [1_000_000, 1],
    ]);
    expect(cpuTime() - started).toBeLessThan(5000);
  });

  it('reads twenty thousand columns', () => {
    const row = Array.from({ length: 20_000 }, (_, index) => String(index));
    expect(records(`${row.join(',')}\n${row.join(',')}`)[1]).toEqual(row);
  });

  it('gives up on a line without an end', async () => {
    async function* endless() {
      for (;;) yield 'x'.repeat(10_000_000);
    }
    await expect(readRecords(endless(), { delimiter: ',', tooLong }, createFindingLog(), () => true)).rejects.toThrow(
      'too long',
    );
  });

  it('stops when the visitor has seen enough', async () => {
    let asked = 0;
    async function* texts() {
      for (;;) {
        asked++;
        yield 'a\nb\n';
      }
    }
    const seen: string[] = [];
    await readRecords(texts(), { delimiter: ',', tooLong }, createFindingLog(), ([cell = '']) => seen.push(cell) < 3);
    expect(seen).toEqual(['a', 'b', 'a']);
    expect(asked).toBe(2);
  });
});
