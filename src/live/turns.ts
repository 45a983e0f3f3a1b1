/** One thing at a time, in the order asked for; what is asked for twice is done once. */

/** More are waiting than are worth waiting for. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Nobody waits for it any more. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

export interface Turns<T> {
  /**
   * Does the work when its turn comes. While it waits or is being done, another call with the same key gets its result.
   * Work that nobody wants by then is not begun.
   *
   * @param wanted whether this caller still waits
   * @throws TooManyWaiting, NobodyWaits, and what the work throws
   */
  readonly take: (key: string, work: () => Promise<T>, wanted?: () => boolean) => Promise<T>;
  /** The same of work that cannot be refused: it waits however many do. */
  readonly must: (key: string, work: () => Promise<T>) => Promise<T>;
  /** How many wait, beside the one that is being done. */
  readonly waiting: () => number;
}

interface Turn<T> {
  readonly result: Promise<T>;
  readonly wanted: (() => boolean)[];
}

/** @param most so many may wait */
export function createTurns<T>(most = 32): Turns<T> {
  const turns = new Map<string, Turn<T>>();
  let last: Promise<unknown> = Promise.resolve();
  const join = (key: string, work: () => Promise<T>, wanted: () => boolean, limit: number): Promise<T> => {
    const same = turns.get(key);
    if (same !== undefined) {
      same.wanted.push(wanted);
      return same.result;
    }
    if (turns.size > limit) return Promise.reject(new TooManyWaiting());
    const callers = [wanted];
    const result = last.then(async () => {
      try {
        if (!callers.some((waits) => waits())) throw new NobodyWaits();
        return await work();
      } finally {
        turns.delete(key);
      }
    });
    turns.set(key, { result, wanted: callers });
    last = result.catch(() => {});
    return result;
  };
  return {
    take: (key, work, wanted = () => true) => join(key, work, wanted, most),
    must: (key, work) => join(key, work, () => true, Number.POSITIVE_INFINITY),
    waiting: () => Math.max(0, turns.size - 1),
  };
}
