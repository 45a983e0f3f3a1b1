import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import node from 'node:process';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { namesIn, openFile, openFileSync, statFile } from '../disk/open.js';
import { type FileStamp, isSameFile } from '../disk/same-file.js';
import { UserError } from '../errors/user-error.js';
import { printSize } from '../locale/byte-size.js';
import { suggest } from '../locale/suggest.js';
import { mostInMemory, type SizeLimits, sizeLimits } from './size-limits.js';
import { sniff } from './sniff.js';

/** How the bytes of one input are reached, as often as they are needed. */
export interface ByteSource {
  /** As the user named it. */
  readonly file: string;
  /** Where the content can be read as it is, by another thread too; null for what is packed or came through a pipe. */
  readonly path: string | null;
  /** What that file was when it was opened; null where there is no path. */
  readonly stamp: FileStamp | null;
  /** Bytes on disk; null where only reading to the end would tell. */
  readonly size: number | null;
  /** The first bytes, unpacked where the input is gzip: enough to tell what it is. */
  readonly start: Uint8Array;
  /** `start` is all there is. */
  readonly startIsAll: boolean;
  readonly limits: SizeLimits;
  /**
   * The content in pieces, unpacked where the input is gzip. A piece is valid until the next one is asked for.
   * `onRaw` sees every piece as it is on disk.
   */
  content(onRaw?: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array, void, undefined>;
  /** Throws changed_while_reading unless the file is still the one that was opened. */
  assertUnchanged(): Promise<void>;
}

/** Bytes asked from the disk at once: fewer calls than 64 KiB, and small enough for the processor's cache. */
export const PIECE = 512 * 1024;
const START = 256 * 1024;
const GZIP_MAGIC = [0x1f, 0x8b, 0x08];

/**
 * Opens a path, or standard input for `-`. A regular file is read again for every pass; what has no beginning to go
 * back to (a pipe, a FIFO such as `<(cat deals.csv)`) is kept in memory, if its beginning may be a table.
 *
 * @throws UserError file_not_found, is_directory, unreadable, too_large, not_a_table
 */
export async function openBytes(
  file: string,
  pieceSize: number = PIECE,
  limits: SizeLimits = sizeLimits(undefined),
): Promise<ByteSource> {
  if (file === '-') return kept(file, standardInput(), limits);
  const opened = await statOf(file);
  if (opened.isDirectory()) throw new UserError('is_directory', { file }, { file });
  if (!opened.isFile()) return kept(file, readFile(file, pieceSize), limits);
  const { size, mtimeMs, ino } = opened;
  const raw: Raw = { path: file, stamp: { size, mtimeMs, ino }, size, pieces: () => readFile(file, pieceSize) };
  return unpacked(file, raw, limits, async () => {
    if (!isSameFile(await statOf(file), opened)) throw new UserError('changed_while_reading', { file }, { file });
  });
}

/** A file that is read where one likes, into memory that is there already; waiting for it. */
export interface DirectFile {
  /** How many bytes were read, 0 at the end. @throws UserError unreadable */
  read(into: Uint8Array, at: number): number;
  close(): void;
}

/**
 * Opens the `path` of a source.
 *
 * @param file as the user named it
 * @throws UserError unreadable
 */
export function openDirect(file: string, path: string): DirectFile {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      return failed(file, cause);
    }
  };
  const descriptor = guarded(() => openFileSync(path));
  return {
    read: (into, at) => guarded(() => readSync(descriptor, into, 0, into.length, at)),
    close: () => closeSync(descriptor),
  };
}

/** The same over bytes that are in memory already. */
export function bytesSource(file: string, bytes: Uint8Array, pieceSize: number = PIECE): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) pieces.push(bytes.subarray(at, at + pieceSize));
  return unpacked(file, { size: bytes.length, pieces: () => iterate(pieces) }, sizeLimits(undefined), async () => {});
}

