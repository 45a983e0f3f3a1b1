import { NO_DAY } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import { OPEN } from '../model/outcome.js';
import { type DictionaryColumn, forEachCell, type PlainColumn, type TextColumn } from '../model/text-column.js';

/** A row that repeats another one's id. Both are row numbers before any row is dropped. */
export interface Repeat {
  readonly kept: number;
  readonly dropped: number;
}

/**
 * Of rows with the same id one counts: the newest modified; without dates a closed one before an open one; else the
 * last in the files. Rows without an id are never repeats. Ids are compared with their case: Salesforce's 15-character
 * ids differ by case alone. Rows for which `counts` is false are passed over.
 */
export function findRepeats(
  ids: TextColumn,
  outcome: Uint8Array,
  modified: DayColumn | undefined,
  counts: (row: number) => boolean = () => true,
): Repeat[] {
  const seen = ids.kind === 'plain' ? seenByBytes(ids) : seenByCode(ids);
  const repeats: Repeat[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (!counts(row)) continue;
    const earlier = seen.earlier(row);
    if (earlier < 0) continue;
    const newer = prefer(row, earlier, outcome, modified);
    repeats.push(newer ? { kept: row, dropped: earlier } : { kept: earlier, dropped: row });
    if (newer) seen.replace(row);
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

/** The row that holds the same id already, asked row by row in order. */
interface Seen {
  /** −1 for an empty id, and for one that is seen for the first time (this row then holds it). */
  earlier(row: number): number;
  /** From now on the given row, asked about last, holds its id. */
  replace(row: number): void;
}

function seenByCode(ids: DictionaryColumn): Seen {
  // Values that differ by outer white space are one id.
  const first = new Map<string, number>();
  const idOf = ids.values.map((value, code) => {
    const id = value.trim();
    if (id === '') return -1;
    const known = first.get(id);
    if (known === undefined) first.set(id, code);
    return known ?? code;
  });
  const holder = new Int32Array(ids.values.length).fill(-1);
  const id = (row: number): number => idOf[ids.codes[row] ?? 0] ?? -1;
  return {
    earlier(row) {
      const code = id(row);
      if (code < 0) return -1;
      const earlier = holder[code] ?? -1;
      if (earlier < 0) holder[code] = row;
      return earlier;
    },
    replace(row) {
      holder[id(row)] = row;
    },
  };
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): good enough where equal hashes are compared byte by byte. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** An open-addressing table of rows, at most half full, over the bytes of the column itself: no string per id. */
function seenByBytes(ids: PlainColumn): Seen {
  const { bytes, offsets } = ids;
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, ids.length * 2)));
  const slots = new Int32Array(size).fill(-1);
  const startOf = (row: number): number => {
    let at = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? at;
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++;
    return at;
  };
  const endOf = (row: number, start: number): number => {
    let end = offsets[row + 1] ?? start;
    while (end > start && (bytes[end - 1] ?? 0) <= 0x20) end--;
    return end;
  };
  let slot = 0;
  return {
    earlier(row) {
      const start = startOf(row);
      const end = endOf(row, start);
      if (start === end) return -1;
      let hash = FNV_OFFSET;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
      hash ^= hash >>> 15;
      for (slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
        const other = slots[slot] ?? -1;
        if (other < 0) {
          slots[slot] = row;
          return -1;
        }
        const otherStart = startOf(other);
        if (sameBytes(bytes, start, end, otherStart, endOf(other, otherStart))) return other;
      }
    },
    replace(row) {
      slots[slot] = row;
    },
  };
}

function sameBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== bytes[otherStart + at - start]) return false;
  return true;
}

function prefer(later: number, earlier: number, outcome: Uint8Array, modified: DayColumn | undefined): boolean {
  const a = modified?.[later] ?? NO_DAY;
  const b = modified?.[earlier] ?? NO_DAY;
  if (a !== b) return a > b;
  const closedLater = outcome[later] !== OPEN;
  const closedEarlier = outcome[earlier] !== OPEN;
  return closedLater !== closedEarlier ? closedLater : true;
}

/** A number as a spreadsheet shows one that is too long for it: `4.2E+17`. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Spreadsheets keep fifteen or sixteen digits and write 0 for the rest. */
const CUT = /^\d{15,16}0{2,}$/;
/** Ids that end in two zeros by chance are one in a hundred; past this share of the long ones a spreadsheet did it. */
const CUT_SHARE = 0.9;

/**
 * Ids that a spreadsheet has destroyed: different deals carry the same one, so that they identify nothing. Returns
 * how many, 0 for a sound column.
 */
export function damagedIds(ids: TextColumn): number {
  let scientific = 0;
  let long = 0;
  let cut = 0;
  forEachCell(ids, (text, count) => {
    if (text.length < 5) return;
    const id = text.trim();
    if (SCIENTIFIC.test(id)) scientific += count;
    else if (/^\d{17,}$/.test(id)) {
      long += count;
      if (CUT.test(id)) cut += count;
    }
  });
  const truncated = cut > 1 && cut >= long * CUT_SHARE ? cut : 0;
  return scientific + truncated;
}
