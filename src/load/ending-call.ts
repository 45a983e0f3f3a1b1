import { runInNewContext } from 'node:vm';

/**
 * The result of a synchronous call that may never end, given so many milliseconds of the processor's time. The clock
 * can run out first where others use the processor: then the call is made again, with more of it.
 *
 * @param work milliseconds of the processor from which the call is stopped
 * @throws what the call throws; an error that {@link isTimeout} knows when it was stopped
 */
export function endingCall<T>(call: () => T, work: number, usedBy: () => number = processTime): T {
  for (let clock = work; ; clock *= 2) {
    const before = usedBy();
    try {
      // Not a sandbox: the way to stop a synchronous call after a time.
      return runInNewContext('call()', { call }, { timeout: clock });
    } catch (cause) {
      if (!isTimeout(cause) || usedBy() - before >= ENOUGH * work) throw cause;
    }
  }
}

/** Share of the work from which a call that was stopped had its chance: the clock has its own rounding. */
const ENOUGH = 0.9;

/** Milliseconds of the processor that this process has used. */
function processTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Whether an error says that a call was stopped. It belongs to another context: it is no `Error` of this one. */
export function isTimeout(cause: unknown): boolean {
  return (cause as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
