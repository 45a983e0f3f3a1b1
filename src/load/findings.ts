import type { ReadFinding } from './raw-table.js';

/** Rows named per finding and per reason for skipping; the count is never cut. */
export const MOST_PLACES = 20;

/** Collects what a reader sees that a person should know, one entry per code, in the order first seen. */
export interface FindingLog {
  /**
   * `row` 0 counts without naming a place, `line` 0 is not known. The detail of the first call of a code is kept.
   */
  add(code: ReadFinding['code'], row: number, detail?: string, line?: number): void;
  list(): readonly ReadFinding[];
}

/** A log of a file that is read in parts. */
export interface PartsLog extends FindingLog {
  /** Adds what was seen in another part of the file, before which there are so many records and lines; its own are counted from 0. */
  absorb(findings: readonly ReadFinding[], records: number, lines: number): void;
}

export function createFindingLog(): PartsLog {
  const entries = new Map<ReadFinding['code'], { count: number; places: number[]; lines: number[]; detail: string }>();
  const entryOf = (code: ReadFinding['code'], detail: string) => {
    let entry = entries.get(code);
    if (entry === undefined) {
      entry = { count: 0, places: [], lines: [], detail };
      entries.set(code, entry);
    }
    return entry;
  };
  return {
    add(code, row, detail = '', line = 0) {
      const entry = entryOf(code, detail);
      entry.count++;
      if (row === 0 || entry.places.length >= MOST_PLACES || entry.places.at(-1) === row) return;
      entry.places.push(row);
      entry.lines.push(line);
    },
    absorb(findings, records, before) {
      for (const { code, count, places, lines = [], detail } of findings) {
        const entry = entryOf(code, detail);
        entry.count += count;
        const more = places.slice(0, MOST_PLACES - entry.places.length);
        entry.places.push(...more.map((row) => row + records));
        entry.lines.push(...more.map((_, index) => (lines[index] ?? 0) + before));
      }
    },
    list: () =>
      [...entries].map(([code, { lines, ...entry }]) => ({
        code,
        ...entry,
        ...(lines.some((line) => line > 0) ? { lines } : {}),
      })),
  };
}
