import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { PlacedBytes } from '../../src/load/placed-bytes.js';
import { PlacedRecords } from '../../src/load/placed-records.js';
import { placedFile } from '../support/placed-file.js';

const decoder = new TextDecoder();
const NOWHERE = 0xffff_ffff;
const LINE_ENDS = ['\n', '\r\n', '\r'];

afterEach(() => vi.restoreAllMocks());

interface Table {
  readonly records: PlacedRecords;
  readonly cells: readonly (readonly string[])[];
  readonly size: number;
}

/** A file of records, of which every few it is told where they begin; some rows between are none of its. */
function tableOf(rows: readonly (readonly string[])[], every: number, end = '\n', gap = Number.NaN): Table {
  const begins: number[] = [];
  const cells: (readonly string[])[] = [];
  let content = '\ufeffHead\n';
  let since = 0;
  for (const [index, row] of rows.entries()) {
    if (index % gap === gap - 1) {
      begins.push(cells.length, NOWHERE);
      cells.push([]);
      content += `left out${end}`;
      since = 0;
    }
    if (since++ % every === 0) begins.push(cells.length, Buffer.byteLength(content));
    cells.push(row);
    const written = row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    content += `${written.join(',')}${index === rows.length - 1 ? '' : end}`;
  }
  const records = new PlacedRecords(placedFile(content), Uint32Array.from(begins));
  return { records, cells, size: Buffer.byteLength(content) };
}

const textOf = ({ records }: Table, row: number, column: number): string => decoder.decode(records.cell(row, column));

/** Records of three cells, one of which may be large. */
function rowsOf(count: number, noteOf: (row: number) => string): string[][] {
  return Array.from({ length: count }, (_, row) => [noteOf(row), `Cell ${row}`, `last, ${row}`]);
}

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof UserError ? [error.code, error.args] : error;
  }
  return null;
};
const CHANGED = ['changed_while_reading', { file: 'deals.csv' }];
const NOTES = ['', 'a', 'a "word"', 'one, two', 'one\ntwo\r\nthree', 'یادداشت', '""', 'x'.repeat(300)];

describe('records of a file', () => {
  it('have the cells that stand there, in any order', () => {
    const note = fc.oneof(
      fc.constantFrom(...NOTES),
      fc.integer({ min: 0, max: 30_000 }).map((size) => 'n'.repeat(size)),
    );
    fc.assert(
      fc.property(
        fc.array(note, { minLength: 1, maxLength: 90 }),
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom(...LINE_ENDS),
        fc.integer({ min: 2, max: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 60 }),
        (notes, every, end, gap, asked) => {
          const rows = rowsOf(notes.length, (row) => notes[row] ?? '');
          const table = tableOf(rows, every, end, gap);
          for (const [place, column] of asked) {
            const row = place % table.cells.length;
            const cell = table.cells[row]?.[column];
            // Of a cell with doubled quotes more would have to be done than to read it.
            if (cell === undefined || cell.includes('"'))
              expect(refusal(() => textOf(table, row, column))).toEqual(CHANGED);
            else expect(textOf(table, row, column)).toBe(cell);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are read once where they are asked for one after the other, and twice where each is compared with the one above', () => {
    const rows = rowsOf(20_000, (row) => `a note ${'of words '.repeat(row % 20)}`);
    const table = tableOf(rows, 16);
    const reads = vi.spyOn(PlacedBytes.prototype, 'read');
    const bytesRead = (): number => reads.mock.results.reduce((sum, { value }) => sum + Number(value), 0);
    for (const [row] of rows.entries()) expect(textOf(table, row, 1)).toBe(`Cell ${row}`);
    expect(bytesRead()).toBeGreaterThanOrEqual(table.size - 8000);
    expect(bytesRead()).toBeLessThan(1.1 * table.size);
    reads.mockClear();
    for (let row = 1; row < rows.length; row++) {
      expect([row, row - 1].map((one) => textOf(table, one, 1))).toEqual([`Cell ${row}`, `Cell ${row - 1}`]);
    }
    expect(bytesRead()).toBeLessThan(2.3 * table.size);
  });

  it('of which two far apart are compared cell by cell are each read once', () => {
    const table = tableOf(
      rowsOf(20_000, () => 'a note'),
      16,
    );
    const reads = vi.spyOn(PlacedBytes.prototype, 'read');
    for (const column of [0, 1, 2]) for (const row of [17, 19_000]) textOf(table, row, column);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('may be longer than what is read at once', () => {
    const table = tableOf(
      rowsOf(40, (row) => (row % 7 === 3 ? 'y'.repeat(1_000_000) : 'short')),
      16,
    );
    for (const row of [39, 3, 4, 10, 0, 38]) {
      expect([0, 1, 2].map((column) => textOf(table, row, column))).toEqual(table.cells[row]);
    }
  });

  it.each([
    ['was written on', (path: string) => appendFileSync(path, 'more')],
    ['was made shorter', (path: string) => truncateSync(path, 20)],
    ['went', (path: string) => rmSync(path)],
  ])('are none where the file %s', (_, change) => {
    const content = 'a,2024-01-01,b\n'.repeat(2000);
    const file = placedFile(content);
    const records = new PlacedRecords(file, Uint32Array.of(0, 0));
    expect(decoder.decode(records.cell(3, 1))).toBe('2024-01-01');
    change(file.path);
    expect(refusal(() => new PlacedRecords(file, Uint32Array.of(0, 0)).cell(3, 1))).toEqual(CHANGED);
  });

  it('are none of rows and columns that there are not, and of no quote that ends', () => {
    const records = new PlacedRecords(placedFile('a,b\nc,d'), Uint32Array.of(1, 0));
    expect(decoder.decode(records.cell(2, 1))).toBe('d');
    for (const [row, column] of [
      [0, 0],
      [1, 2],
      [3, 0],
    ] as const) {
      expect(refusal(() => records.cell(row, column))).toEqual(CHANGED);
    }
    expect(decoder.decode(records.cell(1, 0))).toBe('a');
    expect(refusal(() => new PlacedRecords(placedFile('a,"b\n'), Uint32Array.of(0, 0)).cell(0, 1))).toEqual(CHANGED);
  });
});
