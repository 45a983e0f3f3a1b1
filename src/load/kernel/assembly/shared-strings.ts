import { PLACE, placed } from './cells';
import { allocate, enlarged } from './memory';

/** The strings that a workbook's cells share: where each stands. Their bytes are in the memory already. */

/** What `scanStrings` ends with: the bytes end before the next string does, or only its caller can read it. */
const MORE: i32 = 0;
const OTHER: i32 = 1;

const LT: u8 = 0x3c;
const GT: u32 = 0x3e;
const SLASH: u32 = 0x2f;
const SPACE: u32 = 0x20;
const AMPERSAND: u8 = 0x26;
const UNDERSCORE: u8 = 0x5f;
const RETURN: u8 = 0x0d;
/** `<si><t`, and what ends a string: `</t></si`. */
const OPEN: u64 = 0x743c3e69733c;
const OPEN_BYTES: usize = 6;
const CLOSE: u64 = 0x69732f3c3e742f3c;
const CLOSE_BYTES: usize = 9;

let table: usize = 0;
let room: u32 = 0;
let count: u32 = 0;
let at: usize = 0;
/** The text that was passed last has entities or escapes, or may have. */
let isSpecial: bool = false;

/** @param expected strings, as far as one can tell */
export function startStrings(expected: u32): void {
  room = max(expected, 1024);
  table = allocate(<usize>room * PLACE);
  count = 0;
}

/** The next string begins here. */
export function goOnWithStrings(next: usize): void {
  at = next;
}

/** Finds strings of the plain make, `<si><t>text</t></si>`, before `end`; 16 bytes behind it may be read. */
export function scanStrings(end: usize): i32 {
  while (true) {
    while (at < end && load<u8>(at) !== LT) at++;
    if (at === end) return MORE;
    // The end of the list is shorter than any string.
    if (at + OPEN_BYTES + 1 + CLOSE_BYTES > end) return OTHER;
    if ((load<u64>(at) & 0xffffffffffff) !== OPEN) return OTHER;
    let start = at + OPEN_BYTES;
    if (<u32>load<u8>(start) !== GT) {
      if (<u32>load<u8>(start) !== SPACE) return OTHER;
      // xml:space: the text is taken as it is anyway.
      while (start < end && <u32>load<u8>(start) !== GT) start++;
      if (start === end) return MORE;
      if (<u32>load<u8>(start - 1) === SLASH) return OTHER;
    }
    start++;
    const to = textEnd(start, end);
    if (to + CLOSE_BYTES > end) return MORE;
    if (isSpecial || load<u64>(to) !== CLOSE || <u32>load<u8>(to, 8) !== GT) return OTHER;
    addString(start, <u32>(to - start));
    at = to + CLOSE_BYTES;
  }
}

/** The first `<` of a text, or some place behind `end`. */
function textEnd(start: usize, end: usize): usize {
  isSpecial = false;
  let to = start;
  for (; to < end; to += 16) {
    const bytes = v128.load(to);
    const ends = <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(LT)));
    const within: u32 = ends === 0 ? 0xffff : (ends & (0 - ends)) - 1;
    const signs = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(AMPERSAND)), i8x16.eq(bytes, i8x16.splat(RETURN))),
      i8x16.eq(bytes, i8x16.splat(UNDERSCORE)),
    );
    if ((<u32>i8x16.bitmask(signs) & within) !== 0) isSpecial = true;
    if (ends !== 0) return to + <usize>ctz(ends);
  }
  return to;
}

export function addString(start: usize, length: u32): void {
  if (count === room) {
    const bytes = <usize>room * PLACE;
    table = enlarged(table, bytes, bytes, bytes * 2);
    room *= 2;
  }
  store<u64>(table + <usize>count * PLACE, placed(start, length));
  count++;
}

/** Where what was not read yet begins. */
export function stringsAt(): usize {
  return at;
}

/** Places of the strings, and how many there are. */
export function stringTable(): usize {
  return table;
}
export function stringCount(): u32 {
  return count;
}
