import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { FilterAccount } from '../model/dataset.js';
import { type Period, periodEndInclusive } from '../model/period.js';

/** What a report was asked beside its period, and a command that shows more of it must be asked too. */
export interface AskedBeside {
  readonly filter?: FilterAccount | undefined;
  /** Null = from the data. */
  readonly asOf: CivilDay | null;
}

/** What follows `kpi` to see more, under the same condition and on the same day; the files come behind it. */
export function withContext(args: readonly string[], { filter, asOf }: AskedBeside): string[] {
  const at = args.indexOf('--where');
  const own = at < 0 ? null : (args[at + 1] ?? null);
  const plain = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const conditions = [own, filter?.where ?? null].filter((one) => one !== null);
  const where = conditions.length < 2 ? conditions : [conditions.map((one) => `(${one})`).join(' and ')];
  return [
    ...plain,
    ...where.flatMap((condition) => ['--where', condition]),
    ...(asOf === null ? [] : ['--as-of', isoDay(asOf)]),
  ];
}

/** A period as `--period` takes it, whatever its calendar and fiscal year. */
export function daysOfPeriod(period: Period): string {
  return `${isoDay(period.start)}..${isoDay(periodEndInclusive(period))}`;
}
