import type { PlainColumn } from '../model/text-column.js';
import { type Beginnings, visitBeginnings, WORTH_A_PROGRAM } from './bytes/program.js';

/**
 * Words looked for in the bytes of a million cells at once, none of which becomes a string. Of a large column, sixteen
 * places are asked at once whether their first three bytes may be those of a word (bytes/program.ts). Of others, every
 * second pair of bytes is looked up in a table of the pairs that words hold: a word of three bytes has one of its first two
 * pairs there, wherever it begins. What is let through is compared byte by byte.
 */
export interface ByteSearch {
  /** The words as UTF-8, folded where case does not matter. */
  readonly words: readonly Uint8Array[];
  /** How a word may lie at a pair of bytes, by the pair: {@link HERE}, {@link BEFORE}, {@link BEHIND}. */
  readonly pairs: Uint8Array;
  /** Whether a word may begin with three bytes, by their hash; and by their halves, for sixteen places at once. */
  readonly beginnings: Beginnings;
  readonly ignoreCase: boolean;
}

/** The pair is the first one of a word, its second one, or its second byte is the first of a word of two bytes. */
const [HERE, BEFORE, BEHIND] = [1, 2, 4];
const PAIRS = 1 << 16;
const BYTES = 256;
/** A half of a byte has so many values; words are told apart by so many bits. */
const HALF = 16;
const BITS = 8;
const HASHES = 1 << 12;
const LAST_ASCII = 0x7f;
const LOWER = 0x20;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const UTF8 = new TextEncoder();

/** Two bytes as the number that an array of numbers has for them on this machine. */
function pairOf(first: number, second: number): number {
  return LITTLE_ENDIAN ? first | (second << 8) : (first << 8) | second;
}

/** @param words of at least two bytes each; with `ignoreCase`, ASCII letters match in either case */
export function byteSearch(words: readonly string[], ignoreCase = false): ByteSearch {
  const encoded = words.map((word) => UTF8.encode(word));
  const search = {
    words: encoded,
    pairs: new Uint8Array(PAIRS),
    beginnings: { hashes: new Uint8Array(HASHES), halves: new Uint8Array(6 * HALF) },
    ignoreCase,
  };
  const { pairs, beginnings } = search;
  const { hashes, halves } = beginnings;
  /** Words with the same beginning are one. */
  const bits = new Map<string, number>();
  const forms = (byte: number): readonly number[] => {
    const lower = lowered(byte);
    return ignoreCase && isLower(lower) ? [lower, lower - LOWER] : [byte];
  };
  for (const word of search.words) {
    if (ignoreCase)
      word.forEach((byte, at) => {
        word[at] = lowered(byte);
      });
    const [first = 0, second = 0, third] = word;
    const mark = (a: number, b: number, how: number): void => {
      for (const one of forms(a))
        for (const other of forms(b)) pairs[pairOf(one, other)] = (pairs[pairOf(one, other)] as number) | how;
    };
    mark(first, second, HERE);
    if (third !== undefined) mark(second, third, BEFORE);
    for (let any = 0; any < BYTES; any++) {
      if (third === undefined) mark(any, first, BEHIND);
      if (third === undefined || third === any) hashes[hashOf(first, second, any)] = 1;
    }
    const beginning = word.subarray(0, 3).join();
    const bit = bits.get(beginning) ?? 1 << (bits.size % BITS);
    bits.set(beginning, bit);
    [first, second, third].forEach((byte, place) => {
      const at = 2 * HALF * place;
      if (byte === undefined)
        for (let half = 0; half < 2 * HALF; half++) halves[at + half] = (halves[at + half] as number) | bit;
      else
        for (const form of forms(byte)) {
          for (const half of [at + (form & 0xf), at + HALF + (form >> 4)])
            halves[half] = (halves[half] as number) | bit;
        }
    });
  }
  return search;
}

/** The rows of cells in which a word begins, ascending. O(bytes). */
export function rowsHolding(column: PlainColumn, search: ByteSearch, from = WORTH_A_PROGRAM): number[] {
  const { bytes, offsets, length } = column;
  if ((offsets[length] ?? 0) < from) return rowsHoldingByPairs(column, search);
  const rows: number[] = [];
  let row = 0;
  const isSearched = visitBeginnings(column, search.beginnings, (at) => {
    if (!isWordAt(search, bytes, at)) return at + 1;
    row = rowAt(offsets, at, row, length);
    rows.push(row);
    return offsets[row + 1] as number;
  });
  return isSearched ? rows : rowsHoldingByPairs(column, search);
}

