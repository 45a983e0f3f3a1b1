/** The history file of a check: read before any table is opened, written when all is done. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors/user-error.js';
import type { NamedHistory } from '../index.js';
import { type OutputFile, prepareOutput } from './output.js';
import type { Prepared } from './request.js';

export interface HistoryPlan {
  readonly known: NamedHistory;
  readonly target: OutputFile;
}

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
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    const cause = error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('history_unreadable', { file, cause }, {}, { cause: error });
  });
  return { known: library.readHistory(file, text), target: await prepareOutput(file, inputs) };
}
