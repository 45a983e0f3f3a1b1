import { isUtf8 } from 'node:buffer';
import { Declined } from '../declined.js';
import { LONGEST_TOKEN } from '../xlsx-part.js';
import { KEPT, textElements } from '../xlsx-strings.js';
import { assertUtf8, XmlTokens } from '../xml-tokens.js';
import type { Kernel, KernelParts } from './kernel.js';
import { type SheetExports, sheetKernel } from './sheet-kernel.js';

/** Bytes behind a text that may be read. */
const SLACK = 32;
/** Of a string with its tags, about: says how much memory to ask for. */
const MEAN_BYTES = 24;
/** Halves of a character, which UTF-8 cannot write. */
const HALVES = /[\ud800-\udfff]/u;
const encoder = new TextEncoder();

/** Where the shared strings of a workbook stand in a memory. */
export interface StringTable {
  readonly parts: KernelParts;
  /** Words: the place of each string, and its length. */
  readonly table: number;
  readonly size: number;
}

/**
 * The shared strings of a workbook, in the memory that its sheets are read into; the counterpart of `SharedStrings`.
 */
export class KernelStrings implements StringTable {
  readonly parts: KernelParts;
  readonly #kernel: Kernel<SheetExports>;
  readonly #tokens = new XmlTokens();
  readonly #kept: (string | undefined)[] = [];
  #begun = false;
  #ended = false;
  /** A string cannot be written as UTF-8, or is too long. */
  #odd = false;
  readonly #at: number;
  #length = 0;

  /** @param bytes of the part, which `feed` is given in pieces; 0 = the workbook has none */
  constructor(parts: KernelParts, bytes: number) {
    this.parts = parts;
    this.#kernel = sheetKernel(parts);
    const { run } = this.#kernel;
    this.#at = run.allocate(bytes + SLACK) >>> 0;
    run.startStrings(Math.ceil(bytes / MEAN_BYTES));
    this.#ended = bytes === 0;
  }

  get table(): number {
    return this.#kernel.run.stringTable() >>> 0;
  }

  get size(): number {
    return this.#kernel.run.stringCount() >>> 0;
  }

  /** Takes the next piece, cut anywhere. @throws Declined when it is no list of strings */
  feed(piece: Uint8Array): void {
    this.#kernel.bytes.set(piece, this.#at + this.#length);
    this.#length += piece.length;
    if (this.#ended) return;
    const bytes = this.bytes();
    if (!this.#begun && !this.#begin(bytes)) return;
    this.#read(bytes);
    // What has no end yet is scanned again with every piece, and a cell is to go into a store whole.
    if (!this.#ended && this.#at + this.#length - (this.#kernel.run.stringsAt() >>> 0) > LONGEST_TOKEN) this.#leave();
  }

  /** All was fed. False when only `SharedStrings` can have them. @throws Declined when the list has no end */
  finish(): boolean {
    if (!this.#ended) throw new Declined('the shared strings have no end');
    return !this.#odd && isUtf8(this.bytes());
  }

  /** What was fed so far, in the memory. */
  bytes(): Buffer {
    return this.#kernel.buffer(this.#at, this.#length);
  }

  /** @throws Declined when there is no such string */
  text(index: number): string {
    const kept = this.#kept[index];
    if (kept !== undefined) return kept;
    if (!(index < this.size)) throw new Declined(`no shared string ${index}`);
    const [start = 0, length = 0] = this.#kernel.words(this.table + index * 8, 2);
    const text = this.#kernel.buffer(start, length).toString('utf8');
    if (index < KEPT) {
      // Filled from the front, so that it stays a plain list.
      while (this.#kept.length <= index) this.#kept.push(undefined);
      this.#kept[index] = text;
    }
    return text;
  }

  /** Passes what stands before the first string; false when the bytes end before it does. */
  #begin(bytes: Buffer): boolean {
    const tokens = this.#tokens;
    tokens.reset(bytes, 0);
    do if (!tokens.advance()) return false;
    while (tokens.kind !== 'open' && tokens.kind !== 'empty');
    assertUtf8(bytes);
    if (tokens.name !== 'sst') throw new Declined('no list of shared strings');
    this.#begun = true;
    this.#ended = tokens.kind === 'empty';
    this.#kernel.run.goOnWithStrings(this.#at + tokens.next);
    return !this.#ended;
  }

  #read(bytes: Buffer): void {
    const { run } = this.#kernel;
    const tokens = this.#tokens;
    while (run.scanStrings(this.#at + this.#length) !== 0) {
      tokens.reset(bytes, (run.stringsAt() >>> 0) - this.#at);
      if (!tokens.advance()) return;
      const { kind, name } = tokens;
      if (kind === 'close' && name === 'sst') {
        this.#ended = true;
        return;
      }
      if (name === 'si' && kind === 'open') {
        const text = textElements(tokens, 'si');
        if (text === null) return;
        this.#add(text);
      } else if (name === 'si' && kind === 'empty') this.#add('');
      run.goOnWithStrings(this.#at + tokens.next);
    }
  }

  /** Leaves them all to `SharedStrings`. */
  #leave(): void {
    this.#odd = true;
    this.#ended = true;
  }

  #add(text: string): void {
    this.#odd ||= HALVES.test(text);
    const bytes = encoder.encode(text);
    const at = this.#kernel.run.allocate(bytes.length + SLACK) >>> 0;
    this.#kernel.bytes.set(bytes, at);
    this.#kernel.run.addString(at, bytes.length);
  }
}
