import type { ReadFinding } from './raw-table.js';

/** Rows named per finding and per reason for skipping; the count is never cut. */
export const MOST_PLACES = 20;

/** Collects what a reader sees that a person should know, one entry per code, in the order first seen. */
export interface FindingLog {
  /** `row` 0 counts without naming a place. The detail of the first call of a code is kept. */
  add(code: ReadFinding['code'], row: number, detail?: string): void;
  list(): readonly ReadFinding[];
}

export function createFindingLog(): FindingLog {
  const entries = new Map<ReadFinding['code'], { count: number; places: number[]; detail: string }>();
  return {
    add(code, row, detail = '') {
      let entry = entries.get(code);
      if (entry === undefined) {
        entry = { count: 0, places: [], detail };
        entries.set(code, entry);
      }
      entry.count++;
      if (row > 0 && entry.places.length < MOST_PLACES && entry.places.at(-1) !== row) entry.places.push(row);
    },
    list: () => [...entries].map(([code, entry]) => ({ code, ...entry })),
  };
}
