import { allocate } from './memory';

/**
 * Days as day-bytes.ts reads them: `2024-01-31`, alone or with a time that has no offset, from 1500 on. What a cell says
 * beside its day is kept, so that its text can be made again.
 */

/** No day; see civil-day.ts. */
export const NO_DAY: i32 = i32.MIN_VALUE;
/** Of what a cell says beside its day: it has a time, with seconds, behind a `T`; below them the seconds since midnight. */
const HAS_TIME: u32 = 1 << 19;
const HAS_LETTER: u32 = 1 << 18;
const HAS_SECONDS: u32 = 1 << 17;

const FIRST_YEAR: u32 = 1500;
const DATE: usize = 10;
const WITH_MINUTES: usize = 16;
const WITH_SECONDS: usize = 19;

/**
 * Months that were met, by their eight bytes: those, the day before the first one, and how many days it has. Where two
 * want one place, the later has it.
 */
const MONTHS_BITS: u64 = 8;
const MONTH: usize = 16;
const FACTOR: u64 = 0x9e3779b97f4a7c15;
let months: usize = 0;

let time: u32 = 0;

export function startDays(): void {
  if (months !== 0) return;
  const bytes = ((<usize>1) << (<usize>MONTHS_BITS)) * MONTH;
  months = allocate(bytes);
  // Bytes that are all zero are a month of no days.
  memory.fill(months, 0, bytes);
}

/** What the cell said beside the day that was read last; 0 = nothing. */
export function timeOfDay(): u32 {
  return time;
}

/** The day of a cell; NO_DAY for what only its text says. Reads up to 20 bytes from `start` on. */
export function dayOf(start: usize, length: usize): i32 {
  if (length !== WITH_SECONDS && length !== DATE && length !== WITH_MINUTES) return NO_DAY;
  const word = load<u64>(start);
  const month = months + <usize>((word * FACTOR) >> (64 - MONTHS_BITS)) * MONTH;
  if (load<u64>(month) !== word && !meetMonth(month, word)) return NO_DAY;
  // `DD HH:MM`, every byte without what it has to be: digits are 0…9, signs 0.
  const second = load<u64>(start + 8) ^ 0x30303a3030003030;
  if (!areDigits(second & 0xffff)) return NO_DAY;
  const day = at(second, 0) * 10 + at(second, 8);
  if (day - 1 >= load<u32>(month, 12)) return NO_DAY;
  if (length === DATE) time = 0;
  else if (!readTime(start, length, second)) return NO_DAY;
  return load<i32>(month, 8) + <i32>day;
}

/** Puts a month where it is looked for; false when the eight bytes are no `YYYY-MM-`. */
function meetMonth(place: usize, word: u64): bool {
  const first = word ^ 0x2d30302d30303030;
  if ((first & 0xff0000ff00000000) !== 0 || !areDigits(first)) return false;
  const year = at(first, 0) * 1000 + at(first, 8) * 100 + at(first, 16) * 10 + at(first, 24);
  const month = at(first, 40) * 10 + at(first, 48);
  if (year < FIRST_YEAR || month - 1 > 11) return false;
  store<u64>(place, word);
  store<i32>(place, civilDay(year, month, 1) - 1, 8);
  store<u32>(place, daysIn(year, month), 12);
  return true;
}

function readTime(start: usize, length: usize, word: u64): bool {
  const sign = <u32>(word >> 16) & 0xff;
  if (sign !== 0x20 && sign !== 0x54) return false;
  const digits = word & 0xffffffffff000000;
  if ((digits & 0xff0000000000) !== 0 || !areDigits(digits)) return false;
  const hour = at(word, 24) * 10 + at(word, 32);
  const minute = at(word, 48) * 10 + at(word, 56);
  if (hour > 23 || minute > 59) return false;
  let seconds = (hour * 60 + minute) * 60;
  let look: u32 = sign === 0x54 ? HAS_TIME | HAS_LETTER : HAS_TIME;
  if (length === WITH_SECONDS) {
    const last = (load<u32>(start + WITH_MINUTES) & 0xffffff) ^ 0x30303a;
    if ((last & 0xff) !== 0 || !areDigits(<u64>last)) return false;
    const second = at(<u64>last, 8) * 10 + at(<u64>last, 16);
    if (second > 59) return false;
    seconds += second;
    look |= HAS_SECONDS;
  }
  time = look | seconds;
  return true;
}

/** Whether every byte is 0…9. */
function areDigits(word: u64): bool {
  return ((word | (word + 0x0606060606060606)) & 0xf0f0f0f0f0f0f0f0) === 0;
}

function at(word: u64, shift: u64): u32 {
  return <u32>(word >> shift) & 15;
}

function daysIn(year: u32, month: u32): u32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day since 1970 (Howard Hinnant, days_from_civil), as civil-day.ts has it. */
function civilDay(year: u32, month: u32, day: u32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return <i32>(era * 146097 + dayOfEra) - 719468;
}
