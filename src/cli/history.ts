/** The history file of a check: read before any table is opened, written when all is done. */
import { open, stat, unlink } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readWholeFile } from '../disk/open.js';
import { UserError } from '../errors/user-error.js';
import type { Examination, NamedHistory } from '../index.js';
import { type OutputFile, prepareOutput, writeOutput } from './output.js';
import type { Prepared } from './request.js';

export interface HistoryPlan {
  readonly known: NamedHistory;
  readonly target: OutputFile;
}

/** Another run holds the file for as long as it takes to write it; a lock that is older was left by a killed one. */
const LOCK_STALE_MS = 10_000;
const LOCK_PAUSE_MS = 20;

/**
 * Reads the file of `--run-history`; one that is not there yet is an empty one. Null without the option. Throws
 * `history_unreadable`, `history_invalid` (exit 2), and as {@link prepareOutput} does.
 */
export async function planHistory(
  library: Prepared['library'],
  file: string | undefined,
  inputs: readonly string[],
): Promise<HistoryPlan | null> {
  if (file === undefined) return null;
  return { known: await readKnown(library, file), target: await prepareOutput(file, inputs) };
}

/**
 * Adds a run to the history. What other runs have added since it was read is kept: the file is read again, and replaced,
 * while a lock beside it keeps others waiting.
 */
export async function writeHistory(
  library: Prepared['library'],
  { target }: HistoryPlan,
  examination: Examination,
): Promise<void> {
  const lock = target.direct ? null : `${target.path}.lock`;
  const held = lock !== null && (await takeLock(lock));
  try {
    const known = target.direct ? undefined : await readKnown(library, target.name);
    const text = examination.recordHistory(known);
    if (text !== null) await writeOutput(target, text);
  } finally {
    if (held && lock !== null) await unlink(lock).catch(() => undefined);
  }
}

async function readKnown(library: Prepared['library'], file: string): Promise<NamedHistory> {
  const bytes = await readWholeFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UserError) throw error;
    if (error.code === 'ENOENT') return Buffer.of();
    const cause = error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('history_unreadable', { file, cause }, {}, { cause: error });
  });
  return library.readHistory(file, bytes.toString('utf8'));
}

/** Waits until nobody else writes; false where a lock cannot be made, and the file is written all the same. */
async function takeLock(lock: string): Promise<boolean> {
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    const left = await stat(lock).catch(() => null);
    if (left !== null && Date.now() - left.mtimeMs > LOCK_STALE_MS) await unlink(lock).catch(() => undefined);
    else await wait(LOCK_PAUSE_MS);
  }
}
