import { foldText } from '../locale/fold.js';
import type { TextColumn } from '../model/text-column.js';
import { cellText } from '../model/text-column.js';

/**
 * What of a million names is compared before two of them are read: numbers per row, equal for names that are equal
 * but for case, spaces and punctuation. 0 letters = no name.
 */
export interface NameMarks {
  /** FNV-1a over letters and digits. */
  readonly hash: Uint32Array;
  /** The same over digits alone: names with different numbers are never alike. */
  readonly digits: Uint32Array;
  /** A bit per letter that occurs: one edit changes two of them at most. */
  readonly letters: Uint32Array;
  readonly length: Uint16Array;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The name as it is hashed: folded, letters and digits only. */
export function nameLetters(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Marks of every name. O(bytes); plain names of ASCII are never made into strings. */
export function nameMarks(column: TextColumn): NameMarks {
  const { length: size } = column;
  const marks = {
    hash: new Uint32Array(size),
    digits: new Uint32Array(size),
    letters: new Uint32Array(size),
    length: new Uint16Array(size),
  };
  if (column.kind === 'dictionary') {
    const own = nameMarksOf(column.values);
    for (let row = 0; row < size; row++) copy(own, column.codes[row] as number, marks, row);
    return marks;
  }
  const { bytes, offsets } = column;
  for (let row = 0; row < size; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    let [hash, digits, letters, length] = [FNV_START, FNV_START, 0, 0];
    let at = start;
    for (; at < end; at++) {
      let code = bytes[at] as number;
      if (code > 0x7f) break;
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      const digit = code >= 0x30 && code <= 0x39;
      if (!digit && (code < 0x61 || code > 0x7a)) continue;
      hash = Math.imul(hash ^ code, FNV_PRIME);
      if (digit) digits = Math.imul(digits ^ code, FNV_PRIME);
      letters |= 1 << (code & 31);
      length++;
    }
    if (at < end) set(marks, row, nameLetters(cellText(column, row)));
    else if (length > 0) put(marks, row, hash, digits, letters, length);
  }
  return marks;
}

function nameMarksOf(names: readonly string[]): NameMarks {
  const size = names.length;
  const marks = {
    hash: new Uint32Array(size),
    digits: new Uint32Array(size),
    letters: new Uint32Array(size),
    length: new Uint16Array(size),
  };
  names.forEach((name, index) => {
    set(marks, index, nameLetters(name));
  });
  return marks;
}

function set(marks: NameMarks, row: number, text: string): void {
  if (text === '') return;
  let [hash, digits, letters] = [FNV_START, FNV_START, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    hash = Math.imul(hash ^ code, FNV_PRIME);
    if (code >= 0x30 && code <= 0x39) digits = Math.imul(digits ^ code, FNV_PRIME);
    letters |= 1 << (code & 31);
  }
  put(marks, row, hash, digits, letters, text.length);
}

function put(marks: NameMarks, row: number, hash: number, digits: number, letters: number, length: number): void {
  marks.hash[row] = hash;
  marks.digits[row] = digits;
  marks.letters[row] = letters;
  marks.length[row] = length;
}

function copy(from: NameMarks, at: number, to: NameMarks, row: number): void {
  put(to, row, from.hash[at] ?? 0, from.digits[at] ?? 0, from.letters[at] ?? 0, from.length[at] ?? 0);
}

/** Whether two names may be equal, or one edit apart: cheap, and never false where they are. */
export function mayBeAlike({ hash, digits, letters, length }: NameMarks, a: number, b: number): boolean {
  const [own, other] = [length[a] as number, length[b] as number];
  if (own === 0 || other === 0) return false;
  if (hash[a] === hash[b]) return true;
  if (digits[a] !== digits[b] || Math.abs(own - other) > 1) return false;
  let changed = (letters[a] as number) ^ (letters[b] as number);
  changed &= changed - 1;
  changed &= changed - 1;
  return changed === 0;
}
