/**
 * Numbers as number-bytes.ts reads them under a decimal point: `12345.67` and `$12,345.67`. What a cell says beside its
 * value is kept, so that its text can be made again: one that says more (`007`, `-0`) is left to its text.
 */

/** Of what a number looks like: one more than its decimals, −1 where it has no decimal point; 0 = there is none. */
const DECIMALS_BITS: u32 = 4;
const HAS_DOLLAR: u32 = 1 << DECIMALS_BITS;
const HAS_GROUPS: u32 = 1 << (DECIMALS_BITS + 1);
/** It is none: only its text says what it is. */
export const NO_NUMBER: u32 = 255;

/** What the digits and signs of a number say of the decimal sign of its column; see number.ts. */
export const TELLS_NOTHING: u32 = 0;
export const TELLS_DOT: u32 = 1;
export const TELLS_COMMA: u32 = 2;
export const EITHER_DOT: u32 = 3;
export const EITHER_COMMA: u32 = 4;
export const UNSEPARATED: u32 = 5;

const MOST_DIGITS: u32 = 15;
const MOST_DECIMALS: i32 = 9;
const DOLLAR: u32 = 0x24;
const COMMA: u32 = 0x2c;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;

const POWERS = memory.data<f64>([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);

let look: u32 = 0;
let tells: u32 = 0;

/** What the number that was read last looks like; NO_NUMBER where there was none. */
export function lookOfNumber(): u32 {
  return look;
}

/** What it says of its column. */
export function whatNumberTells(): u32 {
  return tells;
}

/** The number that a cell holds; NaN for what only its text says. */
export function numberOf(start: usize, length: usize): f64 {
  look = NO_NUMBER;
  const end = start + length;
  const first = <u32>load<u8>(start);
  let at = first === DOLLAR || first === MINUS ? start + 1 : start;
  const negative = first === MINUS;
  const digitsAt = at;
  let value: u64 = 0;
  let digits: u32 = 0;
  let groups: u32 = 0;
  let group: i32 = -1;
  let decimals: i32 = -1;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    const one = byte - ZERO;
    if (one < 10) {
      value = value * 10 + one;
      // Before the value could overflow.
      if (++digits > MOST_DIGITS) return NaN;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (byte === POINT) {
      if (decimals >= 0 || digits === 0 || (group >= 0 && group !== 3)) return NaN;
      decimals = 0;
    } else if (byte === COMMA) {
      if (negative || decimals >= 0 || digits === 0 || (group < 0 ? digits > 3 : group !== 3)) return NaN;
      group = 0;
      groups++;
    } else return NaN;
  }
  if (digits === 0 || decimals === 0 || decimals > MOST_DECIMALS) return NaN;
  if (decimals < 0 && group >= 0 && group !== 3) return NaN;
  const whole = decimals < 0 ? digits : digits - <u32>decimals;
  const isFraction = <u32>load<u8>(digitsAt) === ZERO;
  if ((isFraction && whole > 1) || (negative && value === 0)) return NaN;
  look = <u32>max(decimals, 0) + 1;
  if (first === DOLLAR) look |= HAS_DOLLAR;
  if (groups > 0) look |= HAS_GROUPS;
  tells = telling(whole, decimals, groups, isFraction);
  const number = <f64>value;
  const scaled = decimals > 0 ? number / load<f64>(POWERS + ((<usize>decimals) << 3)) : number;
  return negative ? -scaled : scaled;
}

function telling(whole: u32, decimals: i32, groups: u32, isFraction: bool): u32 {
  if (decimals < 0 && groups === 0) return whole > 3 ? UNSEPARATED : TELLS_NOTHING;
  if (decimals >= 0 ? groups > 0 || decimals !== 3 || whole > 3 : groups > 1) return TELLS_DOT;
  if (decimals >= 0) return isFraction ? TELLS_DOT : EITHER_DOT;
  return isFraction ? TELLS_COMMA : EITHER_COMMA;
}
