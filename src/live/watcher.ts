/**
 * Follows files by looking at them again and again. Notifications of the system are lost over network shares, renames
 * and replaced files; a look at a handful of names costs microseconds.
 */
import { isUnfinished, type Look, lookAtAll, markOf } from './look.js';
import { createSettler, PATIENCE, type Patience, type Settler } from './settle.js';

/** Milliseconds between two looks. */
export const LOOK_EVERY = 200;

export interface WatchOptions {
  /** The files to look at now; they may change with what a config says. */
  readonly names: () => readonly string[];
  /** Called once a change is over. It is not awaited: what it starts may take longer than the next change. */
  readonly changed: () => void;
  /** Something else that makes the report another one, such as the day. */
  readonly besides?: () => string;
  /** Milliseconds of a clock that does not go back. */
  readonly now: () => number;
  readonly every?: number;
  readonly patience?: Patience;
  readonly look?: (names: readonly string[]) => Promise<readonly Look[]>;
}

export interface Watcher {
  /** Looks once; the loop does it by itself. */
  readonly poll: () => Promise<void>;
  /** Whether a file has changed and is not yet left alone. */
  readonly isMoving: () => boolean;
  readonly stop: () => void;
}

/** Takes the files as they are for the ones that were read, and begins to look at them. */
export async function watchFiles(options: WatchOptions): Promise<Watcher> {
  const { names, changed, besides = () => '', now, every = LOOK_EVERY, patience = PATIENCE } = options;
  const look = options.look ?? lookAtAll;
  const see = async (): Promise<{ mark: string; unfinished: boolean }> => {
    const looks = await look(names());
    return { mark: `${besides()}\n${markOf(looks)}`, unfinished: isUnfinished(looks) };
  };
  const settler: Settler = createSettler((await see()).mark, patience);
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const poll = async (): Promise<void> => {
    const { mark, unfinished } = await see();
    if (!stopped && settler.see(mark, unfinished, now())) changed();
  };
  const next = (): void => {
    timer = setTimeout(() => {
      poll().then(() => {
        if (!stopped) next();
      });
    }, every);
  };
  if (every > 0) next();
  return {
    poll,
    isMoving: settler.isMoving,
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
