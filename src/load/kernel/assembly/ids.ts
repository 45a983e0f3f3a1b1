import { allocate } from './memory';
import { SLACK } from './text';

/**
 * Ids that are a beginning and a number: `D-00000017`, or 17. What those of a column have in common is their form: a
 * block of words (bytes of the beginning, digits of the number; 0 = as many as it has, without zeros in front), the
 * beginning, and a mask of it. A number is a word then, and its text can be made again, byte for byte.
 */

/** Of a cell that is no such id. */
export const NO_ID: u32 = 0xffffffff;

/** Where the beginning stands in a form, and its mask. */
export const BEGINNING: usize = 16;
const MASK: usize = 32;
const FORM_BYTES: usize = 48 + SLACK;
const LONGEST_BEGINNING: usize = 16;
/** Of so many digits every number is a word. */
export const MOST_DIGITS: usize = 9;
/** Bytes of the longest id, and what may be written behind one. */
export const LONGEST_ID: usize = LONGEST_BEGINNING + MOST_DIGITS;

/** A share of the texts that are looked at, and most of them that are, must be of the form. */
const MOST: f64 = 0.9;
const LOOKED: u32 = 4096;
/** Texts whose form is tried: any of the first ones may be odd. */
const TRIED: u32 = 4;

const ZERO: u32 = 0x30;
const ZEROS: u64 = 0x3030303030303030;
/** ASCII that is no white space. */
const FIRST_LETTER: u32 = 0x21;
const LAST_LETTER: u32 = 0x7e;

/** The form that nearly all of some texts have, which stand one after the other; 0 = there is none. */
export function formOf(bytes: usize, offsets: usize, texts: u32): usize {
  const looked = min(texts, LOOKED);
  let tried: u32 = 0;
  for (let text: u32 = 0; text < looked && tried < TRIED; text++) {
    const entry = offsets + ((<usize>text) << 2);
    const start = <usize>load<u32>(entry);
    const length = <usize>load<u32>(entry, 4) - start;
    if (length === 0) continue;
    tried++;
    // Numbers grow by a digit: without zeros in front they may be of any length.
    let form = formLike(bytes + start, length, false);
    if (form !== 0 && isFormOf(form, bytes, offsets, looked)) return form;
    form = formLike(bytes + start, length, true);
    if (form !== 0 && isFormOf(form, bytes, offsets, looked)) return form;
  }
  return 0;
}

function isFormOf(form: usize, bytes: usize, offsets: usize, texts: u32): bool {
  let filled: u32 = 0;
  let fitting: u32 = 0;
  for (let text: u32 = 0; text < texts; text++) {
    const entry = offsets + ((<usize>text) << 2);
    const start = <usize>load<u32>(entry);
    const length = <usize>load<u32>(entry, 4) - start;
    if (length === 0) continue;
    filled++;
    if (idOf(form, bytes + start, length) !== NO_ID) fitting++;
  }
  return <f64>fitting >= MOST * <f64>filled;
}

/** The form of one text; 0 = it is no such id. */
function formLike(start: usize, length: usize, isFixed: bool): usize {
  let digits: usize = 0;
  while (digits < length && <u32>load<u8>(start + length - digits - 1) - ZERO < 10) digits++;
  if (digits === 0) return 0;
  if (isFixed) digits = min(digits, MOST_DIGITS);
  else if (digits > MOST_DIGITS) return 0;
  const begins = length - digits;
  if (begins > LONGEST_BEGINNING) return 0;
  for (let at: usize = 0; at < begins; at++) {
    const byte = <u32>load<u8>(start + at);
    if (byte > LAST_LETTER || byte < (at === 0 ? FIRST_LETTER : FIRST_LETTER - 1)) return 0;
  }
  const form = allocate(FORM_BYTES);
  memory.fill(form, 0, FORM_BYTES);
  store<u32>(form, <u32>begins);
  store<u32>(form, isFixed ? <u32>digits : 0, 4);
  memory.copy(form + BEGINNING, start, begins);
  memory.fill(form + MASK, 0xff, begins);
  return form;
}

export function isSameForm(one: usize, other: usize): bool {
  return (
    one === other ||
    (load<u64>(one) === load<u64>(other) &&
      !v128.any_true(v128.xor(v128.load(one + BEGINNING), v128.load(other + BEGINNING))))
  );
}

/** The number of an id of a form; NO_ID where a text is none. */
export function idOf(form: usize, start: usize, length: usize): u32 {
  const begins = <usize>load<u32>(form);
  const fixed = <usize>load<u32>(form, 4);
  const digits = length - begins;
  if (length <= begins || digits > MOST_DIGITS) return NO_ID;
  if (fixed !== 0 ? digits !== fixed : digits > 1 && <u32>load<u8>(start + begins) === ZERO) return NO_ID;
  const differing = v128.xor(v128.load(start), v128.load(form + BEGINNING));
  if (v128.any_true(v128.and(differing, v128.load(form + MASK)))) return NO_ID;
  const end = start + length;
  // The last eight bytes; zeros for those before the first digit.
  let word = load<u64>(end - 8);
  if (digits < 8) {
    const bits: u64 = (8 - <u64>digits) << 3;
    word = ((word >> bits) << bits) | (ZEROS >> (64 - bits));
  }
  if (!areDigits(word)) return NO_ID;
  const low = eightDigits(word);
  if (digits < 9) return low;
  const high = <u32>load<u8>(end - 9) - ZERO;
  return high < 10 ? high * 100_000_000 + low : NO_ID;
}

function areDigits(word: u64): bool {
  const high: u64 = 0xf0f0f0f0f0f0f0f0;
  return ((word & high) | (((word + 0x0606060606060606) & high) >> 4)) === 0x3333333333333333;
}

/** Pairs of digits, of pairs, of fours: D. Lemire, "Quickly parsing eight digits" (2018). */
function eightDigits(word: u64): u32 {
  const pairs = ((word & 0x0f0f0f0f0f0f0f0f) * 2561) >> 8;
  const fours = ((pairs & 0x00ff00ff00ff00ff) * 6553601) >> 16;
  return <u32>(((fours & 0x0000ffff0000ffff) * 42949672960001) >> 32);
}

/** Writes the text of an id; its length. Room for LONGEST_ID bytes and SLACK must be there. */
export function writeId(form: usize, id: u32, to: usize): usize {
  const begins = <usize>load<u32>(form);
  const fixed = <usize>load<u32>(form, 4);
  let digits: usize = 1;
  for (let rest = id; rest > 9; rest /= 10) digits++;
  if (fixed !== 0) digits = fixed;
  v128.store(to, v128.load(form + BEGINNING));
  let rest = id;
  for (let at = to + begins + digits - 1; at >= to + begins; at--) {
    store<u8>(at, <u8>(ZERO + (rest % 10)));
    rest /= 10;
  }
  return begins + digits;
}
