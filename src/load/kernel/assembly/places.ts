/**
 * Texts that stay in the file: of each the place is kept where it begins there, a word. That is for texts which nobody has to
 * look at, for whatever looks for something odd in a column finds it among the others. What is not odd: see `isCommon`.
 */

/** Of a cell whose text is stored, or that is empty. */
export const NO_PLACE: u32 = 0xffffffff;
/** Bytes of the longest text that stays in the file; of the shortest, for its first three are looked at. */
const LONGEST: usize = 120;

const SPACE: i8 = 0x20;
const LAST_LETTER: i8 = 0x7e;
const QUOTE: i8 = 0x22;
const QUESTION_MARK: i8 = 0x3f;
const LOWER: u32 = 0x20;
const LOWER_LETTERS: u32 = 0x202020;
const THREE: u32 = 0xffffff;

/** Beginnings of words: which halves of their three bytes there are, and words that hold the three, of small letters. */
let halves: usize = 0;
let beginnings: usize = 0;
let beginningsEnd: usize = 0;

/**
 * Says in which words texts are odd, by their first three bytes.
 *
 * @param halvesAt by the low half of the first byte, by its high half, then of the second and the third one: bits of words
 */
export function sieveBy(halvesAt: usize, beginningsAt: usize, count: u32): void {
  halves = halvesAt;
  beginnings = beginningsAt;
  beginningsEnd = beginningsAt + ((<usize>count) << 2);
}

/**
 * Whether a text is like most: short, nothing but printable ASCII with a letter or a digit first, no quote, no question
 * mark, and none of the words that were told begins in it. Of the bytes behind it, any may be read.
 */
export function isCommon(start: usize, length: usize): bool {
  if (length - 1 >= LONGEST) return false;
  const first = <u32>load<u8>(start);
  if ((first | LOWER) - 0x61 >= 26 && first - 0x30 >= 10) return false;
  const low = i8x16.splat(0x0f);
  const low0 = v128.load(halves);
  const high0 = v128.load(halves, 16);
  const low1 = v128.load(halves, 32);
  const high1 = v128.load(halves, 48);
  const low2 = v128.load(halves, 64);
  const high2 = v128.load(halves, 80);
  for (let at = start, end = start + length; at < end; at += 16) {
    const bytes = v128.load(at);
    const rest = end - at;
    const own: u32 = rest >= 16 ? 0xffff : ((<u32>1) << (<u32>rest)) - 1;
    const odd = v128.or(
      v128.or(i8x16.lt_s(bytes, i8x16.splat(SPACE)), i8x16.gt_s(bytes, i8x16.splat(LAST_LETTER))),
      v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(QUESTION_MARK))),
    );
    if ((<u32>i8x16.bitmask(odd) & own) !== 0) return false;
    const second = v128.load(at, 1);
    const third = v128.load(at, 2);
    const words = v128.and(
      v128.and(
        v128.and(i8x16.swizzle(low0, v128.and(bytes, low)), i8x16.swizzle(high0, i8x16.shr_u(bytes, 4))),
        v128.and(i8x16.swizzle(low1, v128.and(second, low)), i8x16.swizzle(high1, i8x16.shr_u(second, 4))),
      ),
      v128.and(i8x16.swizzle(low2, v128.and(third, low)), i8x16.swizzle(high2, i8x16.shr_u(third, 4))),
    );
    if (!v128.any_true(words)) continue;
    let bits = <u32>i8x16.bitmask(i8x16.ne(words, i8x16.splat(0))) & own;
    while (bits !== 0) {
      if (isBeginning(at + <usize>ctz(bits))) return false;
      bits &= bits - 1;
    }
  }
  return true;
}

function isBeginning(at: usize): bool {
  const three = (load<u32>(at) & THREE) | LOWER_LETTERS;
  for (let entry = beginnings; entry < beginningsEnd; entry += 4) if (load<u32>(entry) === three) return true;
  return false;
}
