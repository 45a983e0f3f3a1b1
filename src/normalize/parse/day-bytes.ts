/**
 * The commonest shapes of dates, read straight from UTF-8 bytes: a million of them cost a tenth of what they cost as
 * strings. Anything else answers NO_READING and is read as text, so a shape that is missing here costs time, never a
 * value.
 */
import { type CivilDay, civilDay, daysInMonth } from '../../model/civil-day.js';

/** "Read it as text": no day is this. */
export const NO_READING = Number.NEGATIVE_INFINITY;

const ZERO = 0x30;
const MINUS = 0x2d;
const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;

/** How a date is packed into a whole number: the year, four bits of the month, five of the day. */
const MONTH_BITS = 9;
const DAY_BITS = 5;

/** `2024-01-31`, alone or with a time that has no offset, from 1500 on (earlier years are Jalali ones). */
export function dayInBytes(bytes: Uint8Array, start: number, end: number): CivilDay {
  const date = dateInBytes(bytes, start, end);
  return date < 0 ? NO_READING : civilDay(date >> MONTH_BITS, (date >> DAY_BITS) & 15, date & 31);
}

/** The same as one whole number, of year, month and day; −1 for what only the text says. */
function dateInBytes(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 10 || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return -1;
  const y1 = (bytes[start] as number) - ZERO;
  const y2 = (bytes[start + 1] as number) - ZERO;
  const y3 = (bytes[start + 2] as number) - ZERO;
  const y4 = (bytes[start + 3] as number) - ZERO;
  const m1 = (bytes[start + 5] as number) - ZERO;
  const m2 = (bytes[start + 6] as number) - ZERO;
  const d1 = (bytes[start + 8] as number) - ZERO;
  const d2 = (bytes[start + 9] as number) - ZERO;
  // Negative where one of them is below 0 or above 9.
  const low = y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2;
  const high = (9 - y1) | (9 - y2) | (9 - y3) | (9 - y4) | (9 - m1) | (9 - m2) | (9 - d1) | (9 - d2);
  if ((low | high) < 0) return -1;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (year < 1500 || month < 1 || month > 12 || day < 1) return -1;
  if (day > 28 && day > daysInMonth(year, month)) return -1;
  if (length > 10 && !isPlainTime(bytes, start + 10, end)) return -1;
  return (year << MONTH_BITS) | (month << DAY_BITS) | day;
}

/** ` 08:15`, `T08:15:30`: hours and minutes that exist, no offset, no AM or PM. */
function isPlainTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 6 && length !== 9) return false;
  if (bytes[start] !== SPACE && bytes[start] !== LETTER_T) return false;
  if (bytes[start + 3] !== COLON) return false;
  const h1 = (bytes[start + 1] as number) - ZERO;
  const h2 = (bytes[start + 2] as number) - ZERO;
  const m1 = (bytes[start + 4] as number) - ZERO;
  const m2 = (bytes[start + 5] as number) - ZERO;
  if ((h1 | h2 | m1 | m2 | (2 - h1) | (9 - h2) | (5 - m1) | (9 - m2)) < 0 || h1 * 10 + h2 > 23) return false;
  if (length === 6) return true;
  const s1 = (bytes[start + 7] as number) - ZERO;
  const s2 = (bytes[start + 8] as number) - ZERO;
  return bytes[start + 6] === COLON && (s1 | s2 | (5 - s1) | (9 - s2)) >= 0;
}

/** The years of nearly all dates: the day that their months begin with is worked out once for a column. */
const [FIRST_YEAR, YEARS] = [1900, 256];

/**
 * The days of many cells: cell i is bytes[offsets[i] … offsets[i + 1]]. Its day is put in `days`, which is left as it is
 * for an empty cell; `unread` is put for what only the text says. Returns how many of them there are, and how many are
 * empty.
 */
export function daysInBytes(
  bytes: Uint8Array,
  offsets: Uint32Array,
  days: Int32Array,
  unread: number,
): { readonly unread: number; readonly empty: number } {
  const firsts = new Int32Array(YEARS << 4);
  let [others, empty] = [0, 0];
  let end = offsets[0] as number;
  for (let cell = 0; cell < days.length; cell++) {
    const start = end;
    end = offsets[cell + 1] as number;
    if (start === end) {
      empty++;
      continue;
    }
    const date = dateInBytes(bytes, start, end);
    if (date < 0) {
      days[cell] = unread;
      others++;
      continue;
    }
    const month = date >> DAY_BITS;
    const at = month - (FIRST_YEAR << 4);
    if (at < 0 || at >= firsts.length) {
      days[cell] = civilDay(month >> 4, month & 15, date & 31);
      continue;
    }
    let first = firsts[at] as number;
    if (first === 0) {
      first = civilDay(month >> 4, month & 15, 1);
      firsts[at] = first;
    }
    days[cell] = first + (date & 31) - 1;
  }
  return { unread: others, empty };
}