/** The same over pieces that can be had again and again, such as a part of an archive. Its size is not known. */
export function piecesSource(
  file: string,
  pieces: () => AsyncIterable<Uint8Array>,
  limits: SizeLimits,
  assertUnchanged: () => Promise<void>,
): Promise<ByteSource> {
  return unpacked(file, { size: null, pieces }, limits, assertUnchanged);
}

/**
 * The whole content in one buffer, for readers that need it; and the SHA-256 of the bytes on disk.
 *
 * @param ratio how many times as long as on disk it may be unpacked
 * @throws UserError too_large
 */
export async function readWhole(source: ByteSource, ratio: number): Promise<{ bytes: Buffer; sha256: string }> {
  const { file, path, size, limits } = source;
  if (path !== null && size !== null) return readPlace(source, path, size);
  const most = path === null ? mostInMemory(limits, size, ratio) : Number.POSITIVE_INFINITY;
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source.content((raw) => hash.update(raw))) {
    length += piece.length;
    if (length > most) throw tooLarge(file, most);
    pieces.push(Buffer.from(piece));
  }
  await source.assertUnchanged();
  return { bytes: Buffer.concat(pieces), sha256: hash.digest('hex') };
}

/** The same of what lies on disk as it is: into the one buffer, at once. */
async function readPlace(source: ByteSource, path: string, size: number): Promise<{ bytes: Buffer; sha256: string }> {
  const file = openDirect(source.file, path);
  const hash = createHash('sha256');
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  try {
    while (length < size) {
      const read = file.read(bytes.subarray(length, length + PIECE), length);
      if (read === 0) break;
      hash.update(bytes.subarray(length, length + read));
      length += read;
    }
  } finally {
    file.close();
  }
  await source.assertUnchanged();
  return { bytes: bytes.subarray(0, length), sha256: hash.digest('hex') };
}

interface Raw {
  readonly path?: string;
  readonly stamp?: FileStamp;
  readonly size: number | null;
  pieces(): AsyncIterable<Uint8Array>;
}

function tooLarge(file: string, most: number): UserError {
  return new UserError(
    'too_large',
    { file, most: printSize(most), more: printSize(4 * most).replace(' ', '') },
    { file },
  );
}

async function unpacked(
  file: string,
  raw: Raw,
  limits: SizeLimits,
  assertUnchanged: () => Promise<void>,
): Promise<ByteSource> {
  const beginning = await firstBytes(raw.pieces(), START);
  const gzip = GZIP_MAGIC.every((byte, index) => beginning[index] === byte);
  async function* content(onRaw?: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (gzip) yield* bounded(inflate(raw.pieces(), onRaw), file, limits.unpacked);
      else yield* watched(raw.pieces(), onRaw);
    } catch (cause) {
      if (gzip && isZlibError(cause)) throw new UserError('damaged_gzip', { file }, { file }, { cause });
      throw cause;
    }
  }
  const start = gzip ? await firstBytes(content(), START) : beginning;
  const path = gzip ? null : (raw.path ?? null);
  const stamp = gzip ? null : (raw.stamp ?? null);
  const startIsAll = start.length < START;
  return { file, path, stamp, size: raw.size, start, startIsAll, limits, content, assertUnchanged };
}

async function firstBytes(pieces: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let got = 0;
  for await (const piece of pieces) {
    // Valid until the next is asked for, which nobody will.
    if (got === 0 && piece.length >= length) return piece.subarray(0, length);
    parts.push(Buffer.from(piece.subarray(0, length - got)));
    got += piece.length;
    if (got >= length) break;
  }
  return Buffer.concat(parts);
}

async function* watched(pieces: AsyncIterable<Uint8Array>, onRaw?: (bytes: Uint8Array) => void) {
  for await (const piece of pieces) {
    onRaw?.(piece);
    yield piece;
  }
}

async function* bounded(pieces: AsyncIterable<Uint8Array>, file: string, most: number) {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw tooLarge(file, most);
    yield piece;
  }
}

