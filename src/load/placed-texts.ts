import { LONGEST_PLACED, type PlacedFile, type PlacedTexts } from '../model/stored-places.js';
import { PlacedBytes } from './placed-bytes.js';

/** Bytes that are read for one text: it, its quotes, and the byte behind it. */
const ONE = LONGEST_PLACED + 3;
/** Bytes that are read at once at most, where texts are asked for one after the other. */
const PIECE = 256 * 1024;
/** From one text to the next are no more bytes, where they are. */
const NEAR = 4096;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Reads texts that stayed in a file. */
export class FileTexts implements PlacedTexts {
  readonly file: PlacedFile;
  readonly #delimiter: number;
  readonly #bytes: PlacedBytes;
  /** What was read last, and where in the file that begins. */
  #piece = new Uint8Array(ONE);
  #from = 0;
  #length = 0;

  constructor(file: PlacedFile) {
    this.file = file;
    this.#bytes = new PlacedBytes(file);
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
    if (!isEnded || length === 0 || length > LONGEST_PLACED) throw this.#bytes.changed();
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
    this.#from = from;
    this.#length = this.#bytes.read(this.#piece, from, length);
  }
}
