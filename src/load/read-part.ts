import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { openFileSync } from '../disk/open.js';
import type { BytePlan } from './byte-table.js';
import type { ChecksumAhead } from './checksum-ahead.js';
import type { KernelParts } from './kernel/kernel.js';
import { type KernelPart, KernelTable } from './kernel/table.js';

/** Where the second part of a file begins: a record starts there, if the guess is right. */
export interface Boundary {
  readonly path: string;
  readonly from: number;
}

export interface PartTask extends Boundary {
  readonly plan: BytePlan;
  /** The memory that both threads read into, and where in it the first wants this part to stand; 0 = anywhere. */
  readonly kernel: KernelParts;
  readonly places: number;
  /** Take the checksum of the whole file as well, when the part was sent. */
  readonly checksum?: boolean;
}

/** What a second thread is told: its task, and whom it answers. */
export interface ReadMessage {
  readonly read: PartTask;
  readonly answers: MessagePort;
}

/** A part of the table, or null when one thread must read all of it. */
export type PartAnswer = KernelPart | null;

/** Bytes asked from the disk at once. */
const PIECE = 256 * 1024;

/**
 * Reads a part for another thread, and takes the checksum where it was asked for: that thread has other work meanwhile.
 *
 * @param ahead a checksum that was begun before
 */
export function readFor({ read, answers }: ReadMessage, ahead: ChecksumAhead | null): void {
  const part = readPart(read);
  answers.postMessage(part);
  if (part === null || read.checksum !== true) answers.close();
  else void tellChecksum(read.path, answers, ahead);
}

/** It waits for a checksum that was begun: nothing here may hold the memory that was read into until then. */
async function tellChecksum(path: string, answers: MessagePort, ahead: ChecksumAhead | null): Promise<void> {
  const sha256 = ahead?.path === path ? await ahead.sha256 : null;
  answers.postMessage(sha256 ?? checksumOf(path));
  answers.close();
}

/** Reads the records from a boundary to the end of a file, as if nothing stood before. */
export function readPart({ path, from, plan, kernel, places }: PartTask): PartAnswer {
  let asked = false;
  // Names of columns are known to the first thread only: where they decide, it must read by itself.
  const score = (): number => {
    asked = true;
    return 0;
  };
  const table = new KernelTable(kernel, plan, score, places);
  const file = openFileSync(path);
  try {
    for (let at = from, last = false; !last; ) {
      const room = table.room(PIECE);
      if (room === null) return null;
      const length = readSync(file, room, 0, PIECE, at);
      at += length;
      last = length === 0;
      if (!table.fed(length, last)) return null;
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
