/**
 * Reading that begins before all of the program is loaded: files are opened and understood, another thread begins with its
 * part of the first one, and this thread goes on when it is asked for what was read.
 */
import type { RawTable } from '../load/raw-table.js';
import { SecondThread } from '../load/second-thread.js';
import { planTables, type TablePlan } from '../normalize/plan.js';
import { valueKinds } from '../normalize/value-kinds.js';
import type { FilesRequest } from './files-request.js';
import { type OpenFile, openFiles, planSettings } from './open-files.js';

/** What was begun. */
export interface BegunFiles {
  readonly thread: SecondThread;
  readonly opened: readonly OpenFile[];
  readonly plans: readonly TablePlan[];
  /** The rows of the first file, which come in time. Not as a promise: that would be waited for with the rest. */
  readonly first: { readonly rows: Promise<RawTable> | null };
}

/** Files of which the reading was begun. */
export interface ReadAhead {
  /**
   * Goes on, where what is asked is what was begun; null where it is not, and what was begun is given up. To be asked once.
   *
   * @param named columns that are named beside those of breakdowns
   * @throws UserError of the files
   */
  take(request: FilesRequest, named: readonly string[]): Promise<BegunFiles> | null;
  /** Gives up what was begun, and the file and the thread with it, unless it was taken. */
  giveUp(): void;
}

/** Nobody asks for what was begun. */
class GivenUp extends Error {}

/**
 * Begins to read. Ends when another thread is at its part, or when there is nothing to wait for; whatever is wrong with the
 * files is told when they are taken. What nobody takes keeps no process alive, and holds the file until it is given up.
 */
export async function readAhead(request: FilesRequest): Promise<ReadAhead> {
  const known = asked(request, []);
  const settings = planSettings(request, []);
  const thread = new SecondThread();
  let onProgress: FilesRequest['onProgress'];
  let isOver = false;
  let goOn = (): void => {};
  let giveUp = (): void => {};
  const taken = new Promise<void>((resolve, reject) => {
    goOn = () => {
      isOver = true;
      resolve();
    };
    giveUp = () => {
      if (isOver) return;
      isOver = true;
      reject(new GivenUp());
      thread.stop();
    };
  });
  taken.catch(() => {});

  const begin = async (meanwhile: () => Promise<void>): Promise<BegunFiles> => {
    const told: FilesRequest['onProgress'] = (file, bytes, total) => onProgress?.(file, bytes, total);
    const opened = await openFiles(request.files, { ...request, onProgress: told }, { thread, meanwhile });
    const plans = planTables(opened, settings);
    const [plan] = plans;
    const rows =
      opened[0]?.table.read(plan?.wanted ?? undefined, plan && valueKinds(plan, request.leaveTexts, settings.by)) ??
      null;
    rows?.catch(() => {}); // thrown where it is asked for
    return { thread, opened, plans, first: { rows } };
  };

  const begun: { files?: Promise<BegunFiles> } = {};
  await new Promise<void>((waits) => {
    begun.files = begin(() => {
      waits();
      return taken;
    });
    const ended = (): void => waits();
    begun.files.then(({ first }) => first.rows?.then(ended, ended) ?? ended(), ended);
  });
  return {
    take: (now, named) => {
      if (!isOver && begun.files !== undefined && asked(now, named) === known) {
        ({ onProgress } = now);
        goOn();
        return begun.files;
      }
      giveUp();
      return null;
    },
    giveUp,
  };
}

/** What decides which rows are read, and how. */
function asked(request: FilesRequest, named: readonly string[]): string {
  const { files, sheet, encoding, delimiter, maxSize, leaveTexts } = request;
  return JSON.stringify([files, sheet, encoding, delimiter, maxSize, leaveTexts, planSettings(request, named)]);
}
