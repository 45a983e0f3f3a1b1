import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Fence, fenceOfThread } from '../disk/fence.js';

/** What another thread knows before it has something to do. */
export interface ThreadStart {
  /** What the thread that starts another stands within, to be put up there too. */
  readonly fence: Fence | null;
}

/** What is asked of a thread that runs. Not Node's own type: who uses the library's types need not have those of Node. */
export interface RunningThread {
  postMessage(message: unknown, moved?: readonly object[]): void;
  once(event: 'exit', then: () => void): unknown;
}

/**
 * A thread that works for this one: it reads a part of a large file, then whatever else it is given (see `second/`). It
 * is started when it is first needed, keeps no process alive by itself, and ends when nobody needs it any more.
 */
export class SecondThread {
  #worker: Worker | null = null;

  /** The thread; null with one processor, or without the program. */
  start(): RunningThread | null {
    if (this.#worker !== null) return this.#worker;
    const program = availableParallelism() > 1 ? programOfThread() : null;
    if (program === null) return null;
    const worker = new Worker(program, { workerData: { fence: fenceOfThread() } satisfies ThreadStart });
    this.#worker = worker;
    worker.unref();
    const ended = (): void => {
      if (this.#worker === worker) this.#worker = null;
    };
    // Whatever goes wrong there, this thread does itself.
    worker.on('error', ended);
    worker.once('exit', ended);
    return worker;
  }

  /** Ends it, whatever it is at. */
  stop(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

/** The built program, seen from the bundle that this file is part of; null when running from source. */
function programOfThread(): URL | null {
  const places = ['../second/worker.js', './second/worker.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? null;
}
