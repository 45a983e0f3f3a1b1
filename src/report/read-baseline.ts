import { UserError } from '../errors/user-error.js';
import { BASELINE_VERSION, type Baseline, parseBaseline } from '../quality/baseline.js';

/** A baseline that was read, and how messages call its file. Its inside is no interface. */
export interface NamedBaseline {
  readonly file: string;
  readonly known: Baseline;
}

/**
 * A baseline file's text → what it knows.
 * @throws UserError `baseline_invalid`, `baseline_version`, `baseline_conflict` (exit 2), with the line
 */
export function readBaseline(file: string, text: string): NamedBaseline {
  const known = parseBaseline(text);
  if (!('problem' in known)) return { file, known };
  const place = `${file}:${known.line}`;
  if (known.problem === 'other_version') {
    throw new UserError('baseline_version', { place, file, version: known.version, known: BASELINE_VERSION });
  }
  throw new UserError(known.problem === 'conflict' ? 'baseline_conflict' : 'baseline_invalid', { place, file });
}
