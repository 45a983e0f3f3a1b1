import { cellText, forEachCell, type PlainColumn, type TextColumn } from '../model/text-column.js';
import type { RowOrder } from './row-order.js';
import { seenIds } from './seen-ids.js';

/** A row that repeats another one's id. Both are row numbers before any row is dropped. */
export interface Repeat {
  readonly kept: number;
  readonly dropped: number;
}

/**
 * Of rows with the same id one counts: the first in the given order, and of rows that are equal in every field the first
 * in the files: the later one is the repeat. Rows without an id are never repeats. Ids are compared with their case: Salesforce's 15-character ids
 * differ by case alone. Rows of which `passed` is not 0 are passed over.
 */
export function findRepeats(ids: TextColumn, order: RowOrder, passed: Uint8Array | null = null): Repeat[] {
  const seen = seenIds(ids);
  const repeats: Repeat[] = [];
  for (let row = seen.next(0, passed); row < ids.length; row = seen.next(row + 1, passed)) {
    const earlier = seen.earlier(row);
    if (earlier < 0) continue;
    const newer = order.compare(row, earlier) > 0;
    repeats.push(newer ? { kept: row, dropped: earlier } : { kept: earlier, dropped: row });
    if (newer) seen.replace(row);
  }
  return repeats.length === 0 ? repeats : whatIsKept(repeats, ids.length);
}

/** The repeats that are left when only the given ones are looked at again: of rows of which `passed` is 0. */
export function repeatsAmong(
  first: readonly Repeat[],
  ids: TextColumn,
  order: RowOrder,
  passed: (row: number) => boolean,
): Repeat[] {
  // A row that repeats no other stays out of it, however few are looked at.
  const others = new Uint8Array(ids.length).fill(1);
  for (const { kept, dropped } of first) {
    others[kept] = passed(kept) ? 1 : 0;
    others[dropped] = passed(dropped) ? 1 : 0;
  }
  return findRepeats(ids, order, others);
}

/**
 * A row kept first and dropped later still counts through the row that replaced it: from the last one back, each finds
 * what replaced it in one step.
 */
function whatIsKept(repeats: readonly Repeat[], size: number): Repeat[] {
  /** One more than the row; 0 = it was not dropped. */
  const finally_ = new Uint32Array(size);
  for (let index = repeats.length - 1; index >= 0; index--) {
    const { kept, dropped } = repeats[index] as Repeat;
    finally_[dropped] = (finally_[kept] as number) || kept + 1;
  }
  return repeats.map(({ dropped }) => ({ kept: (finally_[dropped] as number) - 1, dropped }));
}

/** A number as a spreadsheet shows one that is too long for it: `4.2E+17`. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Spreadsheets keep fifteen or sixteen digits and write 0 for the rest. */
const CUT = /^\d{15,16}0{2,}$/;
/** Ids that end in two zeros by chance are one in a hundred; past this share of the long ones a spreadsheet did it. */
const CUT_SHARE = 0.9;

/** `4E+17`. */
const SHORTEST_DAMAGED = 5;

/** Whether a cell may be a damaged id, by its bytes: it begins with a digit, after white space if any. */
function mayBeDamaged({ bytes, offsets }: PlainColumn, row: number): boolean {
  const start = offsets[row] as number;
  const end = offsets[row + 1] as number;
  if (end - start < SHORTEST_DAMAGED) return false;
  const first = bytes[start] as number;
  // What is no ASCII may be white space.
  return (first >= 0x30 && first <= 0x39) || first <= 0x20 || first >= 0x80;
}

/**
 * Ids that a spreadsheet has destroyed: different deals carry the same one, so that they identify nothing. Returns
 * how many, 0 for a sound column.
 */
export function damagedIds(ids: TextColumn): number {
  let scientific = 0;
  let long = 0;
  let cut = 0;
  const judge = (text: string, count: number): void => {
    if (text.length < SHORTEST_DAMAGED) return;
    const id = text.trim();
    if (SCIENTIFIC.test(id)) scientific += count;
    else if (/^\d{17,}$/.test(id)) {
      long += count;
      if (CUT.test(id)) cut += count;
    }
  };
  if (ids.kind === 'dictionary') forEachCell(ids, judge);
  else {
    for (let row = 0; row < ids.length; row++) if (mayBeDamaged(ids, row)) judge(cellText(ids, row), 1);
  }
  const truncated = cut > 1 && cut >= long * CUT_SHARE ? cut : 0;
  return scientific + truncated;
}
