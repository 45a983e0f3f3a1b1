/**
 * Loops over numbers that run once or twice in a report: what they take in JavaScript is the time until V8 has compiled
 * them, and that of compiling. A piece of an array is put into this program's memory; what is found of the pieces before
 * is kept from call to call.
 */

/** Bytes of a piece, at most. */
const MOST_BYTES: usize = 0x1_0000;
/** Codes of two bytes that there can be. */
const CODES: usize = 0x1_0000;
/** Whole numbers below this are counted. */
const MOST_WHOLE: f64 = 65_536;

const input: usize = (__heap_base + 15) & ~15;
/** By code, 1 where it is looked for. */
const marks: usize = input + MOST_BYTES;
/** Four bytes for each two of a piece. */
const rows: usize = marks + CODES;
const counts: usize = rows + (MOST_BYTES << 1);
const end: usize = counts + ((<usize>MOST_WHOLE) << 2);

/** Asks for all memory that it needs; false where there is none. */
export function start(): bool {
  const more = <i32>((end + 0xffff) >> 16) - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}

export function inputAt(): usize {
  return input;
}

export function marksAt(): usize {
  return marks;
}

export function rowsAt(): usize {
  return rows;
}

export function countsAt(): usize {
  return counts;
}

let total: f64 = 0;
let lost: f64 = 0;

export function startSum(): void {
  total = 0;
  lost = 0;
}

/** Adds numbers up, one after the other, and what rounding takes beside (stats/sum.ts). */
export function addUp(length: u32): void {
  let sum = total;
  let low = lost;
  for (let at = input, last = input + ((<usize>length) << 3); at < last; at += 8) {
    const value = load<f64>(at);
    const next = sum + value;
    const isLess = abs<f64>(sum) < abs<f64>(value);
    low += select<f64>(value, sum, isLess) - next + select<f64>(sum, value, isLess);
    sum = next;
  }
  total = sum;
  lost = low;
}

export function sumFound(): f64 {
  return total + lost;
}

let squares: f64 = 0;
let drift: f64 = 0;

export function startSpread(): void {
  squares = 0;
  drift = 0;
}

/** Adds up how far numbers lie from their mean, and the squares of that. */
export function spread(length: u32, mean: f64): void {
  let far = drift;
  let area = squares;
  for (let at = input, last = input + ((<usize>length) << 3); at < last; at += 8) {
    const deviation = load<f64>(at) - mean;
    area += deviation * deviation;
    far += deviation;
  }
  drift = far;
  squares = area;
}

export function squaresFound(): f64 {
  return squares;
}

export function driftFound(): f64 {
  return drift;
}

/** One more than the largest number that was counted. */
let span: u32 = 0;

export function startWhole(): void {
  memory.fill(counts, 0, (<usize>MOST_WHOLE) << 2);
  span = 0;
}

/** Counts whole numbers from 0 to 65,535; false where one is none, and then nothing of it is worth anything. */
export function countWhole(length: u32): bool {
  let most = span;
  for (let at = input, last = input + ((<usize>length) << 3); at < last; at += 8) {
    const value = load<f64>(at);
    if (!(value >= 0 && value < MOST_WHOLE)) return false;
    const place = <u32>value;
    if (<f64>place !== value) return false;
    const count = counts + ((<usize>place) << 2);
    store<u32>(count, load<u32>(count) + 1);
    if (place >= most) most = place + 1;
  }
  span = most;
  return true;
}

export function wholeSpan(): u32 {
  return span;
}

/**
 * Lists the rows whose code of two bytes is marked, from `rowsAt` on.
 *
 * @param first the row of the first code of the piece
 * @returns how many there are
 */
export function listMarked(length: u32, first: u32): u32 {
  let to = rows;
  for (let at: usize = 0; at < length; at++) {
    store<u32>(to, first + <u32>at);
    to += (<usize>load<u8>(marks + <usize>load<u16>(input + (at << 1)))) << 2;
  }
  return <u32>((to - rows) >> 2);
}
