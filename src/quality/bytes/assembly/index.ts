/**
 * Cells looked through sixteen bytes at a time. A piece of a column is put into this program's memory, and what was
 * found in it is read there: the memory stays as small as one piece, whatever a column has.
 */

/** Bytes of a piece, at most; as many rows, at most. */
const MOST_BYTES: usize = 0x1_0000;
const MOST_ROWS: usize = 0x4000;
/** What is read behind a piece: bytes of the cells that follow, then zeros. */
const BEHIND: usize = 64;
/** Of a search: by the low and the high half of a byte, which words have such a first, second and third one. */
const HALVES: usize = 0x60;
const HASHES: usize = 0x1000;
const PAIRS: usize = 0x1_0000;
const BYTES: usize = 0x100;

const halves: usize = (__heap_base + 15) & ~15;
const beginnings: usize = halves + HALVES;
const pairs: usize = beginnings + HASHES;
const begins: usize = pairs + PAIRS;
const input: usize = begins + BYTES;
const offsets: usize = input + MOST_BYTES + BEHIND;
const found: usize = offsets + ((MOST_ROWS + 1) << 2) + 12;
const FOUND: u32 = 0x4000;
const end: usize = found + ((<usize>FOUND) << 2);

const QUESTION_MARK: u8 = 0x3f;
const LOWER: u32 = 0x20;

let filled: u32 = 0;
let longest: u32 = 0;
let questions: u32 = 0;
let searchedTo: u32 = 0;

/** Asks for the memory that a piece needs; false where there is none. */
export function hasRoom(): bool {
  const pages = <i32>((end + 0xffff) >> 16);
  const more = pages - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}

export function inputAt(): usize {
  return input;
}

export function offsetsAt(): usize {
  return offsets;
}

export function halvesAt(): usize {
  return halves;
}

export function beginningsAt(): usize {
  return beginnings;
}

export function pairsAt(): usize {
  return pairs;
}

export function beginsAt(): usize {
  return begins;
}

/** What `look` and `search` found: rows, or places in the piece. */
export function foundAt(): usize {
  return found;
}

/** Of all pieces since `startLook`: cells with a byte, bytes of the longest, whether `???` stands anywhere. */
export function cellsFilled(): u32 {
  return filled;
}

export function longestCell(): u32 {
  return longest;
}

export function hasQuestions(): u32 {
  return questions;
}

export function startLook(): void {
  memory.fill(pairs, 0, PAIRS);
  memory.fill(begins, 0, BYTES);
  filled = 0;
  longest = 0;
  questions = 0;
}

/**
 * Looks through the cells of a piece: their shapes, and what in them is not ASCII.
 *
 * @param firstRow of the piece
 * @param rows cells of the piece, whose offsets stand at `offsetsAt`, one more than there are cells
 * @param given bytes of the piece and of what follows
 * @returns how many cells hold a byte beyond ASCII: their rows, ascending, are at `foundAt`
 */
export function look(firstRow: u32, rows: u32, given: u32): u32 {
  memory.fill(input + given, 0, BEHIND - 2);
  const base = load<u32>(offsets);
  let start: usize = 0;
  for (let at = offsets + 4, last = offsets + ((<usize>rows) << 2); at <= last; at += 4) {
    const cellEnd: usize = load<u32>(at) - base;
    if (cellEnd > start) {
      filled++;
      store<u8>(begins + load<u8>(input + start), 1);
      const length = <u32>(cellEnd - start);
      if (length > longest) longest = length;
      start = cellEnd;
    }
  }
  const size = start;
  const marks = i8x16.splat(<i8>QUESTION_MARK);
  let asked = v128.splat<u8>(0);
  let count: u32 = 0;
  let row: u32 = 0;
  let rowEnd: usize = 0;
  for (let at: usize = 0; at < size; at += 16) {
    const bytes = v128.load(input + at);
    const marked = i8x16.eq(bytes, marks);
    if (v128.any_true(marked)) {
      const second = i8x16.eq(v128.load(input + at + 1), marks);
      asked = v128.or(asked, v128.and(v128.and(marked, second), i8x16.eq(v128.load(input + at + 2), marks)));
    }
    let bits = <u32>i8x16.bitmask(bytes);
    while (bits !== 0) {
      const place = at + <usize>ctz(bits);
      bits &= bits - 1;
      if (place >= size) break;
      const pair = ((<u32>load<u8>(input + place)) << 8) | <u32>load<u8>(input + place + 1);
      store<u8>(pairs + pair, 1);
      if (place < rowEnd) continue;
      // The first such byte of its cell.
      do {
        row++;
        rowEnd = load<u32>(offsets + ((<usize>row) << 2)) - base;
      } while (place >= rowEnd);
      store<u32>(found + ((<usize>count) << 2), firstRow + row - 1);
      count++;
    }
  }
  if (v128.any_true(asked)) questions = 1;
  return count;
}

/**
 * Finds where words may begin: by halves of three bytes, sixteen places at once, then by their hash.
 *
 * @param from the first place that is asked about
 * @param size bytes of the piece
 * @param given bytes of the piece and of what follows
 * @returns how many places were found, ascending, at `foundAt`; `reached` tells up to where the piece was searched
 */
export function search(from: u32, size: u32, given: u32): u32 {
  memory.fill(input + given, 0, BEHIND - 2);
  const low = i8x16.splat(0x0f);
  const low0 = v128.load(halves);
  const high0 = v128.load(halves, 16);
  const low1 = v128.load(halves, 32);
  const high1 = v128.load(halves, 48);
  const low2 = v128.load(halves, 64);
  const high2 = v128.load(halves, 80);
  const none = v128.splat<u8>(0);
  let count: u32 = 0;
  for (let at: usize = from; at < size; at += 16) {
    const first = v128.load(input + at);
    const second = v128.load(input + at, 1);
    const third = v128.load(input + at, 2);
    const words = v128.and(
      v128.and(
        v128.and(i8x16.swizzle(low0, v128.and(first, low)), i8x16.swizzle(high0, i8x16.shr_u(first, 4))),
        v128.and(i8x16.swizzle(low1, v128.and(second, low)), i8x16.swizzle(high1, i8x16.shr_u(second, 4))),
      ),
      v128.and(i8x16.swizzle(low2, v128.and(third, low)), i8x16.swizzle(high2, i8x16.shr_u(third, 4))),
    );
    if (!v128.any_true(words)) continue;
    let bits = <u32>i8x16.bitmask(i8x16.ne(words, none));
    while (bits !== 0) {
      const place = at + <usize>ctz(bits);
      bits &= bits - 1;
      if (place >= size) break;
      const hash = hashOf(
        <u32>load<u8>(input + place),
        <u32>load<u8>(input + place, 1),
        <u32>load<u8>(input + place, 2),
      );
      if (load<u8>(beginnings + hash) === 0) continue;
      if (count === FOUND) {
        searchedTo = <u32>place;
        return count;
      }
      store<u32>(found + ((<usize>count) << 2), <u32>place);
      count++;
    }
  }
  searchedTo = size;
  return count;
}

/** Behind the last place that `search` asked about. */
export function reached(): u32 {
  return searchedTo;
}

/** As byte-search.ts has it. */
function hashOf(a: u32, b: u32, c: u32): u32 {
  return (((a | LOWER) * 0x1f1) ^ ((b | LOWER) * 0x3d) ^ ((c | LOWER) * 0x7)) & (<u32>HASHES - 1);
}
