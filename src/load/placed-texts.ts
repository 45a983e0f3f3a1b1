import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFileSync } from '../disk/open.js';
import { isSameFile } from '../disk/same-file.js';
import { UserError } from '../errors/user-error.js';
import { LONGEST_PLACED, type PlacedFile, type PlacedTexts } from '../model/stored-places.js';

/** Bytes that are read for one text: it, its quotes, and the byte behind it. */
const ONE = LONGEST_PLACED + 3;
/** Bytes that are read at once at most, where texts are asked for one after the other. */
const PIECE = 256 * 1024;
/** From one text to the next are no more bytes, where they are. */
const NEAR = 4096;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads texts that stayed in a file. It is opened when the first is asked for and closed when the thread is at rest. Every time
 * that something was read it is looked whether the file is still the one that was read before: else no text is given.
 */
export class FileTexts implements PlacedTexts {
  readonly file: PlacedFile;
  readonly #delimiter: number;
  #descriptor: number | null = null;
  /** What was read last, and where in the file that begins. */
  #piece = new Uint8Array(ONE);
  #from = 0;
  #length = 0;

  constructor(file: PlacedFile) {
    this.file = file;
    this.#delimiter = file.delimiter.charCodeAt(0);
  }

  write(place: number, bytes: Uint8Array, from: number): number {
    const first = this.#at(place);
    const piece = this.#piece;
    const end = Math.min(this.#length, first + ONE);
    const isQuoted = piece[first] === QUOTE;
    const start = isQuoted ? first + 1 : first;
    let next = start;
    for (; next < end; next++) {
      const byte = piece[next] as number;
      if (isQuoted ? byte === QUOTE : byte === this.#delimiter || byte === LF || byte === CR) break;
    }
    const length = next - start;
    const isEnded = next < end || (!isQuoted && this.#from + end === this.file.size);
    if (!isEnded || length === 0 || length > LONGEST_PLACED) throw this.#changed();
    for (let at = 0; at < length; at++) bytes[from + at] = piece[start + at] as number;
    return from + length;
  }

  /** Where in the piece a place of the file stands; what follows it is there, too. */
  #at(place: number): number {
    const behind = this.#from + this.#length;
    if (place < this.#from || (place + ONE > behind && behind < this.file.size) || place >= behind) {
      const follows = place >= this.#from && place < behind + NEAR;
      this.#read(place, follows ? Math.min(this.#piece.length * 2, PIECE) : ONE);
    }
    return place - this.#from;
  }

  #read(from: number, length: number): void {
    if (this.#piece.length !== length) this.#piece = new Uint8Array(length);
    this.#length = 0;
    let got = 0;
    try {
      const descriptor = this.#opened();
      while (got < length) {
        const read = readSync(descriptor, this.#piece, got, length - got, from + got);
        if (read === 0) break;
        got += read;
      }
      if (!isSameFile(fstatSync(descriptor), this.file)) throw this.#changed();
    } catch (cause) {
      throw cause instanceof UserError ? cause : this.#changed(cause);
    }
    if (got < Math.min(length, this.file.size - from)) throw this.#changed();
    this.#from = from;
    this.#length = got;
  }

  #opened(): number {
    if (this.#descriptor !== null) return this.#descriptor;
    const descriptor = openFileSync(this.file.path);
    this.#descriptor = descriptor;
    setImmediate(() => {
      closeSync(descriptor);
      this.#descriptor = null;
    });
    return descriptor;
  }

  #changed(cause?: unknown): UserError {
    const { file } = this.file;
    return new UserError('changed_while_reading', { file }, { file }, { cause });
  }
}
