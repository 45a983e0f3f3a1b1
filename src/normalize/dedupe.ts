import type { RowOrder } from './row-order.js';
import type { SharedIdRows } from './shared-id-rows.js';

/** A row that repeats another one's id. Both are row numbers before any row is dropped. */
export interface Repeat {
  readonly kept: number;
  readonly dropped: number;
}

/**
 * Of rows with the same id one counts: the first in the given order, and of rows that are equal in every field the first
 * in the files: the later one is the repeat. Rows without an id are never repeats. Ids are compared with their case: Salesforce's 15-character ids
 * differ by case alone. Rows that `passed` tells are passed over.
 */
export function findRepeats(
  { rows, ids, firsts }: SharedIdRows,
  order: RowOrder,
  passed: ((row: number) => boolean) | null = null,
): Repeat[] {
  /** The row that counts of each id, so far; −1 = none yet. */
  const counting = Int32Array.from(firsts, (row) => (passed?.(row) ? -1 : row));
  const dropped: number[] = [];
  const numbers: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (passed?.(row)) continue;
    const id = ids[at] as number;
    const earlier = counting[id] as number;
    const counts = earlier < 0 || order.compare(row, earlier) > 0;
    if (counts) counting[id] = row;
    if (earlier < 0) continue;
    dropped.push(counts ? earlier : row);
    numbers.push(id);
  }
  // A row that counted first and was dropped later counts through the one that counts in the end.
  return dropped.map((row, at) => ({ kept: counting[numbers[at] as number] as number, dropped: row }));
}
