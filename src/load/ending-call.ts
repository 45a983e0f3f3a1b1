import { runInNewContext } from 'node:vm';

/**
 * The result of a synchronous call that may never end, given so many milliseconds. Where others use the processor these
 * say nothing of the call: a piece of work of known size tells whether they do, and the call is made again with twice
 * the time.
 *
 * @throws what the call throws; an error that {@link isTimeout} knows when it was stopped
 */
export function endingCall<T>(call: () => T, limit: number, isBusy: (limit: number) => boolean = processorIsBusy): T {
  for (let time = limit; ; time *= 2) {
    try {
      return stoppedAfter(time, call);
    } catch (cause) {
      if (!isTimeout(cause) || time >= MOST_PATIENCE * limit || !isBusy(limit)) throw cause;
    }
  }
}

/** However busy the processor is, an end comes. */
const MOST_PATIENCE = 16;
/** Rounds of a loop that take a millisecond where a fifth of a processor of ten years ago is left for it. */
const ROUNDS = 100_000;
/** Share of a call's time that finding out may take. */
const SHARE = 1 / 20;

function processorIsBusy(limit: number): boolean {
  const time = Math.max(1, Math.round(limit * SHARE));
  try {
    stoppedAfter(time, () => {
      let sum = 0;
      for (let round = 0; round < time * ROUNDS; round++) sum = (sum + round) % 65_521;
      return sum;
    });
    return false;
  } catch (cause) {
    if (isTimeout(cause)) return true;
    throw cause;
  }
}

/** Not a sandbox: the way to stop a synchronous call after a time. */
function stoppedAfter<T>(timeout: number, call: () => T): T {
  return runInNewContext('call()', { call }, { timeout });
}

/** Whether an error says that a call was stopped. It belongs to another context: it is no `Error` of this one. */
export function isTimeout(cause: unknown): boolean {
  return (cause as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
