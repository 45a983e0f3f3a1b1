import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import type { Fence } from '../disk/fence.js';
import { openFileSync } from '../disk/open.js';
import { type BytePlan, ByteTable, type TablePart } from './byte-table.js';

/** Where the second part of a file begins: a record starts there, if the guess is right. */
export interface Boundary {
  readonly path: string;
  readonly from: number;
}

export interface PartTask extends Boundary {
  /** What the thread that starts another stands within, to be put up there too. */
  readonly fence?: Fence | null;
  readonly plan: BytePlan;
  /** Take the checksum of the whole file as well, when the part was sent. */
  readonly checksum?: boolean;
}

/** A part of the table, or null when one thread must read all of it. */
export type PartAnswer = TablePart | null;

/** Bytes asked from the disk at once. */
const PIECE = 256 * 1024;

/** Reads the records from a boundary to the end of a file, as if nothing stood before. */
export function readPart({ path, from, plan }: PartTask): PartAnswer {
  let asked = false;
  // Names of columns are known to the first thread only: where they decide, it must read by itself.
  const table = new ByteTable(plan, () => {
    asked = true;
    return 0;
  });
  const file = openFileSync(path);
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = from, last = false; !last; ) {
      const length = readSync(file, piece, 0, PIECE, at);
      at += length;
      last = length === 0;
      if (!table.feed(piece.subarray(0, length), last)) return null;
    }
  } finally {
    closeSync(file);
  }
  const part = table.detach();
  return asked ? null : part;
}

/** The SHA-256 of a whole file. */
export function checksumOf(path: string): string {
  const hash = createHash('sha256');
  const file = openFileSync(path);
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = 0; ; ) {
      const length = readSync(file, piece, 0, PIECE, at);
      if (length === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, length));
      at += length;
    }
  } finally {
    closeSync(file);
  }
}

/** The memory of a part, which moves to the other thread instead of being copied. */
export function buffersOf(part: PartAnswer): ArrayBuffer[] {
  if (part === null) return [];
  const { ledger, stores } = part;
  const arrays = [
    ledger.rowOf,
    ledger.lineOf,
    ...stores.flatMap(({ codes, bytes, offsets }) => [codes, bytes, offsets]),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
