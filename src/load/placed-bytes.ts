import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFileSync } from '../disk/open.js';
import { isSameFile } from '../disk/same-file.js';
import { UserError } from '../errors/user-error.js';
import type { PlacedFile } from '../model/stored-places.js';

/**
 * Reads bytes of a file in which texts stayed. It is opened when the first are asked for and closed when the thread is at rest.
 * Every time that something was read it is looked whether the file is still the one that was read before: else nothing is given.
 */
export class PlacedBytes {
  readonly file: PlacedFile;
  #descriptor: number | null = null;

  constructor(file: PlacedFile) {
    this.file = file;
  }

  /**
   * Puts the bytes from a place on into an array: as many as are asked for, or all to the end of the file; returns how many.
   * @throws UserError `changed_while_reading`
   */
  read(into: Uint8Array, from: number, length: number): number {
    let got = 0;
    try {
      const descriptor = this.#opened();
      while (got < length) {
        const read = readSync(descriptor, into, got, length - got, from + got);
        if (read === 0) break;
        got += read;
      }
      if (!isSameFile(fstatSync(descriptor), this.file)) throw this.changed();
    } catch (cause) {
      throw cause instanceof UserError ? cause : this.changed(cause);
    }
    if (got < Math.min(length, this.file.size - from)) throw this.changed();
    return got;
  }

  /** What is thrown where the file is no longer what it was. */
  changed(cause?: unknown): UserError {
    const { file } = this.file;
    return new UserError('changed_while_reading', { file }, { file }, { cause });
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
}
