/**
 * The commonest shapes of cells, read straight from a plain column's UTF-8 bytes: a million dates and amounts cost a
 * tenth of what they cost as strings. Anything else answers NO_READING and is read as text, so a shape that is missing
 * here costs time, never a value.
 */
import { type CivilDay, civilDay, daysInMonth } from '../../model/civil-day.js';

/** "Read it as text": no day and no amount is this. */
export const NO_READING = Number.NEGATIVE_INFINITY;

/** The sign that stands for US dollars where no letter is before it. */
export const DOLLAR = 0x24;
const COMMA = 0x2c;
const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;

function digit(byte: number | undefined): number {
  const value = (byte ?? 0) - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = digit(bytes[at]);
  const ones = digit(bytes[at + 1]);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** `2024-01-31`, alone or with a time that has no offset, from 1500 on (earlier years are Jalali ones). */
export function dayInBytes(bytes: Uint8Array, start: number, end: number): CivilDay {
  const length = end - start;
  if (length < 10 || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return NO_READING;
  const century = twoDigits(bytes, start);
  const inCentury = twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (century < 15 || inCentury < 0 || month < 1 || month > 12 || day < 1) return NO_READING;
  const year = century * 100 + inCentury;
  if (day > 28 && day > daysInMonth(year, month)) return NO_READING;
  if (length > 10 && !isPlainTime(bytes, start + 10, end)) return NO_READING;
  return civilDay(year, month, day);
}

/** ` 08:15`, `T08:15:30`: hours and minutes that exist, no offset, no AM or PM. */
function isPlainTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 6 && length !== 9) return false;
  if (bytes[start] !== SPACE && bytes[start] !== LETTER_T) return false;
  const hour = twoDigits(bytes, start + 1);
  const minute = twoDigits(bytes, start + 4);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || bytes[start + 3] !== COLON) return false;
  if (length === 6) return true;
  const second = twoDigits(bytes, start + 7);
  return bytes[start + 6] === COLON && second >= 0 && second <= 59;
}

/** Powers of ten up to which a whole number divided by them is correctly rounded (both are exact doubles). */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const;
/** Fifteen digits are exact in a double. */
const MOST_DIGITS = 15;

/** `-1234.5`: digits with at most one point, at most fifteen of them. */
export function numberInBytes(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === POINT) {
      if (decimals >= 0 || digits === 0) return NO_READING;
      decimals = 0;
      continue;
    }
    const one = digit(byte);
    if (one < 0) return NO_READING;
    value = value * 10 + one;
    digits++;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0) return NO_READING;
  if (decimals > 0) {
    const power = POWERS[decimals];
    if (power === undefined) return NO_READING;
    value /= power;
  }
  return negative && value !== 0 ? -value : value;
}

/**
 * `12345.67` and `$12,345.67`: a plain number, or one whose thousands are grouped by commas, with or without a dollar
 * sign in front. Its point is a decimal one.
 */
export function moneyInBytes(bytes: Uint8Array, start: number, end: number): number {
  const from = bytes[start] === DOLLAR ? start + 1 : start;
  let value = 0;
  let digits = 0;
  let group = -1;
  let decimals = -1;
  let at = from;
  const negative = at === start && bytes[at] === MINUS;
  if (negative) at++;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    const one = byte - ZERO;
    if (one >= 0 && one <= 9) {
      value = value * 10 + one;
      digits++;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (byte === POINT) {
      if (decimals >= 0 || digits === 0 || (group >= 0 && group !== 3)) return NO_READING;
      decimals = 0;
    } else if (byte === COMMA) {
      if (negative || decimals >= 0 || digits === 0 || (group < 0 ? digits > 3 : group !== 3)) return NO_READING;
      group = 0;
    } else return NO_READING;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0) return NO_READING;
  if (decimals < 0 && group >= 0 && group !== 3) return NO_READING;
  if (decimals > 0) {
    const power = POWERS[decimals];
    if (power === undefined) return NO_READING;
    value /= power;
  }
  return negative && value !== 0 ? -value : value;
}

/** Whether a cell is a dollar amount that says by itself what its point is: `$12,345.67`, `$950.5`; not `$1,234`. */
export function showsPoint(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== DOLLAR || moneyInBytes(bytes, start, end) === NO_READING) return false;
  const point = bytes.indexOf(POINT, start);
  if (point < 0 || point >= end) return false;
  const comma = bytes.indexOf(COMMA, start);
  return (comma >= 0 && comma < end) || end - point - 1 !== 3;
}

/** What a plain number says of how its column is written: digits before the separator, and after it (−1 = none). */
export function numberShape(bytes: Uint8Array, start: number, end: number): { whole: number; decimals: number } | null {
  let at = start;
  if (bytes[at] === MINUS) at++;
  let whole = 0;
  for (; at < end && digit(bytes[at]) >= 0; at++) whole++;
  if (whole === 0) return null;
  if (at === end) return { whole, decimals: -1 };
  if (bytes[at] !== POINT) return null;
  let decimals = 0;
  for (at++; at < end && digit(bytes[at]) >= 0; at++) decimals++;
  return at === end && decimals > 0 ? { whole, decimals } : null;
}
