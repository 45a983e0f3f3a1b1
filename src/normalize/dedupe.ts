import { cellText, forEachCell, type PlainColumn, type TextColumn } from '../model/text-column.js';
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
