import { NO_DAY } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import { OPEN } from '../model/outcome.js';
import { cellText, type TextColumn } from '../model/text-column.js';

/** A row that repeats another one's id. Both are row numbers before any row is dropped. */
export interface Repeat {
  readonly kept: number;
  readonly dropped: number;
}

/**
 * Of rows with the same id one counts: the newest modified; without dates a closed one before an open one; else the
 * last in the files. Rows without an id are never repeats. Ids are compared with their case: Salesforce's 15-character
 * ids differ by case alone.
 */
export function findRepeats(ids: TextColumn, outcome: Uint8Array, modified: DayColumn | undefined): Repeat[] {
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (let row = 0; row < ids.length; row++) {
    const id = cellText(ids, row).trim();
    if (id === '') continue;
    const earlier = seen.get(id);
    if (earlier === undefined) {
      seen.set(id, row);
      continue;
    }
    const newer = prefer(row, earlier, outcome, modified);
    repeats.push(newer ? { kept: row, dropped: earlier } : { kept: earlier, dropped: row });
    if (newer) seen.set(id, row);
  }
  // A row kept first and dropped later still counts through the row that replaced it.
  const finally_ = new Map<number, number>();
  for (const { kept, dropped } of repeats) finally_.set(dropped, kept);
  return repeats.map(({ kept, dropped }) => {
    let last = kept;
    for (let next = finally_.get(last); next !== undefined; next = finally_.get(last)) last = next;
    return { kept: last, dropped };
  });
}

function prefer(later: number, earlier: number, outcome: Uint8Array, modified: DayColumn | undefined): boolean {
  const a = modified?.[later] ?? NO_DAY;
  const b = modified?.[earlier] ?? NO_DAY;
  if (a !== b) return a > b;
  const closedLater = outcome[later] !== OPEN;
  const closedEarlier = outcome[earlier] !== OPEN;
  return closedLater !== closedEarlier ? closedLater : true;
}
