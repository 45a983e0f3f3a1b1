import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openFileSync } from '../disk/open.js';
import { isSameFile } from '../disk/same-file.js';

/** The checksum of a whole file, taken while its thread has nothing else to do. */
export interface ChecksumAhead {
  readonly path: string;
  /** Hexadecimal SHA-256; null where the file cannot be read, or changed meanwhile. */
  readonly sha256: Promise<string | null>;
}

const PIECE = 256 * 1024;
/** Bytes after which others get their turn: about a millisecond. */
const TURN = 2 * 1024 * 1024;

/**
 * Begins to take the checksum of a file. Whatever this thread is told meanwhile comes first: it does not take what the
 * thread reads of the same file anyway, for all before that would have to be taken first, while another thread waits.
 */
export function checksumAhead(path: string): ChecksumAhead {
  return { path, sha256: taken(path).catch(() => null) };
}

async function taken(path: string): Promise<string | null> {
  const file = openFileSync(path);
  try {
    const before = fstatSync(file);
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(PIECE);
    for (let at = 0, turn = TURN; ; ) {
      const length = readSync(file, piece, 0, PIECE, at);
      if (length === 0) return isSameFile(before, fstatSync(file)) ? hash.digest('hex') : null;
      hash.update(piece.subarray(0, length));
      at += length;
      if (at < turn) continue;
      turn = at + TURN;
      await new Promise(setImmediate);
    }
  } finally {
    closeSync(file);
  }
}
