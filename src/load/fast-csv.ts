import { createHash, type Hash } from 'node:crypto';
import { TWO_THREADS_FROM } from '../disk/thread.js';
import type { PlacedFile } from '../model/stored-places.js';
import { type BytePlan, ByteTable, type ByteTableContents } from './byte-table.js';
import { type ByteSource, openDirect, PIECE } from './bytes.js';
import { type KernelParts, kernelParts } from './kernel/kernel.js';
import { KernelTable } from './kernel/table.js';
import { guessBoundary, type SecondReader, startSecondReader } from './second-reader.js';
import { SecondThread } from './second-thread.js';
import type { HeaderScore } from './several-tables.js';
import { type Checksum, followed } from './text-pieces.js';

/** What is read, and who else wants to see it. */
export interface FastInput {
  readonly source: ByteSource;
  /** Taken when all was read, unless it is known already. */
  readonly checksum: Checksum;
  /** Takes the checksum that another thread will have taken, null if it could not. */
  readonly later: (sha256: Promise<string | null>) => void;
  readonly onProgress?: ((bytes: number, total: number | null) => void) | undefined;
  /** Another thread to read a part of a large file; one of its own when left out. */
  readonly thread?: SecondThread | undefined;
  /** What this thread does before it reads, while the other one has begun: it then has the smaller part. */
  readonly meanwhile?: (() => Promise<void>) | undefined;
  /** Bytes at the beginning that are no records: a byte order mark, an instruction such as `sep=;`. */
  readonly skip: number;
}

/**
 * Bytes that the first thread reads before the second begins, which needs as long to start: enough rows to tell which
 * columns will be plain.
 */
const LOOK = 6 * PIECE;
/** Bytes after which others get their turn. */
const TURN = 16 * PIECE;

/** Below, texts that are stored take little. */
const LEAVE_FROM = 40_000_000;
/** Bytes of a file whose places are words, and one word is none of them. */
const MOST_PLACES = 0xffff_ffff;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Bytes that the second thread reads while the first one loads what it needs behind the rows: some 50 ms (bench, 1 M rows).
 * Both take longer on a slower machine.
 */
const LEAD = 12_000_000;

/** The first thread's share of a file of so many bytes. The second one needs a moment to begin, the first one to put the parts together. */
function firstShare(size: number, isAhead: boolean): number {
  return isAhead ? Math.max(Math.min(LOOK, size / 2), (size - LEAD) / 2) : size / 2;
}

/** Whether the byte reader knows cells separated like this. */
export function isByteDelimiter(delimiter: string): boolean {
  const code = delimiter.charCodeAt(0);
  return delimiter.length === 1 && code > 0 && code < 0x80 && code !== LF && code !== CR && delimiter !== '"';
}

/**
 * Reads a whole table from the bytes of UTF-8 text, two threads sharing a large file. Null when it declines: stray or
 * unterminated quotes, NUL bytes, bytes that are no UTF-8 (or say that they once were not), records of megabytes. What
 * it gives is what the reference reader would.
 *
 * @param twoThreadsFrom bytes on disk from which a second thread is used
 * @param leaveFrom the same from which texts may stay there, where it is asked
 */
export async function readFast(
  input: FastInput,
  plan: BytePlan,
  score: HeaderScore,
  twoThreadsFrom: number = TWO_THREADS_FROM,
  leaveFrom: number = LEAVE_FROM,
): Promise<ByteTableContents | null> {
  const kernel = kernelParts();
  if (kernel === null) return readPieces(new ByteTable(plan, score), input);
  const { path, size } = input.source;
  const inFile = placedFile(input.source, plan, leaveFrom);
  const placed = { ...plan, inFile, firstByte: input.skip };
  const table = new KernelTable(kernel, placed, score);
  const contents =
    path === null || size === null
      ? await readPieces(table, input)
      : await readShared(table, kernel, input, placed, { path, size, twoThreadsFrom });
  // What the kernel has no room for may have room where each column has its own.
  return contents === null && table.isFull ? readPieces(new ByteTable(plan, score), input) : contents;
}

/** The file in which texts may stay, if some may. */
function placedFile(
  { file, path, stamp }: ByteSource,
  { delimiter, values }: BytePlan,
  least: number,
): PlacedFile | undefined {
  const isAsked =
    values !== undefined && [...values.values()].some((kind) => kind === 'places' || kind === 'placed_days');
  if (!isAsked || path === null || stamp === null || stamp.size < least || stamp.size > MOST_PLACES) return undefined;
  return { file, path, delimiter, ...stamp };
}

