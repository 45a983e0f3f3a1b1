/** Texts of cells that hold numbers, as xlsx-numbers.ts has them, where they are not as they stand in the sheet. */

/** Number formats of styles: a day or a time, as it is written, anything else. */
export const PLAIN: u32 = 0;
export const DATE: u32 = 1;

/** Bytes that the text of a day and its time may take. */
export const DATE_BYTES: usize = 32;

/** Behind the day that never was, and the last one of four digits. */
const FIRST_SERIAL: u64 = 61;
const LAST_SERIAL: u64 = 2_957_003;
const SECONDS: f64 = 86_400;
/** Nearer to half a second than this, the last digits of the number decide. */
const DOUBT: f64 = 0.001;
/** Digits of a fraction that are looked at: more say nothing of a second. */
const MOST_DIGITS: u32 = 15;
const ZERO: u32 = 0x30;
const MINUS: u32 = 0x2d;
const EXACT_DIGITS: usize = 15;

/** Civil day 0 (1970-01-01) is this serial. */
let epoch: i32 = 25_569;

export function startTexts(is1904: bool): void {
  epoch = is1904 ? 24_107 : 25_569;
}

/** Writes the day of a serial without a time; its length, 0 where it is left to others. */
export function writeDate(serial: u64, to: usize): u32 {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return 0;
  writeDay(<i32>serial - epoch, to);
  return 10;
}

/** The same of digits with a point among them. */
export function writeTime(from: usize, point: usize, end: usize, to: usize): u32 {
  if (point === from || point - from > 7 || point + 1 === end) return 0;
  let serial: u64 = 0;
  for (let at = from; at < point; at++) serial = serial * 10 + <u64>(<u32>load<u8>(at) - ZERO);
  let fraction: f64 = 0;
  let scale: f64 = 1;
  let digits: u32 = 0;
  for (let at = point + 1; at < end && digits < MOST_DIGITS; at++, digits++) {
    fraction = fraction * 10 + <f64>(<u32>load<u8>(at) - ZERO);
    scale *= 10;
  }
  const exact = (fraction / scale) * SECONDS;
  const whole = Math.floor(exact);
  const rest = exact - whole;
  if (Math.abs(rest - 0.5) < DOUBT) return 0;
  let seconds = <u32>whole + (rest > 0.5 ? 1 : 0);
  if (seconds === <u32>SECONDS) {
    serial++;
    seconds = 0;
  }
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return 0;
  writeDay(<i32>serial - epoch, to);
  if (seconds === 0) return 10;
  store<u8>(to, 0x20, 10);
  writePair(seconds / 3600, to + 11);
  store<u8>(to, 0x3a, 13);
  writePair((seconds / 60) % 60, to + 14);
  store<u8>(to, 0x3a, 16);
  writePair(seconds % 60, to + 17);
  return 19;
}

/** The inverse of `civilDay` in days.ts (Howard Hinnant, civil_from_days). */
function writeDay(civil: i32, to: usize): void {
  const days = <u32>(civil + 719_468);
  const era = days / 146_097;
  const dayOfEra = days - era * 146_097;
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const monthFromMarch = (5 * dayOfYear + 2) / 153;
  const day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  writePair(year / 100, to);
  writePair(year % 100, to + 2);
  store<u8>(to, <u8>MINUS, 4);
  writePair(month, to + 5);
  store<u8>(to, <u8>MINUS, 7);
  writePair(day, to + 8);
}

function writePair(value: u32, to: usize): void {
  store<u8>(to, <u8>(ZERO + value / 10));
  store<u8>(to, <u8>(ZERO + (value % 10)), 1);
}

/**
 * Whether a number of digits, at most one point and a minus in front is written as JavaScript would write it: `-12.5`, not
 * `012`, `.5`, `1.50`, `-0`.
 *
 * @param point 0 = there is none
 */
export function isShortest(from: usize, point: usize, end: usize): bool {
  const negative = <u32>load<u8>(from) === MINUS;
  const first = negative ? from + 1 : from;
  const digits = end - first - (point === 0 ? 0 : 1);
  const wholeEnd = point === 0 ? end : point;
  if (digits > EXACT_DIGITS || wholeEnd === first) return false;
  if (<u32>load<u8>(first) === ZERO) {
    if (wholeEnd > first + 1) return false;
    if (point === 0) return !negative;
    // Below a millionth JavaScript writes an exponent.
    let zeros = point + 1;
    while (zeros < end && <u32>load<u8>(zeros) === ZERO) zeros++;
    if (zeros - point > 6) return false;
  }
  return point === 0 || (point < end - 1 && <u32>load<u8>(end - 1) !== ZERO);
}
