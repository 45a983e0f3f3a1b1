/**
 * Codes and days counted. A piece of a column is put into this program's memory, which holds the counts, too: it is
 * compiled before it runs, where a loop in JavaScript is when it has counted half a million already.
 */

/** Bytes of a piece, at most. */
const MOST_BYTES: usize = 0x1_0000;
/** Two counts in turn for columns of few codes: of one, each waits until the one before is written. */
const FEW: usize = 0x100;

const input: usize = (__heap_base + 15) & ~15;
/** Days of a piece that there is no count for. */
const odd: usize = input + MOST_BYTES;
const others: usize = odd + MOST_BYTES;
const counts: usize = others + (FEW << 2);

/** Counts that there is memory for. */
let room: u32 = 0;
let oldest: u32 = 0;
let newest: i32 = -1;

/** Asks for memory for so many counts and writes zeros there; false where there is none. */
export function start(distinct: u32): bool {
  const end = counts + ((<usize>distinct) << 2);
  const more = <i32>((end + 0xffff) >> 16) - memory.size();
  if (more > 0 && memory.grow(more) < 0) return false;
  memory.fill(counts, 0, (<usize>distinct) << 2);
  memory.fill(others, 0, FEW << 2);
  room = distinct;
  oldest = distinct;
  newest = -1;
  return true;
}

export function inputAt(): usize {
  return input;
}

export function oddAt(): usize {
  return odd;
}

export function countsAt(): usize {
  return counts;
}

/** Counts codes of a byte each; there must be room for all that a byte can be. */
export function countBytes(length: u32): void {
  const end = input + length;
  let at = input;
  for (; at + 4 <= end; at += 4) {
    const four = load<u32>(at);
    countUp(counts, four & 0xff);
    countUp(others, (four >> 8) & 0xff);
    countUp(counts, (four >> 16) & 0xff);
    countUp(others, four >> 24);
  }
  for (; at < end; at++) countUp(counts, load<u8>(at));
}

/** Puts the two counts of codes of a byte together. */
export function sumBytes(): void {
  for (let at: usize = 0; at < FEW << 2; at += 4) {
    store<u32>(counts + at, load<u32>(counts + at) + load<u32>(others + at));
    store<u32>(others + at, 0);
  }
}

/** Counts codes of two bytes each; there must be room for all that two bytes can be. */
export function countHalves(length: u32): void {
  for (let at = input, end = input + ((<usize>length) << 1); at < end; at += 2) countUp(counts, load<u16>(at));
}

/** Counts codes of four bytes each; those that there is no room for are left out. */
export function countWords(length: u32): void {
  for (let at = input, end = input + ((<usize>length) << 2); at < end; at += 4) {
    const code = load<u32>(at);
    if (code < room) countUp(counts, code);
  }
}

/**
 * Counts days from a first one on; those that there is no room for are copied to `oddAt`.
 *
 * @param none what stands for no day
 * @returns how many were copied
 */
export function countDays(length: u32, firstDay: i32, none: i32): u32 {
  let copied: usize = 0;
  let first = oldest;
  let last = newest;
  for (let at = input, end = input + ((<usize>length) << 2); at < end; at += 4) {
    const day = load<i32>(at);
    // Unsigned, days before the first one are beyond the last one.
    const place = <u32>(day - firstDay);
    if (place < room) {
      countUp(counts, place);
      if (place < first) first = place;
      if (<i32>place > last) last = <i32>place;
    } else if (day !== none) {
      store<i32>(odd + copied, day);
      copied += 4;
    }
  }
  oldest = first;
  newest = last;
  return <u32>(copied >> 2);
}

/** The places of the first and the last day that was counted; the first is behind the last where none was. */
export function oldestDay(): u32 {
  return oldest;
}

export function newestDay(): i32 {
  return newest;
}

function countUp(table: usize, code: u32): void {
  const at = table + ((<usize>code) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
