/**
 * The other thread of this process: it reads a part of a large file, and does other work beside. Who knows from the
 * arguments that it will be needed starts it before anything else is loaded: it takes as long to start as that does.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Fence, fenceOfThread } from './fence.js';

/** What another thread knows before it has something to do. */
export interface ThreadStart<Data = unknown> {
  /** What the thread that starts another stands within, to be put up there too. */
  readonly fence: Fence | null;
  /** A file of which the checksum will be asked for: it is taken while there is nothing else to do. */
  readonly ahead: string | null;
  /** For a program that runs before the thread's own, and loads that: where it is, and what else it was given. */
  readonly first: { readonly program: string; readonly data: Data } | null;
}

/** A program that the thread runs first. */
export interface FirstProgram {
  readonly file: URL;
  /** What it is told. */
  readonly data: unknown;
}

/** How a thread is to start. */
export interface EarlyStart {
  /** Called when it has ended, or at once where there is none. */
  readonly ended?: (() => void) | undefined;
  readonly first?: FirstProgram | undefined;
}

/** Bytes of a file on disk from which a second thread repays its start (bench: 100 k rows, 20 MB, are read in 80 ms). */
export const TWO_THREADS_FROM = 10_000_000;

/** Megabytes of that thread's new objects: what it works on is not among them, and what Node takes otherwise is 20 MB more. */
const YOUNG = 6;

const early: { thread: Worker | null } = { thread: null };

/**
 * Starts the thread that the next `takeThread` gives.
 *
 * @param ahead a large file, to begin with its checksum; null = there is nothing to begin with
 */
export function startEarly(ahead: string | null, { ended, first }: EarlyStart = {}): void {
  const thread = startThread(ahead, first);
  early.thread = thread;
  if (thread === null) ended?.();
  // It waits for a while only.
  thread?.once('exit', () => {
    if (early.thread === thread) early.thread = null;
    ended?.();
  });
}

/** A thread of one's own, started early or now; null with one processor, or without the program. */
export function takeThread(): Worker | null {
  const { thread } = early;
  early.thread = null;
  return thread ?? startThread(null);
}

function startThread(ahead: string | null, first?: FirstProgram): Worker | null {
  const program = availableParallelism() > 1 ? programOfThread() : null;
  if (program === null) return null;
  const start: ThreadStart = {
    fence: fenceOfThread(),
    ahead,
    first: first === undefined ? null : { program: fileURLToPath(program), data: first.data },
  };
  const worker = new Worker(first?.file ?? program, {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  // It keeps no process alive by itself; whatever goes wrong there, this thread does itself.
  worker.unref();
  worker.on('error', () => {});
  return worker;
}

/** The built program, seen from the bundle that this file is part of; null when running from source. */
function programOfThread(): URL | null {
  const places = ['../second/worker.js', './second/worker.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? null;
}
