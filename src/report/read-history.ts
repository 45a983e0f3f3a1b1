import { UserError } from '../errors/user-error.js';
import { parseHistory, type RunSummary } from '../quality/run-history.js';

/** A history file that was read, and how messages call it. Its inside is no interface. */
export interface NamedHistory {
  readonly file: string;
  readonly runs: readonly RunSummary[];
}

/** A history file's text → its runs. @throws UserError `history_invalid` (exit 2), with the line */
export function readHistory(file: string, text: string): NamedHistory {
  const runs = parseHistory(text);
  if ('line' in runs) throw new UserError('history_invalid', { place: `${file}:${runs.line}`, newer: runs.newer });
  return { file, runs };
}
