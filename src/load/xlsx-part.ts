import { crc32, createInflateRaw } from 'node:zlib';
import { Declined } from './declined.js';
import { LOCAL_HEADER, type ZipEntry } from './zip.js';

/** Bytes unpacked at once: large enough to hide the cost of a call, small enough for the processor's cache. */
export const UNPACKED_PIECE = 256 * 1024;
/** The longest tag, text or cell that is waited for. Excel's own limit is 32,767 characters in a cell. */
export const LONGEST_TOKEN = 16 * 1024 ** 2;

/**
 * The content of a part in pieces, unpacked on another thread while the last piece is worked on. Never more than the
 * directory claims. Read to the end, its size and checksum are compared; whoever stops early stops the unpacking.
 *
 * @param onPacked how many packed bytes were taken so far
 * @throws Declined when the content is not what the directory says
 */
export async function* partPieces(
  archive: Buffer,
  entry: ZipEntry,
  pieceSize: number = UNPACKED_PIECE,
  onPacked?: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const packed = packedContent(archive, entry);
  let size = 0;
  let sum = 0;
  for await (const piece of entry.method === 0 ? slices(packed, pieceSize) : inflated(packed, pieceSize, onPacked)) {
    size += piece.length;
    if (size > entry.size) throw new Declined(`${entry.name} is larger than it claims`);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.size || sum !== entry.crc) throw new Declined(`${entry.name} is damaged`);
}

/** The whole of a part in one buffer. @throws Declined when it is larger than `most`, or damaged */
export async function wholePart(archive: Buffer, entry: ZipEntry, most: number): Promise<Buffer> {
  if (entry.size > most) throw new Declined(`${entry.name} is too large`);
  const whole = Buffer.allocUnsafe(entry.size);
  let size = 0;
  for await (const piece of partPieces(archive, entry)) {
    whole.set(piece, size);
    size += piece.length;
  }
  return whole;
}

/**
 * Feeds pieces to a scanner, which says how many bytes it is done with; the rest comes again in front of the next
 * piece. So a piece may end anywhere, in the middle of a tag or of a character.
 *
 * @param scan gets the bytes and returns how many it has used, or `STOP`
 */
export async function scanPieces(pieces: AsyncIterable<Uint8Array>, scan: (bytes: Buffer) => number): Promise<void> {
  let buffer = Buffer.allocUnsafe(2 * UNPACKED_PIECE);
  let kept = 0;
  for await (const piece of pieces) {
    const length = kept + piece.length;
    if (length > buffer.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      buffer.copy(larger, 0, 0, kept);
      buffer = larger;
    }
    buffer.set(piece, kept);
    const used = scan(buffer.subarray(0, length));
    if (used === STOP) return;
    kept = length - used;
    if (kept > LONGEST_TOKEN) throw new Declined('a tag or a text has no end');
    buffer.copyWithin(0, used, length);
  }
}

/** What a scanner returns when it has seen enough. */
export const STOP = -1;

function packedContent(archive: Buffer, { name, offset, packed, method }: ZipEntry): Buffer {
  if (method !== 0 && method !== 8) throw new Declined(`${name} is packed in an unknown way`);
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL_HEADER) {
    throw new Declined(`${name} is not where the directory says`);
  }
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packed > archive.length) throw new Declined(`${name} ends behind the file`);
  return archive.subarray(start, start + packed);
}

async function* inflated(packed: Buffer, pieceSize: number, onPacked?: (bytes: number) => void) {
  const inflate = createInflateRaw({ chunkSize: Math.max(pieceSize, 64) });
  inflate.end(packed);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      onPacked?.(inflate.bytesWritten);
      if (piece.length <= pieceSize) yield piece;
      else yield* slices(piece, pieceSize);
    }
  } catch (cause) {
    throw new Declined('the packed data is damaged', { cause });
  } finally {
    inflate.destroy();
  }
}

async function* slices(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
