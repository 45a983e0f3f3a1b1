/**
 * The commonest shapes of amounts, read straight from UTF-8 bytes: a million of them cost a tenth of what they cost as
 * strings. Anything else answers NO_READING and is read as text, so a shape that is missing here costs time, never a
 * value.
 */
import type { NumberEvidence } from './number.js';

/** "Read it as text": no amount is this. */
export const NO_READING = Number.NEGATIVE_INFINITY;

/** The sign that stands for US dollars where no letter is before it. */
export const DOLLAR = 0x24;
const COMMA = 0x2c;
const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/** Powers of ten up to which a whole number divided by them is correctly rounded (both are exact doubles). */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const;
/** Fifteen digits are exact in a double. */
const MOST_DIGITS = 15;

/** What is noted of an amount beside its value: its digits before the decimal sign and behind it (−1 = none), its groups. */
const [WHOLE, DECIMALS, GROUPS] = [0, 1, 2];

/**
 * `12345.67` and `$12,345.67`: a plain number, or one whose thousands are grouped by commas, with or without a dollar
 * sign in front. Its point is a decimal one; with `decimal` a comma, the two change places (`12.345,67`). What it looks
 * like is put in `shape`.
 */
export function moneyInBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  decimal: '.' | ',' = '.',
  shape: Int32Array = new Int32Array(3),
): number {
  const point = decimal === '.' ? POINT : COMMA;
  const separator = decimal === '.' ? COMMA : POINT;
  let value = 0;
  let digits = 0;
  let groups = 0;
  let group = -1;
  let decimals = -1;
  let at = bytes[start] === DOLLAR ? start + 1 : start;
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
    } else if (byte === point) {
      if (decimals >= 0 || digits === 0 || (group >= 0 && group !== 3)) return NO_READING;
      decimals = 0;
    } else if (byte === separator) {
      if (negative || decimals >= 0 || digits === 0 || (group < 0 ? digits > 3 : group !== 3)) return NO_READING;
      group = 0;
      groups++;
    } else return NO_READING;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0) return NO_READING;
  if (decimals < 0 && group >= 0 && group !== 3) return NO_READING;
  shape[WHOLE] = decimals < 0 ? digits : digits - decimals;
  shape[DECIMALS] = decimals;
  shape[GROUPS] = groups;
  if (decimals > 0) {
    const power = POWERS[decimals];
    if (power === undefined) return NO_READING;
    value /= power;
  }
  return negative && value !== 0 ? -value : value;
}

/**
 * The amounts of many cells, under a decimal sign: cell i is bytes[offsets[i] … offsets[i + 1]]. An empty cell leaves
 * `values` as it is, `NO_READING` is put for what only the text says. Returns how many of them there are, and how many
 * are empty. What the others say of a column of decimal points is added to `heard`; each stands for `counts` rows, or one.
 */
export function amountsInBytes(
  bytes: Uint8Array,
  offsets: Uint32Array,
  values: Float64Array,
  decimal: '.' | ',',
  counts: Uint32Array | null,
  heard: NumberEvidence | null,
): { readonly unread: number; readonly empty: number } {
  const shape = new Int32Array(3);
  let [unread, empty, dots, commas, eitherDot, eitherComma, unseparated] = [0, 0, 0, 0, 0, 0, 0];
  let end = offsets[0] as number;
  for (let cell = 0; cell < values.length; cell++) {
    const start = end;
    end = offsets[cell + 1] as number;
    if (start === end) {
      empty++;
      continue;
    }
    const value = moneyInBytes(bytes, start, end, decimal, shape);
    values[cell] = value;
    if (value === NO_READING) {
      unread++;
      continue;
    }
    const rows = counts === null ? 1 : (counts[cell] as number);
    const whole = shape[WHOLE] as number;
    const decimals = shape[DECIMALS] as number;
    const groups = shape[GROUPS] as number;
    if (decimals < 0 && groups === 0) {
      if (whole > 3) unseparated += rows;
    } else if (decimals >= 0 ? groups > 0 || decimals !== 3 || whole > 3 : groups > 1) dots += rows;
    else {
      // `1.234` and `1,234`: either may be meant, but `0.123` is a fraction.
      const first = bytes[start] as number;
      const isFraction = (first === DOLLAR || first === MINUS ? bytes[start + 1] : first) === ZERO;
      if (decimals >= 0) {
        if (isFraction) dots += rows;
        else eitherDot += rows;
      } else if (isFraction) commas += rows;
      else eitherComma += rows;
    }
  }
  if (heard !== null) {
    heard.dots += dots;
    heard.commas += commas;
    heard.eitherDot += eitherDot;
    heard.eitherComma += eitherComma;
    heard.unseparated += unseparated;
  }
  return { unread, empty };
}