/** The same without a program, two bytes at a time. */
function rowsHoldingByPairs({ bytes, offsets, length }: PlainColumn, search: ByteSearch): number[] {
  const { pairs } = search;
  const [start, end] = [offsets[0] ?? 0, offsets[length] ?? 0];
  const rows: number[] = [];
  if (end === 0) return rows;
  // Pairs are read as numbers, which stand at even addresses.
  const odd = bytes.byteOffset & 1;
  const numbers = new Uint16Array(bytes.buffer, bytes.byteOffset + odd, (end - odd) >> 1);
  let [row, from] = [0, start];
  let at = Math.max(0, (start - odd) >> 1);
  let begin = odd === 1 && start === 0 && isBegun(search, bytes, 0) ? 0 : -1;
  for (;;) {
    if (begin >= 0) {
      row = rowAt(offsets, begin, row, length);
      rows.push(row);
      from = offsets[row + 1] as number;
      // The pair that was hit may be that of the next cell's beginning, too.
      at = Math.max(at, (from - odd) >> 1);
    }
    while (at < numbers.length && pairs[numbers[at] as number] === 0) at++;
    if (at >= numbers.length) return rows;
    begin = beginOf(search, bytes, at * 2 + odd, from);
    if (begin < 0) at++;
  }
}

/**
 * Of some rows, those in whose cells a word begins, none of which begins with ASCII. O(bytes of the cells).
 *
 * @param pairs which bytes beyond ASCII stand before which others anywhere: by the first one, above the second one
 */
export function rowsHoldingForeign(
  { bytes, offsets }: PlainColumn,
  rows: ArrayLike<number>,
  pairs: Uint8Array,
  search: ByteSearch,
): number[] {
  const found: number[] = [];
  if (search.words.every(([first = 0, second = 0]) => pairs[(first << 8) | second] === 0)) return found;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = offsets[row + 1] as number;
    let at = offsets[row] as number;
    while (at < end && !((bytes[at] as number) > LAST_ASCII && isBegun(search, bytes, at))) at++;
    if (at < end) found.push(row);
  }
  return found;
}

/** The rows of cells with so many ASCII digits in a row, ascending: a byte in so many is looked at. */
export function rowsOfDigits({ bytes, offsets, length }: PlainColumn, least: number): number[] {
  const end = offsets[length] ?? 0;
  const rows: number[] = [];
  let row = 0;
  let from = offsets[0] ?? 0;
  let at = from + least - 1;
  while (at < end) {
    if (!isDigit(bytes[at])) {
      from = at + 1;
      at += least;
      continue;
    }
    let begin = at;
    while (begin > from && isDigit(bytes[begin - 1])) begin--;
    row = rowAt(offsets, begin, row, length);
    const cellEnd = offsets[row + 1] as number;
    let behind = at + 1;
    while (behind < cellEnd && behind - begin < least && isDigit(bytes[behind])) behind++;
    if (behind > cellEnd) behind = cellEnd;
    if (behind - begin >= least) {
      rows.push(row);
      from = cellEnd;
    } else from = behind;
    at = from + least - 1;
  }
  return rows;
}

/** Where a word begins whose pair stands at a place, not before another; −1 where none does. */
function beginOf(search: ByteSearch, bytes: Uint8Array, at: number, from: number): number {
  const how = search.pairs[pairOf(bytes[at] as number, bytes[at + 1] as number)] as number;
  if ((how & BEFORE) !== 0 && at > from && isBegun(search, bytes, at - 1)) return at - 1;
  if ((how & HERE) !== 0 && at >= from && isBegun(search, bytes, at)) return at;
  return (how & BEHIND) !== 0 && at + 1 >= from && isBegun(search, bytes, at + 1) ? at + 1 : -1;
}

/** Three bytes tell nearly always that none begins there: words are compared elsewhere, so that this is part of the loop. */
function isBegun(search: ByteSearch, bytes: Uint8Array, at: number): boolean {
  // Behind the last byte is none, which is hashed as 0 is.
  const hash = hashOf(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number);
  return search.beginnings.hashes[hash] !== 0 && isWordAt(search, bytes, at);
}

function isWordAt({ words, ignoreCase }: ByteSearch, bytes: Uint8Array, at: number): boolean {
  for (const word of words) {
    let same = 0;
    while (same < word.length) {
      const byte = bytes[at + same] ?? 0;
      if ((ignoreCase ? lowered(byte) : byte) !== word[same]) break;
      same++;
    }
    if (same === word.length) return true;
  }
  return false;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function lowered(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | LOWER : byte;
}

function isLower(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** The same for either case of a letter. */
function hashOf(a: number, b: number, c: number): number {
  return (((a | LOWER) * 0x1f1) ^ ((b | LOWER) * 0x3d) ^ ((c | LOWER) * 0x7)) & (HASHES - 1);
}

/** The row whose cell holds a byte, between two rows; what is looked for stands near the first of them. */
function rowAt(offsets: Uint32Array, byte: number, from: number, to: number): number {
  let [low, step] = [from, 1];
  while (low + step < to && (offsets[low + step] as number) <= byte) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, to) - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle] as number) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
