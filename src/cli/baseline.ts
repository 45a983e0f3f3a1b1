/** The baseline of a check: which file, read or to be written. Settled before any table is opened. */
import { resolve } from 'node:path';
import { readWholeFile } from '../disk/open.js';
import { UserError } from '../errors/user-error.js';
import type { NamedBaseline } from '../index.js';
import type { OptionValues } from './options.js';
import { type OutputFile, prepareOutput } from './output.js';
import type { Prepared } from './request.js';

export interface BaselinePlan {
  /** What is known; with `--write-baseline` what the file knew before. */
  readonly known: NamedBaseline | null;
  /** The file to write, and what. */
  readonly target: OutputFile | null;
  readonly writes: 'record' | 'prune' | null;
}

/**
 * Reads the baseline of `--baseline` or the config, and looks whether the one to write can be written. Throws
 * `baseline_…`, `options_exclude`, `prune_without_baseline` (exit 2), and as {@link prepareOutput} does.
 */
export async function planBaseline(
  { library, settings }: Pick<Prepared, 'library' | 'settings'>,
  values: OptionValues,
  inputs: readonly string[],
): Promise<BaselinePlan> {
  const [recorded, prunes] = [values['write-baseline'], values['prune-baseline'] === true];
  if (recorded !== undefined) {
    refuseContradiction(recorded, values);
    const target = await prepareOutput(recorded, inputs);
    return { known: await readKnown(library, recorded, { before: true }), target, writes: 'record' };
  }
  const file = settings.baseline;
  if (file === undefined) {
    if (prunes) throw new UserError('prune_without_baseline', {});
    return { known: null, target: null, writes: null };
  }
  const known = await readKnown(library, file, { before: false });
  if (!prunes) return { known, target: null, writes: null };
  return { known, target: await prepareOutput(file, inputs), writes: 'prune' };
}

function refuseContradiction(recorded: string, values: OptionValues): void {
  const one = '--write-baseline';
  if (values['prune-baseline'] === true) throw new UserError('options_exclude', { one, other: '--prune-baseline' });
  const { baseline } = values;
  if (baseline !== undefined && resolve(baseline) !== resolve(recorded)) {
    throw new UserError('options_exclude', { one, other: '--baseline' });
  }
}

/** A file that is to be replaced may be missing, empty or of another version; some other file may not be replaced. */
async function readKnown(
  library: Prepared['library'],
  file: string,
  { before }: { readonly before: boolean },
): Promise<NamedBaseline | null> {
  const bytes = await readWholeFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UserError) throw error;
    if (before && error.code === 'ENOENT') return Buffer.of();
    const cause = error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('baseline_missing', { file, cause }, {}, { cause: error });
  });
  const text = bytes.toString('utf8');
  if (before && text.trim() === '') return null;
  try {
    return library.readBaseline(file, text);
  } catch (error) {
    if (before && error instanceof UserError && error.code === 'baseline_version') return null;
    throw error;
  }
}
