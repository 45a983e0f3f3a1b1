import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFileSync } from '../disk/open.js';
import { type FileStamp, isSameFile } from '../disk/same-file.js';

/** The checksum of a whole file, taken while its thread has nothing else to do. */
export interface ChecksumAhead {
  readonly path: string;
  /** Hexadecimal SHA-256; null where the file cannot be read, or changed meanwhile. */
  readonly sha256: Promise<string | null>;
  /**
   * Goes on to a place at once, so that who reads the file from there has its pieces taken as they come, and none is read
   * twice. Where `file`, a descriptor, is of another file, or this one cannot be read, nothing given is taken.
   */
  reach(file: number, place: number): void;
  /** Takes bytes that stand at a place, as far as they follow what was taken; they may be written over afterwards. */
  take(bytes: Uint8Array, place: number): void;
}

const PIECE = 256 * 1024;
/** Bytes after which others get their turn: about a millisecond. */
const TURN = 2 * 1024 * 1024;

/** Begins to take the checksum of a file. Whatever this thread is told meanwhile comes first. */
export function checksumAhead(path: string): ChecksumAhead {
  const none = { path, sha256: Promise.resolve(null), reach() {}, take() {} };
  try {
    const taking = new Taking(openFileSync(path));
    return {
      path,
      sha256: taking.whole().catch(() => null),
      reach: (file, place) => taking.reach(file, place),
      take: (bytes, place) => taking.take(bytes, place),
    };
  } catch {
    return none;
  }
}

class Taking {
  readonly #hash = createHash('sha256');
  readonly #piece = Buffer.allocUnsafe(PIECE);
  readonly #file: number;
  readonly #before: FileStamp;
  /** Bytes that were taken. */
  #at = 0;
  /** What comes from elsewhere is of the same file. */
  #isFollowed = false;
  /** It is told, and takes nothing any more. */
  #isOver = false;

  constructor(file: number) {
    this.#file = file;
    try {
      this.#before = fstatSync(file);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  async whole(): Promise<string | null> {
    try {
      for (let turn = TURN; this.#readOn(PIECE); ) {
        if (this.#at < turn) continue;
        await new Promise(setImmediate);
        turn = this.#at + TURN;
      }
      return isSameFile(this.#before, fstatSync(this.#file)) ? this.#hash.digest('hex') : null;
    } finally {
      this.#isOver = true;
      this.#isFollowed = false;
      closeSync(this.#file);
    }
  }

  reach(file: number, place: number): void {
    if (this.#isOver) return;
    try {
      this.#isFollowed = isSameFile(this.#before, fstatSync(file));
      while (this.#isFollowed && this.#at < place) {
        if (!this.#readOn(Math.min(PIECE, place - this.#at))) return;
      }
    } catch {
      // Whoever takes it to the end meets the same.
      this.#isFollowed = false;
    }
  }

  take(bytes: Uint8Array, place: number): void {
    const known = this.#at - place;
    if (!this.#isFollowed || known < 0 || known >= bytes.length) return;
    this.#hash.update(bytes.subarray(known));
    this.#at = place + bytes.length;
  }

  /** Takes the next bytes of the file, so many at most; false at its end. */
  #readOn(most: number): boolean {
    const length = readSync(this.#file, this.#piece, 0, most, this.#at);
    this.#hash.update(this.#piece.subarray(0, length));
    this.#at += length;
    return length > 0;
  }
}
