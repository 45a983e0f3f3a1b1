import { cellText, type PlainColumn } from '../model/text-column.js';

export const FNV_START = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

const DIGIT_ZERO = 0x30;
const MOST_DIGIT = 9;

/** Of how many bytes a character is whose folded form holds no digit, by its first byte; 0: only its text tells. */
const WIDTHS = new Uint8Array(0x100);
/** First bytes of Latin letters with accents, Greek, Cyrillic and Arabic. */
for (const lead of [0xc3, 0xc4, 0xc5, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd8, 0xd9, 0xda, 0xdb]) WIDTHS[lead] = 2;
/** Ideographs and Hangul. */
for (const lead of [0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xeb, 0xec]) WIDTHS[lead] = 3;

/**
 * A hash of the digits in each cell of a plain column, those of Arabic and Persian taken for those of ASCII: that of
 * the digits in its folded text, which is made only where a cell holds rare characters. O(bytes).
 */
export function plainDigits(column: PlainColumn, folded: (text: string) => string): Uint32Array {
  const { bytes, offsets, length } = column;
  const hashes = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const end = offsets[row + 1] as number;
    let hash = FNV_START;
    let at = offsets[row] as number;
    while (at < end) {
      const byte = bytes[at] as number;
      if (byte <= 0x7f) {
        if (byte >= DIGIT_ZERO && byte <= DIGIT_ZERO + MOST_DIGIT) hash = Math.imul(hash ^ byte, FNV_PRIME);
        at++;
        continue;
      }
      const width = widthAt(bytes, at, byte);
      if (width === 0) break;
      const digit = width === 2 ? digitAt(byte, bytes[at + 1] as number) : -1;
      if (digit >= 0) hash = Math.imul(hash ^ (DIGIT_ZERO + digit), FNV_PRIME);
      at += width;
    }
    hashes[row] = at < end ? hashOfDigits(folded(cellText(column, row))) : hash;
  }
  return hashes;
}

/** Bytes of a character, or 0 where it may fold to a digit. */
function widthAt(bytes: Uint8Array, at: number, lead: number): number {
  const [second, third] = [bytes[at + 1] as number, bytes[at + 2] as number];
  // Dashes, quotation marks and the half-space.
  if (lead === 0xe2) return second === 0x80 && third >= 0x8b && third <= 0xa7 ? 3 : 0;
  // Hiragana and katakana.
  if (lead === 0xe3) return second >= 0x81 && second <= 0x83 ? 3 : 0;
  return WIDTHS[lead] as number;
}

/** The value of an Arabic (U+0660…) or Persian (U+06F0…) digit, or −1. */
function digitAt(lead: number, second: number): number {
  const value = lead === 0xd9 ? second - 0xa0 : lead === 0xdb ? second - 0xb0 : -1;
  return value >= 0 && value <= MOST_DIGIT ? value : -1;
}

function hashOfDigits(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_ZERO && code <= DIGIT_ZERO + MOST_DIGIT) hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return hash >>> 0;
}
