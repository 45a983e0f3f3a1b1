/** Files that are read one after the other into the same memory: memory that was touched before costs nothing. */
import { fstatSync, readSync } from 'node:fs';

/** Memory for what is read and then done with. */
export interface Room {
  /** So many bytes of a file from a place on, or fewer where it ends; valid until the next call. */
  read(file: number, at: number, length: number): Buffer;
  /** A whole file; valid until the next call. */
  readAll(file: number): Buffer;
}

/** Larger than any file of the build; what nobody touches is not taken from the system. */
const LARGEST = 4_194_304;

export function createRoom(largest: number = LARGEST): Room {
  const bytes = Buffer.allocUnsafeSlow(largest);
  const read = (file: number, at: number, length: number): Buffer => {
    const into = length > largest ? Buffer.allocUnsafeSlow(length) : bytes;
    let got = 0;
    while (got < length) {
      const more = readSync(file, into, got, length - got, at + got);
      if (more === 0) break;
      got += more;
    }
    return into.subarray(0, got);
  };
  return { read, readAll: (file) => read(file, 0, fstatSync(file).size) };
}