async function* inflate(pieces: AsyncIterable<Uint8Array>, onRaw?: (bytes: Uint8Array) => void) {
  // The unpacker works on a piece while the next is read, so each one is copied.
  const copies = async function* () {
    for await (const piece of watched(pieces, onRaw)) yield Buffer.from(piece);
  };
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(Readable.from(copies()), gunzip, () => {});
  for await (const piece of gunzip) yield piece as Uint8Array;
}

async function* iterate(pieces: readonly Uint8Array[]) {
  yield* pieces;
}

/**
 * The pieces of a file; while one is looked at, the next is being read. But for the first, which is all that most who open
 * a file want of it: a beginning is no longer than is looked at there, and nothing is read ahead of it.
 */
async function* readFile(file: string, pieceSize: number): AsyncGenerator<Uint8Array, void, undefined> {
  const handle = await openFile(file).catch((cause: unknown) => failed(file, cause));
  const read = (buffer: Buffer) => {
    const reading = handle.read(buffer, 0, buffer.length, null);
    // A failure is thrown where the piece is asked for, which may be never.
    reading.catch(() => {});
    return reading;
  };
  const beginning = Buffer.allocUnsafe(Math.min(START, pieceSize));
  let reading = read(beginning);
  try {
    const first = await reading.catch((cause: unknown) => failed(file, cause));
    if (first.bytesRead === 0) return;
    yield beginning.subarray(0, first.bytesRead);
    let current = Buffer.allocUnsafe(pieceSize);
    let other = Buffer.allocUnsafe(pieceSize);
    reading = read(current);
    for (;;) {
      const { bytesRead } = await reading.catch((cause: unknown) => failed(file, cause));
      if (bytesRead === 0) return;
      reading = read(other);
      yield current.subarray(0, bytesRead);
      [current, other] = [other, current];
    }
  } finally {
    await reading.catch(() => {});
    await handle.close();
  }
}

/**
 * Standard input as Node opens it: a pipe that has nothing to give yet is waited for. Asked for only here, because to
 * touch it is to open it.
 */
function standardInput(): AsyncIterable<Uint8Array> {
  return node.stdin;
}

/** An input that can be read once: kept in memory. */
async function kept(file: string, pieces: AsyncIterable<Uint8Array>, limits: SizeLimits): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let looked = false;
  try {
    for await (const piece of bounded(pieces, file, limits.unpacked)) {
      parts.push(Uint8Array.from(piece));
      size += piece.length;
      // What is no table may have no end either.
      if (!looked && size >= START) {
        looked = true;
        assertMayBeTable(file, Buffer.concat(parts).subarray(0, START));
      }
    }
  } catch (cause) {
    failed(file, cause);
  }
  return unpacked(file, { size, pieces: () => iterate(parts) }, limits, async () => {});
}

function assertMayBeTable(file: string, start: Uint8Array): void {
  if (GZIP_MAGIC.every((byte, index) => start[index] === byte)) return;
  const content = sniff(start);
  if (content.kind === 'other') throw new UserError('not_a_table', { file, looksLike: content.looksLike }, { file });
}

async function statOf(file: string) {
  try {
    return await statFile(file);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') {
      throw new UserError('file_not_found', { file, suggestion: await nearName(file) }, { file }, { cause });
    }
    return failed(file, cause);
  }
}

async function nearName(file: string): Promise<string | null> {
  const folder = dirname(file);
  const names = await namesIn(folder).catch(() => []);
  const near = suggest(basename(file), [...names].sort());
  if (near === null) return null;
  return folder === '.' && !file.startsWith('.') ? near : join(folder, near);
}

function failed(file: string, cause: unknown): never {
  if (cause instanceof UserError) throw cause;
  const code = codeOf(cause);
  if (code === null) throw cause;
  if (code === 'EISDIR') throw new UserError('is_directory', { file }, { file }, { cause });
  throw new UserError(
    'unreadable',
    { file, denied: code === 'EACCES' || code === 'EPERM', cause: code },
    { file },
    { cause },
  );
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

function isZlibError(cause: unknown): boolean {
  const code = codeOf(cause);
  return code !== null && (code.startsWith('Z_') || code.startsWith('ERR_ZLIB'));
}
