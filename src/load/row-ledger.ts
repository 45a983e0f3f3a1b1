import { PlaceList } from '../model/row-places.js';
import { MOST_PLACES } from './findings.js';
import type { RawTable, SkippedRows, SkipReason } from './raw-table.js';

/** Where every row below the header went: kept, with its place in the file, or left out, with the reason. */
export interface RowLedger {
  keep(row: number, line: number): void;
  skip(reason: SkipReason, row: number): void;
  /** Adds what another part of the file left out, before which there are so many records. */
  absorb(left: readonly SkippedRows[], records: number): void;
  /** Rows kept so far. */
  size(): number;
  finish(): Ledger;
}

export type Ledger = Pick<RawTable, 'size' | 'places' | 'skipped'>;

export function createRowLedger(): RowLedger {
  const kept = new PlaceList();
  const skipped = new Map<SkipReason, { rows: number; places: number[] }>();
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
      kept.add(row, line);
    },
    skip(reason, row) {
      const entry = entryOf(reason);
      entry.rows++;
      if (entry.places.length < MOST_PLACES) entry.places.push(row);
    },
    absorb(left, records) {
      for (const { reason, rows, places } of left) {
        const entry = entryOf(reason);
        entry.rows += rows;
        entry.places.push(...places.slice(0, MOST_PLACES - entry.places.length).map((row) => row + records));
      }
    },
    size: () => kept.size,
    finish: () => ({
      size: kept.size,
      places: kept.finish(),
      skipped: [...skipped].map(([reason, entry]): SkippedRows => ({ reason, ...entry })),
    }),
  };
}
