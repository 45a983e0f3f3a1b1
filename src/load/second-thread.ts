import type { Worker } from 'node:worker_threads';
import { takeThread } from '../disk/thread.js';

/** What is asked of a thread that runs. Not Node's own type: who uses the library's types need not have those of Node. */
export interface RunningThread {
  postMessage(message: unknown, moved?: readonly object[]): void;
  once(event: 'exit', then: () => void): unknown;
}

/**
 * A thread that works for this one: it reads a part of a large file, then whatever else it is given (see `second/`). It
 * is started when it is first needed (or before, see disk/thread.ts), keeps no process alive by itself, and ends when nobody needs it any more.
 */
export class SecondThread {
  #worker: Worker | null = null;

  /** The thread; null with one processor, or without the program. */
  start(): RunningThread | null {
    if (this.#worker !== null) return this.#worker;
    const worker = takeThread();
    if (worker === null) return null;
    this.#worker = worker;
    const ended = (): void => {
      if (this.#worker === worker) this.#worker = null;
    };
    // Whatever goes wrong there, this thread does itself.
    worker.on('error', ended);
    worker.once('exit', ended);
    return worker;
  }

  /** The thread, if it was started. */
  running(): RunningThread | null {
    return this.#worker;
  }

  /** Ends it, whatever it is at. */
  stop(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}
