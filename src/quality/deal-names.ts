import { foldText } from '../locale/fold.js';
import type { PlainColumn, TextColumn } from '../model/text-column.js';
import { cellText } from '../model/text-column.js';
import { FNV_PRIME, FNV_START, plainDigits } from './name-digits.js';

/** The name as it is hashed: folded, letters and digits only. */
export function nameLetters(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** In place of a length: the name was not looked at yet. No name is so long to any effect. */
const UNKNOWN = 0xffff;

/**
 * What of a million names is compared before two of them are read: numbers per distinct cell, equal for names that are
 * equal but for case, spaces and punctuation. Numbers in names tell most of them apart and are found for all at once;
 * the rest is found for names that somebody asks about. Plain names of ASCII are never made into strings.
 */
export class NameMarks {
  private readonly column: TextColumn;
  /** FNV-1a over digits alone: names with different numbers are never alike. */
  private readonly digits: Uint32Array;
  /** The same over letters and digits. */
  private readonly hash: Uint32Array;
  /** A bit per letter that occurs: one edit changes two of them at most. */
  private readonly letters: Uint32Array;
  /** 0 letters = no name. */
  private readonly length: Uint16Array;

  constructor(column: TextColumn) {
    const cells = column.kind === 'plain' ? column.length : column.values.length;
    this.column = column;
    this.hash = new Uint32Array(cells);
    this.letters = new Uint32Array(cells);
    this.length = new Uint16Array(cells).fill(UNKNOWN);
    this.digits = column.kind === 'plain' ? plainDigits(column, nameLetters) : new Uint32Array(cells);
    if (column.kind === 'dictionary') for (let cell = 0; cell < cells; cell++) this.look(cell);
  }

  /** What the numbers in the names of rows are, in the order asked. */
  digitsOf(rows: Uint32Array): Uint32Array {
    const digits = new Uint32Array(rows.length);
    for (let at = 0; at < rows.length; at++) digits[at] = this.digits[this.cellOf(rows[at] as number)] as number;
    return digits;
  }

  /** The hash of the name in a row: equal for equal names. */
  hashOf(row: number): number {
    const cell = this.cellOf(row);
    if (this.length[cell] === UNKNOWN) this.look(cell);
    return this.hash[cell] as number;
  }

  /** Whether two names may be equal, or one edit apart: cheap, and never false where they are. */
  mayBeAlike(one: number, other: number): boolean {
    const { digits, hash, length, letters } = this;
    const [a, b] = [this.cellOf(one), this.cellOf(other)];
    if (digits[a] !== digits[b]) return false;
    if (length[a] === UNKNOWN) this.look(a);
    if (length[b] === UNKNOWN) this.look(b);
    if (length[a] === 0 || length[b] === 0) return false;
    if (hash[a] === hash[b]) return true;
    if (Math.abs((length[a] as number) - (length[b] as number)) > 1) return false;
    let changed = (letters[a] as number) ^ (letters[b] as number);
    changed &= changed - 1;
    changed &= changed - 1;
    return changed === 0;
  }

  private cellOf(row: number): number {
    return this.column.kind === 'plain' ? row : (this.column.codes[row] as number);
  }

  private look(cell: number): void {
    const { column } = this;
    if (column.kind === 'dictionary') this.lookAt(cell, nameLetters(column.values[cell] ?? ''));
    else if (!this.lookAtAscii(cell, column)) this.lookAt(cell, nameLetters(cellText(column, cell)));
  }

  /** False for a name with other characters than ASCII. */
  private lookAtAscii(cell: number, { bytes, offsets }: PlainColumn): boolean {
    const [start, end] = [offsets[cell] as number, offsets[cell + 1] as number];
    let [hash, letters, length] = [FNV_START, 0, 0];
    for (let at = start; at < end; at++) {
      let code = bytes[at] as number;
      if (code > 0x7f) return false;
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      if (!(code >= 0x30 && code <= 0x39) && (code < 0x61 || code > 0x7a)) continue;
      hash = Math.imul(hash ^ code, FNV_PRIME);
      letters |= 1 << (code & 31);
      length++;
    }
    this.put(cell, hash, letters, length);
    return true;
  }

  private lookAt(cell: number, text: string): void {
    let [hash, digits, letters] = [FNV_START, FNV_START, 0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      hash = Math.imul(hash ^ code, FNV_PRIME);
      if (code >= 0x30 && code <= 0x39) digits = Math.imul(digits ^ code, FNV_PRIME);
      letters |= 1 << (code & 31);
    }
    this.digits[cell] = digits;
    this.put(cell, hash, letters, text.length);
  }

  private put(cell: number, hash: number, letters: number, length: number): void {
    this.hash[cell] = hash;
    this.letters[cell] = letters;
    this.length[cell] = Math.min(length, UNKNOWN - 1);
  }
}
