import type { IdForm } from '../model/stored-ids.js';
import { cellText, forEachCell, type PlainColumn, type TextColumn } from '../model/text-column.js';

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

/** Whether no id of a form may be damaged: it begins with something else than a digit, or has nine digits at most. */
function isSound({ beginning: [first] }: IdForm): boolean {
  return first === undefined || first < 0x30 || first > 0x39;
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
  else if (ids.stored?.kind === 'ids' && isSound(ids.stored.form)) {
    for (const row of ids.stored.others.rows) judge(cellText(ids, row), 1);
  } else {
    for (let row = 0; row < ids.length; row++) if (mayBeDamaged(ids, row)) judge(cellText(ids, row), 1);
  }
  const truncated = cut > 1 && cut >= long * CUT_SHARE ? cut : 0;
  return scientific + truncated;
}
