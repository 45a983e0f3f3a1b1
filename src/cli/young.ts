/** How much memory V8 takes for new objects. */
import { setFlagsFromString } from 'node:v8';

/** New objects stay within the megabyte or two that they have; only on its command line does V8 take 2 for the least. */
const NO_GROWTH = '--semi-space-growth-factor=1';
/** V8's own figure. */
const USUAL_GROWTH = '--semi-space-growth-factor=2';

/** Where threads tell each other who needs V8's flags as they usually are: a lock, and how many do. */
const LOCK = 0;
const USERS = 1;
const told = { use: new Int32Array(new SharedArrayBuffer(8)) };

/** Nobody holds the lock for longer than it takes to set a flag; a thread that was ended while it did keeps it for ever. */
const TRIES = 20;
const TRY_MS = 1;

/** What another thread of this process is given, so that both agree on V8's flags, which are one set for all threads. */
export function useOfFlags(): Int32Array<SharedArrayBuffer> {
  return told.use;
}

/** Agrees with the thread that this was got from. */
export function shareUseOfFlags(use: Int32Array<SharedArrayBuffer>): void {
  told.use = use;
}

/**
 * Keeps the memory of new objects small. V8 lets it grow to 16 megabytes, twice, where much survives, as it does while a
 * program is loaded; each page of that is memory which has to be got from the system, which takes longer than to
 * look at one megabyte more often. A thread that starts takes it back, at any time until it runs: to be said again then.
 */
export function keepYoungSmall(): void {
  counted(0);
}

/**
 * Does what hangs on V8's flags, as compiled code that is kept does, under the usual ones, and keeps the memory of new objects
 * small from then on: nobody can ask whether a thread has taken it back meanwhile.
 */
export function underUsualGrowth<T>(work: () => T): T {
  counted(1);
  try {
    return work();
  } finally {
    counted(-1);
  }
}

/** The usual flags while anybody needs them, else the others. */
function counted(more: number): void {
  const { use } = told;
  for (let tries = 0; Atomics.compareExchange(use, LOCK, 0, 1) !== 0 && tries < TRIES; tries++)
    Atomics.wait(use, LOCK, 1, TRY_MS);
  const users = Atomics.add(use, USERS, more) + more;
  setFlagsFromString(users > 0 ? USUAL_GROWTH : NO_GROWTH);
  Atomics.store(use, LOCK, 0);
  Atomics.notify(use, LOCK);
}
