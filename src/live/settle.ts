/** When a change of files is over: programs write in pieces, and replace a file by removing it first. */

export interface Patience {
  /** Milliseconds without a change after which files are taken for whole. */
  readonly quiet: number;
  /** The same where a file is absent or empty, as one is that is being replaced. */
  readonly absent: number;
}

export const PATIENCE: Patience = { quiet: 250, absent: 1000 };

export interface Settler {
  /**
   * Takes what the files look like at a time, in milliseconds of any clock that does not go back.
   * @param unfinished a file is absent or empty
   * @returns whether the files have just settled on something new
   */
  readonly see: (mark: string, unfinished: boolean, now: number) => boolean;
  /** Whether files have changed and are not yet left alone. */
  readonly isMoving: () => boolean;
}

/** @param settled what the files looked like when they were first read */
export function createSettler(settled: string, patience: Patience = PATIENCE): Settler {
  let known = settled;
  let last = settled;
  let since = 0;
  return {
    see(mark, unfinished, now) {
      if (mark !== last) {
        last = mark;
        since = now;
        return false;
      }
      if (mark === known || now - since < (unfinished ? patience.absent : patience.quiet)) return false;
      known = mark;
      return true;
    },
    isMoving: () => last !== known,
  };
}
