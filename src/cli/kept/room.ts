/** Files that are read one after the other into the same memory: memory that was touched before costs nothing. */
import { fstatSync, readSync } from 'node:fs';

/** Memory for what is read and then done with. */
export interface Room {
  /** So many bytes of a file from a place on, or fewer where it ends; valid until the next call. */
  read(file: number, at: number, length: number): Buffer;
  /** A whole file, between what stands before and behind it; valid until the next call. */
  readAll(file: number, before?: Uint8Array, behind?: Uint8Array): Buffer;
}

/** Larger than any file of the build; what nobody touches is not taken from the system. */
const LARGEST = 4_194_304;

const NOTHING = new Uint8Array(0);

export function createRoom(largest: number = LARGEST): Room {
  const own = Buffer.allocUnsafeSlow(largest);
  const roomFor = (length: number): Buffer => (length > largest ? Buffer.allocUnsafeSlow(length) : own);
  return {
    read: (file, at, length) => {
      const into = roomFor(length);
      return into.subarray(0, readInto(into, 0, file, at, length));
    },
    readAll: (file, before = NOTHING, behind = NOTHING) => {
      const { size } = fstatSync(file);
      const into = roomFor(before.length + size + behind.length);
      into.set(before);
      const end = before.length + readInto(into, before.length, file, 0, size);
      into.set(behind, end);
      return into.subarray(0, end + behind.length);
    },
  };
}

/** How many bytes were there. */
function readInto(into: Buffer, place: number, file: number, at: number, length: number): number {
  let got = 0;
  while (got < length) {
    const more = readSync(file, into, place + got, length - got, at + got);
    if (more === 0) break;
    got += more;
  }
  return got;
}
