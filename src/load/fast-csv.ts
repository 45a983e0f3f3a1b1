import { type BytePlan, ByteTable, type ByteTableContents } from './byte-table.js';
import type { ByteSource } from './bytes.js';
import { guessBoundary, type SecondReader, startSecondReader } from './second-reader.js';
import type { HeaderScore } from './several-tables.js';

/** What is read, and who else wants to see it. */
export interface FastInput {
  readonly source: ByteSource;
  /** The content, as `source` gives it, with whatever listens to it; its checksum is taken when it was read to the end. */
  readonly content: () => AsyncIterable<Uint8Array>;
  /** The same, for who reads a part of it only: no checksum. */
  readonly part: () => AsyncIterable<Uint8Array>;
  /** Takes the checksum that another thread will have taken, null if it could not; absent where it is known already. */
  readonly later?: ((sha256: Promise<string | null>) => void) | undefined;
  /** Bytes at the beginning that are no records: a byte order mark, an instruction such as `sep=;`. */
  readonly skip: number;
}

/** A second thread repays its start from about this size on (bench: 100 k rows, 20 MB, are read in 80 ms). */
export const TWO_THREADS_FROM = 40_000_000;

const LF = 0x0a;
const CR = 0x0d;

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
 */
export async function readFast(
  input: FastInput,
  plan: BytePlan,
  score: HeaderScore,
  twoThreadsFrom: number = TWO_THREADS_FROM,
): Promise<ByteTableContents | null> {
  const table = new ByteTable(plan, score);
  const { path, size } = input.source;
  const isLarge = path !== null && size !== null && size >= twoThreadsFrom;
  const boundary = isLarge ? await guessBoundary(path, size, plan) : null;
  const second =
    boundary === null || size === null
      ? null
      : startSecondReader({
          ...boundary,
          plan: partPlan(plan, size - boundary.from),
          checksum: input.later !== undefined,
        });
  if (boundary === null || second === null) {
    return (await feed(table, input, input.skip, Number.POSITIVE_INFINITY)) ? table.finish() : null;
  }
  let contents: ByteTableContents | null = null;
  try {
    contents = await readTwice(table, input, boundary.from, second);
    return contents;
  } finally {
    if (contents === null || input.later === undefined) second.stop();
  }
}

/**
 * The first thread reads up to the boundary. Only if a record ends exactly there, and nothing before bears on what
 * follows, does the other's part count; otherwise the rest is read here.
 */
async function readTwice(
  table: ByteTable,
  input: FastInput,
  boundary: number,
  second: SecondReader,
): Promise<ByteTableContents | null> {
  const partly: FastInput = { ...input, content: input.part };
  if (!(await feed(table, partly, input.skip, boundary))) return null;
  const part = table.mayEndPart() ? await second.part : null;
  if (part === null && !(await feed(table, partly, boundary, Number.POSITIVE_INFINITY))) return null;
  if (part !== null) table.absorb(part);
  input.later?.(second.sha256);
  return table.finish();
}

/** Feeds the bytes from `from` up to `to`, and no more is read. False when the table declines. */
async function feed(table: ByteTable, input: FastInput, from: number, to: number): Promise<boolean> {
  let at = 0;
  for await (const piece of input.content()) {
    const part = piece.subarray(Math.max(0, from - at), Math.max(0, to - at));
    at += piece.length;
    if (part.length > 0 && !table.feed(part, false)) return false;
    if (at >= to) return true;
  }
  return table.feed(new Uint8Array(0), true);
}

/** The plan for a part that is not the first: no header, nothing known above it, lines counted from its own. */
function partPlan(plan: BytePlan, size: number): BytePlan {
  return { ...plan, headerRow: 0, known: [], lookedTo: 0, firstLine: 0, size };
}
