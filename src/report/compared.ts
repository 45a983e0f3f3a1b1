import { UserError } from '../errors/user-error.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { parseDay } from '../model/period-parse.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Compared } from './compared-exports.js';
import { dealSources, inOrder } from './snapshots.js';
import { unlikeExports } from './unlike-exports.js';

/**
 * The exports in the order in which they were taken, each narrowed to the deals that are asked about, as on its own day.
 * @param days as they were said, in the order of the exports; null = of none
 */
export function comparedOf(
  exports: readonly Dataset[],
  days: readonly (CivilDay | null)[],
  narrowed: (dataset: Dataset, taken: CivilDay | null) => Dataset,
): Compared {
  const { snapshots, warnings } = inOrder(exports.map((dataset, at) => ({ dataset, said: days[at] ?? null })));
  const chosen = snapshots.map((one) => ({ ...one, dataset: inFile(one, () => narrowed(one.dataset, one.taken)) }));
  return { snapshots: chosen, warnings: [...warnings, ...unlikeExports(chosen)] };
}

/** A condition that one of the files cannot answer: which. */
function inFile({ files: [file] }: Snapshot, work: () => Dataset): Dataset {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError) || file === undefined) throw error;
    throw new UserError(error.code, error.args, { file, ...error.place });
  }
}

/**
 * The days that were said, one for each export.
 * @throws UserError `invalid_day`, `taken_count` (exit 2)
 */
export function takenDays(said: readonly string[], exports: readonly Dataset[]): (CivilDay | null)[] {
  if (said.length === 0) return exports.map(() => null);
  const days = said.map((text) => {
    const day = parseDay(text);
    if (day === null) throw new UserError('invalid_day', { option: '--taken', day: text });
    return day;
  });
  if (days.length === exports.length) return days;
  const files = exports.flatMap((dataset) => dealSources(dataset).map(({ file }) => file));
  throw new UserError('taken_count', { days: days.length, exports: exports.length, files });
}