interface OnDisk {
  readonly path: string;
  readonly size: number;
  readonly twoThreadsFrom: number;
}

async function readShared(
  table: KernelTable,
  kernel: KernelParts,
  input: FastInput,
  plan: BytePlan,
  { path, size, twoThreadsFrom }: OnDisk,
): Promise<ByteTableContents | null> {
  const reader = size >= twoThreadsFrom ? startSecondReader(input.thread ?? new SecondThread()) : null;
  let second: Second | null = null;
  let contents: ByteTableContents | null = null;
  try {
    const checksum = input.checksum.sha256 === null;
    const share = firstShare(size, input.meanwhile !== undefined);
    const boundary = reader && (await guessBoundary(path, share, plan));
    if (reader !== null && boundary !== null) {
      const begin = (places: number): void =>
        reader.read({ ...boundary, kernel, places, plan: partPlan(plan, boundary.from, size), checksum });
      second = { reader, from: boundary.from, size, begin, checksum };
    }
    contents = await readDirect(table, input, path, second);
    return contents;
  } finally {
    if (contents === null || !second?.checksum) reader?.stop();
  }
}

/** Takes pieces, cut anywhere; false when it declines. */
type Reading = Pick<ByteTable, 'feed' | 'finish'>;

async function readPieces(table: Reading, { source, checksum, onProgress, skip }: FastInput) {
  let at = 0;
  for await (const piece of followed(source, checksum, onProgress)) {
    const part = piece.subarray(Math.max(0, skip - at));
    at += piece.length;
    if (part.length > 0 && !table.feed(part, false)) return null;
  }
  return table.feed(new Uint8Array(0), true) ? table.finish() : null;
}

/** Another thread for the rest of a file. */
interface Second {
  readonly reader: SecondReader;
  readonly from: number;
  readonly size: number;
  /** Lets it begin, with the places where its part is to stand. */
  readonly begin: (places: number) => void;
  /** It takes the checksum, too. */
  readonly checksum: boolean;
}

/** The plan for a part that is not the first: no header, nothing known above it, lines counted from its own. */
function partPlan(plan: BytePlan, from: number, size: number): BytePlan {
  return { ...plan, headerRow: 0, known: [], lookedTo: 0, firstLine: 0, firstByte: from, size: size - from };
}

/**
 * Reads a file into the memory of the table. With another thread, up to where that one began: only if a record ends
 * exactly there, and nothing before bears on what follows, does the other's part count; otherwise the rest is read here.
 */
async function readDirect(
  table: KernelTable,
  input: FastInput,
  path: string,
  second: Second | null,
): Promise<ByteTableContents | null> {
  const { source, checksum, skip } = input;
  const file = openDirect(source.file, path);
  const hash = checksum.sha256 === null && second === null ? createHash('sha256') : null;
  try {
    if (hash !== null && skip > 0) hash.update(source.start.subarray(0, skip));
    const read = (from: number, to: number) => readFrom(file.read, table, input, hash, from, to);
    let at = skip;
    if (second !== null) {
      at = Math.min(second.from, skip + LOOK);
      if (!(await read(skip, at))) return null;
      const places = table.planPart(second.from, second.size);
      if (places === null) return null;
      second.begin(places);
    }
    await input.meanwhile?.();
    second?.reader.hold();
    if (!(await read(at, second?.from ?? Number.POSITIVE_INFINITY))) return null;
    if (second !== null) {
      const part = table.mayEndPart() ? await second.reader.part : null;
      if (part === null && !(await read(second.from, Number.POSITIVE_INFINITY))) return null;
      if (part !== null && !table.absorb(part)) return null;
      if (second.checksum) input.later(second.reader.sha256);
    }
  } finally {
    file.close();
  }
  if (hash !== null) checksum.sha256 = hash.digest('hex');
  return table.finish();
}

async function readFrom(
  read: (into: Uint8Array, at: number) => number,
  table: KernelTable,
  { source, onProgress }: FastInput,
  hash: Hash | null,
  from: number,
  to: number,
): Promise<boolean> {
  let turn = from + TURN;
  for (let at = from; at < to; ) {
    const room = table.room(Math.min(PIECE, to - at));
    if (room === null) return false;
    const length = read(room, at);
    hash?.update(room.subarray(0, length));
    at += length;
    onProgress?.(at, source.size);
    if (!table.fed(length, length === 0)) return false;
    if (length === 0) return true;
    if (at < turn) continue;
    turn = at + TURN;
    await new Promise(setImmediate);
  }
  return true;
}
