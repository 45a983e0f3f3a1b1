import { isAscii } from 'node:buffer';
import { MOST_TEXT, type TextColumn, TooMuchText } from '../model/text-column.js';
import { repeatsEnough } from './kernel/assembly/repeats.js';
import { SENTINELS } from './record-scanner.js';

/** Distinct cells from which it is asked, whenever they are twice as many, whether a dictionary will pay. */
const FIRST_LOOK = 4096;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Of a little-endian word, the bytes that belong to a text whose last 1, 2, 3 bytes it holds. */
const TAIL = new Int32Array([0, 0xff, 0xffff, 0xffffff]);

/**
 * Collects a column's cells straight from the bytes of a file: a dictionary over stored bytes (open addressing, no
 * string before the end) until too many cells differ, then plain bytes with offsets. The counterpart of
 * `TextColumnBuilder`, same cells in, same cells out.
 */
export class CellStore {
  /** Rows so far. */
  length = 0;
  /** Of the rows, those with a text, while it is a dictionary. */
  #filled = 0;
  /** The same when it had half of its distinct texts, or more than half. */
  #filledAtHalf = 0;
  #plain = false;
  /** Of the dictionary: a code per row. */
  #codes = new Uint32Array(256);
  #distinct = 0;
  #emptyCode = -1;
  /** Pairs of hash and code + 1; 0 in the second is a free slot. A power of two pairs. */
  #slots = new Int32Array(2 * 256);
  /** Texts one after the other: of the dictionary's values, or of all rows. */
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #offsets = new Uint32Array(256);
  #used = 0;
  #expected = 0;

  /** Says how many rows there will be in all, as far as one can tell: memory is asked for once. */
  expect(rows: number): void {
    this.#expected = rows;
  }

  /** Adds the cell bytes[start … end). `SENTINELS` more bytes must be there; `view` is over the same bytes. */
  push(view: DataView, start: number, end: number): void {
    if (this.#plain) {
      this.#append(view, start, end, this.length++);
      return;
    }
    if (this.length === this.#codes.length) this.#codes = this.#longer(this.#codes, this.length);
    if (end > start) {
      const code = this.#codeOf(view, start, end);
      if (code < 0) {
        this.#becomePlain();
        this.#append(view, start, end, this.length++);
      } else {
        this.#codes[this.length++] = code;
        this.#filled++;
      }
      return;
    }
    this.#codes[this.length++] = this.#codeOfEmpty();
  }

  /** The finished column. The store must not be used afterwards. */
  finish(): TextColumn {
    const bytes = this.#bytes.subarray(0, this.#used);
    if (this.#plain) {
      return { kind: 'plain', length: this.length, bytes, offsets: this.#offsets.subarray(0, this.length + 1) };
    }
    const values = new Array<string>(this.#distinct);
    const whole = isAscii(bytes) ? decoder.decode(bytes) : null;
    for (let code = 0; code < this.#distinct; code++) {
      const start = this.#offsets[code] ?? 0;
      const end = this.#offsets[code + 1] ?? 0;
      values[code] = whole === null ? decoder.decode(bytes.subarray(start, end)) : whole.slice(start, end);
    }
    return { kind: 'dictionary', length: this.length, codes: this.#codes.subarray(0, this.length), values };
  }

  #codeOfEmpty(): number {
    if (this.#emptyCode < 0) {
      this.#emptyCode = this.#distinct;
      this.#append(this.#view, 0, 0, this.#distinct++);
    }
    return this.#emptyCode;
  }

  /** The code of a text, new or known; -1 when a dictionary no longer pays. */
  #codeOf(view: DataView, start: number, end: number): number {
    const hash = hashOf(view, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const code = (slots[slot + 1] ?? 0) - 1;
      if (code < 0) break;
      if (slots[slot] === hash && this.#holds(code, view, start, end)) return code;
      slot = (slot + 2) & mask;
    }
    const distinct = this.#distinct;
    if (!this.#mayGrow()) return -1;
    slots[slot] = hash;
    slots[slot + 1] = distinct + 1;
    this.#append(view, start, end, this.#distinct++);
    if (this.#distinct * 4 > slots.length) this.#rehash();
    return distinct;
  }

  #mayGrow(): boolean {
    const distinct = this.#distinct;
    if (distinct < FIRST_LOOK || (distinct & (distinct - 1)) !== 0) return true;
    const before = this.#filledAtHalf;
    this.#filledAtHalf = this.#filled;
    return distinct === FIRST_LOOK || repeatsEnough(distinct, this.#filled, before, this.length, this.#expected);
  }

  #holds(code: number, view: DataView, start: number, end: number): boolean {
    let at = this.#offsets[code] ?? 0;
    const length = end - start;
    if ((this.#offsets[code + 1] ?? 0) - at !== length) return false;
    const own = this.#view;
    const whole = end - 3;
    let from = start;
    for (; from < whole; from += 4, at += 4) if (own.getInt32(at, true) !== view.getInt32(from, true)) return false;
    return from === end || ((own.getInt32(at, true) ^ view.getInt32(from, true)) & (TAIL[end - from] ?? 0)) === 0;
  }

  /** Puts a text behind the others as number `index`. */
  #append(view: DataView, start: number, end: number, index: number): void {
    const length = end - start;
    if (this.#used + length + SENTINELS > this.#bytes.length) this.#moreBytes(length);
    if (index + 1 >= this.#offsets.length) this.#offsets = this.#longer(this.#offsets, index);
    const own = this.#view;
    let to = this.#used;
    // Whole words: what is written too much is overwritten by the next text.
    for (let from = start; from < end; from += 4, to += 4) own.setInt32(to, view.getInt32(from, true), true);
    this.#used += length;
    this.#offsets[index + 1] = this.#used;
  }

  #becomePlain(): void {
    const codes = this.#codes;
    const offsets = this.#offsets;
    const view = this.#view;
    const rows = this.length;
    this.#plain = true;
    this.#codes = new Uint32Array(0);
    this.#slots = new Int32Array(0);
    this.#offsets = new Uint32Array(Math.max(rows * 2, this.#expected));
    // The mean of the distinct cells is near that of all cells, when most cells are distinct.
    this.#bytes = new Uint8Array(Math.ceil((this.#used / this.#distinct) * this.#offsets.length) + SENTINELS);
    this.#view = new DataView(this.#bytes.buffer);
    this.#used = 0;
    for (let row = 0; row < rows; row++) {
      const code = codes[row] ?? 0;
      this.#append(view, offsets[code] ?? 0, offsets[code + 1] ?? 0, row);
    }
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from] ?? 0;
      const code = old[from + 1] ?? 0;
      if (code === 0) continue;
      let slot = (hash << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = code;
    }
    this.#slots = slots;
  }

  #moreBytes(length: number): void {
    const needed = this.#used + length + SENTINELS;
    if (needed > MOST_TEXT) throw new TooMuchText();
    const { length: rows } = this;
    const promised = this.#plain && rows > 0 ? Math.ceil((this.#used / rows) * this.#expected) : 0;
    const larger = new Uint8Array(Math.max(Math.min(Math.max(this.#bytes.length * 2, promised), MOST_TEXT), needed));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #longer(array: Uint32Array<ArrayBuffer>, used: number): Uint32Array<ArrayBuffer> {
    const isPerRow = this.#plain || array === this.#codes;
    return longer(array, Math.max(used * 2, isPerRow ? this.#expected : 0));
  }
}

function longer(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  const whole = end - 3;
  let at = start;
  for (; at < whole; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (at < end) hash = Math.imul(hash ^ (view.getInt32(at, true) & (TAIL[end - at] ?? 0)), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
