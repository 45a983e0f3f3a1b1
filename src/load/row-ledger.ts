import { MOST_PLACES } from './findings.js';
import type { RawTable, SkippedRows, SkipReason } from './raw-table.js';

/** Where every row below the header went: kept, with its place in the file, or left out, with the reason. */
export interface RowLedger {
  keep(row: number, line: number): void;
  skip(reason: SkipReason, row: number): void;
  /** How many rows there will be in all, as far as one can tell: memory is asked for once. */
  expect(rows: number): void;
  /** Adds what another part of the file left out, before which there are so many records. */
  absorb(left: readonly SkippedRows[], records: number): void;
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
  const grow = (): void => {
    const length = Math.max(used * 2, expected);
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
      if (used === rowOf.length) grow();
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
    absorb(left, records) {
      for (const { reason, rows, places } of left) {
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
