import { UserError } from '../errors/user-error.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { parseDay } from '../model/period-parse.js';
import type { Compared } from './compared-exports.js';
import { inOrder } from './snapshots.js';

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
  return { snapshots: snapshots.map((one) => ({ ...one, dataset: narrowed(one.dataset, one.taken) })), warnings };
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
  const files = exports.flatMap(({ sources }) =>
    sources.filter(({ role }) => role === 'deals').map(({ file }) => file),
  );
  throw new UserError('taken_count', { days: days.length, exports: exports.length, files });
}
