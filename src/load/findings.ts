import type { ReadFinding } from './raw-table.js';

/** Rows named per finding and per reason for skipping; the count is never cut. */
export const MOST_PLACES = 20;

/** Collects what a reader sees that a person should know, one entry per code, in the order first seen. */
export interface FindingLog {
  /** `row` 0 counts without naming a place. The detail of the first call of a code is kept. */
  add(code: ReadFinding['code'], row: number, detail?: string): void;
  list(): readonly ReadFinding[];
}

/** A log of a file that is read in parts. */
export interface PartsLog extends FindingLog {
  /** Adds what was seen in another part of the file, before which there are so many records. */
  absorb(findings: readonly ReadFinding[], records: number): void;
}

export function createFindingLog(): PartsLog {
  const entries = new Map<ReadFinding['code'], { count: number; places: number[]; detail: string }>();
  const entryOf = (code: ReadFinding['code'], detail: string) => {
    let entry = entries.get(code);
    if (entry === undefined) {
      entry = { count: 0, places: [], detail };
      entries.set(code, entry);
    }
    return entry;
  };
  return {
    add(code, row, detail = '') {
      const entry = entryOf(code, detail);
      entry.count++;
      if (row > 0 && entry.places.length < MOST_PLACES && entry.places.at(-1) !== row) entry.places.push(row);
    },
    absorb(findings, records) {
      for (const { code, count, places, detail } of findings) {
        const entry = entryOf(code, detail);
        entry.count += count;
        entry.places.push(...places.slice(0, MOST_PLACES - entry.places.length).map((row) => row + records));
      }
    },
    list: () => [...entries].map(([code, entry]) => ({ code, ...entry })),
  };
}
