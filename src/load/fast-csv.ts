import { type BytePlan, ByteTable, type ByteTableContents } from './byte-table.js';
import type { ByteSource } from './bytes.js';
import { guessBoundary, type SecondReader, startSecondReader } from './second-reader.js';
import type { HeaderScore } from './several-tables.js';

/** What is read, and who else wants to see it. */
export interface FastInput {
  readonly source: ByteSource;
  /** The content, as `source` gives it, with whatever listens to it. */
  readonly content: () => AsyncIterable<Uint8Array>;
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
      : startSecondReader({ ...boundary, plan: partPlan(plan, size - boundary.from) });
  if (boundary === null || second === null) {
    return (await feed(table, input, input.skip, Number.POSITIVE_INFINITY)) ? table.finish() : null;
  }
  try {
    return await readTwice(table, input, boundary.from, second);
  } finally {
    second.stop();
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
  if (!(await feed(table, input, input.skip, boundary))) return null;
  const part = table.mayEndPart() ? await second.part : null;
  if (part !== null) {
    table.absorb(part);
    return table.finish();
  }
  const rest: FastInput = { ...input, content: () => input.source.content() };
  return (await feed(table, rest, boundary, Number.POSITIVE_INFINITY)) ? table.finish() : null;
}

/** Feeds the bytes from `from` up to `to`; the rest is only listened to. False when the table declines. */
async function feed(table: ByteTable, input: FastInput, from: number, to: number): Promise<boolean> {
  let at = 0;
  for await (const piece of input.content()) {
    const part = piece.subarray(Math.max(0, from - at), Math.max(0, to - at));
    at += piece.length;
    if (part.length > 0 && !table.feed(part, false)) return false;
  }
  return to < at || table.feed(new Uint8Array(0), true);
}

/** The plan for a part that is not the first: no header, nothing known above it, lines counted from its own. */
function partPlan(plan: BytePlan, size: number): BytePlan {
  return { ...plan, headerRow: 0, known: [], lookedTo: 0, firstLine: 0, size };
}
