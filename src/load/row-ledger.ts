import { MOST_PLACES } from './findings.js';
import type { RawTable, SkippedRows, SkipReason } from './raw-table.js';

/** Where every row below the header went: kept, with its place in the file, or left out, with the reason. */
export interface RowLedger {
  keep(row: number, line: number): void;
  skip(reason: SkipReason, row: number): void;
  /** How many rows there will be in all, as far as one can tell: memory is asked for once. */
  expect(rows: number): void;
  /** Adds another part of the file, before which there are so many records and lines. */
  absorb(part: Ledger, records: number, lines: number): void;
  /** Rows kept so far. */
  size(): number;
  finish(): Ledger;
}

export type Ledger = Pick<RawTable, 'size' | 'rowOf' | 'lineOf' | 'skipped'>;

export function createRowLedger(): RowLedger {
  let rowOf = new Uint32Array(1024);
  let lineOf = new Uint32Array(1024);
  let used = 0;
  let expected = 0;
  const skipped = new Map<SkipReason, { rows: number; places: number[] }>();
  const grow = (least: number): void => {
    const length = Math.max(least, used * 2, expected);
    rowOf = longer(rowOf, length);
    lineOf = longer(lineOf, length);
  };
  const entryOf = (reason: SkipReason) => {
    let entry = skipped.get(reason);
    if (entry === undefined) {
      entry = { rows: 0, places: [] };
      skipped.set(reason, entry);
    }
    return entry;
  };
  return {
    keep(row, line) {
      if (used === rowOf.length) grow(0);
      rowOf[used] = row;
      lineOf[used++] = line;
    },
    skip(reason, row) {
      const entry = entryOf(reason);
      entry.rows++;
      if (entry.places.length < MOST_PLACES) entry.places.push(row);
    },
    expect(rows) {
      expected = rows;
    },
    absorb(part, records, lines) {
      if (used + part.size > rowOf.length) grow(used + part.size);
      for (let row = 0; row < part.size; row++) {
        rowOf[used] = (part.rowOf[row] ?? 0) + records;
        lineOf[used++] = (part.lineOf[row] ?? 0) + lines;
      }
      for (const { reason, rows, places } of part.skipped) {
        const entry = entryOf(reason);
        entry.rows += rows;
        entry.places.push(...places.slice(0, MOST_PLACES - entry.places.length).map((row) => row + records));
      }
    },
    size: () => used,
    finish: () => ({
      size: used,
      rowOf: rowOf.subarray(0, used),
      lineOf: lineOf.subarray(0, used),
      skipped: [...skipped].map(([reason, entry]): SkippedRows => ({ reason, ...entry })),
    }),
  };
}

function longer(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
