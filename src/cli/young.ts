/** How much memory V8 takes for new objects. */
import { setFlagsFromString } from 'node:v8';

/** New objects stay within the megabyte or two that they have; only on its command line does V8 take 2 for the least. */
const NO_GROWTH = '--semi-space-growth-factor=1';
/** V8's own figure. */
const USUAL_GROWTH = '--semi-space-growth-factor=2';

/**
 * Keeps the memory of new objects small. V8 lets it grow to 16 megabytes, twice, where much survives, as it does while a
 * program is loaded; each page of that is memory which has to be got from the system, which takes longer than to
 * look at one megabyte more often. A thread that starts takes it back, at any time until it runs: to be said again then.
 */
export function keepYoungSmall(): void {
  setFlagsFromString(NO_GROWTH);
}

/**
 * Does what hangs on V8's flags, as compiled code that is kept does, under the usual ones, and keeps the memory of new objects
 * small from then on: nobody can ask whether a thread has taken it back meanwhile.
 */
export function underUsualGrowth<T>(work: () => T): T {
  setFlagsFromString(USUAL_GROWTH);
  try {
    return work();
  } finally {
    keepYoungSmall();
  }
}
