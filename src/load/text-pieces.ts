import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ByteSource } from './bytes.js';
import { createUtf8Check } from './encoding.js';

/** The SHA-256 of an input's bytes on disk; null until some pass has seen all of them. */
export interface Checksum {
  sha256: string | null;
}

export function createChecksum(): Checksum {
  return { sha256: null };
}

/** An encoding that is taken for granted until bytes are seen that do not fit it. */
export interface Assumption {
  takes: 'ascii' | 'utf-8';
  holds: boolean;
}

/** The content of an input, with its progress told and its checksum taken on the way unless it is known. */
export async function* followed(
  source: ByteSource,
  checksum: Checksum,
  onProgress?: (bytes: number, total: number | null) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = checksum.sha256 === null ? createHash('sha256') : null;
  let seen = 0;
  yield* source.content((raw) => {
    seen += raw.length;
    hash?.update(raw);
    onProgress?.(seen, source.size);
  });
  if (hash !== null) checksum.sha256 = hash.digest('hex');
}

/**
 * The same pieces, while it is seen to that they fit what was assumed. Bytes that are no UTF-8 end the reading; what is
 * UTF-8 but not ASCII does not, because the beginning of a file is read to find its header.
 */
export async function* assumed(
  pieces: AsyncIterable<Uint8Array>,
  assumption: Assumption,
): AsyncGenerator<Uint8Array, void, undefined> {
  const utf8 = createUtf8Check();
  for await (const piece of pieces) {
    if (assumption.takes === 'ascii') assumption.holds = assumption.holds && isAscii(piece);
    else if (!utf8.add(piece)) {
      assumption.holds = false;
      return;
    }
    yield piece;
  }
  if (assumption.takes === 'utf-8') assumption.holds = utf8.valid();
}
