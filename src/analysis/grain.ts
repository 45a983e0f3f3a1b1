import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import { type Calendar, type Grain, isAllTime, type Period, periodContaining } from '../model/period.js';

/** What a series or a table of cohorts can be counted in. */
export const SERIES_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];
export type SeriesGrain = (typeof SERIES_GRAINS)[number];

/** How long a range may be for a grain, in days: some thirty points at most can still be read as one line. */
const LONGEST: readonly (readonly [grain: SeriesGrain, days: number])[] = [
  ['day', 31],
  ['week', 26 * 7],
  ['month', 3 * 366],
  ['quarter', 10 * 366],
];

/** The grain that shows a range of so many days in some thirty points at most; years where no other does. */
export function grainFor(days: number): SeriesGrain {
  return LONGEST.find(([, longest]) => days <= longest)?.[0] ?? 'year';
}

/** Days of one grain, without a gap: the grain's periods from one day to another. */
export interface Timeline {
  readonly grain: SeriesGrain;
  readonly periods: readonly Period[];
  /** Index into `periods` of a day; −1 of a day outside, and of a missing one. */
  indexOf(day: CivilDay): number;
}

/** The periods of a grain that hold the days from `first` to `last`, both included. O(days of the range). */
export function timeline(
  first: CivilDay,
  last: CivilDay,
  grain: SeriesGrain,
  calendar: Calendar = 'gregorian',
  fiscalYearStart = 1,
): Timeline {
  const periods: Period[] = [];
  for (let day = first; day <= last; ) {
    const period = periodContaining(day, grain, calendar, fiscalYearStart);
    periods.push(period);
    day = period.end;
  }
  const start = periods[0]?.start ?? 0;
  const end = periods[periods.length - 1]?.end ?? 0;
  // A look-up per day: a search per deal would take many times as long.
  const indices = new Int32Array(Math.max(0, end - start));
  periods.forEach((period, index) => {
    indices.fill(index, period.start - start, period.end - start);
  });
  return { grain, periods, indexOf: (day) => indices[day - start] ?? -1 };
}

/** A range of days, both ends included. */
export interface DayRange {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

/** A lone earlier date, more than so many days before nearly all others, is a typo and starts no series. */
const ISOLATED_DAYS = 366;
/** Nearly all: 99.5 % of the dates. */
const ISOLATED_SHARE = 0.005;
/** Dates before 1900 and after 2200 are no days of business. */
const [EARLIEST, LATEST] = [-25_567, 84_006];

/**
 * The days that a table over time is about: the period's, up to the snapshot; without a period, from the first date in
 * the given columns to the snapshot. A date more than a year before 99.5 % of all is left aside. Null where no date
 * lies before the snapshot.
 */
export function rangeOf(
  columns: readonly Int32Array[],
  rows: Uint32Array,
  period: Period,
  asOf: CivilDay,
): DayRange | null {
  if (!isAllTime(period)) {
    const last = Math.min(period.end - 1, asOf);
    return last < period.start ? null : { first: period.start, last };
  }
  const counts = new Uint32Array(LATEST - EARLIEST + 1);
  let total = 0;
  for (const days of columns) {
    for (const row of rows) {
      const day = days[row] as number;
      if (day === NO_DAY || day > asOf || day < EARLIEST || day > LATEST) continue;
      counts[day - EARLIEST] = (counts[day - EARLIEST] as number) + 1;
      total++;
    }
  }
  if (total === 0) return null;
  const earliest = counts.findIndex((count) => count > 0);
  let usual = earliest;
  for (let seen = 0; usual < counts.length; usual++) {
    seen += counts[usual] as number;
    if (seen > total * ISOLATED_SHARE) break;
  }
  let first = earliest;
  while (first < usual - ISOLATED_DAYS || counts[first] === 0) first++;
  return { first: first + EARLIEST, last: Math.max(first + EARLIEST, Math.min(asOf, LATEST)) };
}
