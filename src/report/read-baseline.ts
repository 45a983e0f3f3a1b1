import { UserError } from '../errors/user-error.js';
import { BASELINE_VERSION, type BaselineFile, parseBaseline } from '../quality/baseline.js';

/** A baseline that was read, and how messages call its file. Its inside is no interface. */
export interface NamedBaseline extends BaselineFile {
  readonly file: string;
}

/**
 * A baseline file's text → what it knows.
 * @throws UserError `baseline_invalid`, `baseline_version`, `baseline_conflict`, `baseline_date` (exit 2), with the line
 */
export function readBaseline(file: string, text: string): NamedBaseline {
  const read = parseBaseline(text);
  if (!('problem' in read)) return { file, ...read };
  const place = `${file}:${read.line}`;
  if (read.problem === 'bad_date') throw new UserError('baseline_date', { place, date: read.date });
  if (read.problem === 'other_version') {
    throw new UserError('baseline_version', { place, file, version: read.version, known: BASELINE_VERSION });
  }
  throw new UserError(read.problem === 'conflict' ? 'baseline_conflict' : 'baseline_invalid', { place, file });
}
