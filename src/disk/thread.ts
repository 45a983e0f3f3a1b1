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
export interface ThreadStart {
  /** What the thread that starts another stands within, to be put up there too. */
  readonly fence: Fence | null;
  /** A file of which the checksum will be asked for: it is taken while there is nothing else to do. */
  readonly ahead: string | null;
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
 * @param runs called once it runs; never where there is none
 */
export function startEarly(ahead: string | null, runs?: () => void): void {
  const thread = startThread(ahead);
  early.thread = thread;
  if (runs !== undefined) thread?.once('online', runs);
  // It waits for a while only.
  thread?.once('exit', () => {
    if (early.thread === thread) early.thread = null;
  });
}

/** A thread of one's own, started early or now; null with one processor, or without the program. */
export function takeThread(): Worker | null {
  const { thread } = early;
  early.thread = null;
  return thread ?? startThread(null);
}

function startThread(ahead: string | null): Worker | null {
  const program = availableParallelism() > 1 ? programOfThread() : null;
  if (program === null) return null;
  const worker = new Worker(program, {
    workerData: { fence: fenceOfThread(), ahead } satisfies ThreadStart,
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
