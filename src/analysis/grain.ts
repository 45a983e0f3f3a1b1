import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import { type Calendar, type Grain, isAllTime, type Period, periodContaining } from '../model/period.js';
import { quantile } from '../stats/quantile.js';

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
  /** The index of each given row's day, by row; a day outside, and a missing one, gets `periods.length`. */
  codes(days: Int32Array, rows: Uint32Array): Uint32Array;
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
  return {
    grain,
    periods,
    indexOf: (day) => indices[day - start] ?? -1,
    codes(days, rows) {
      const codes = new Uint32Array(days.length);
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const day = days[row] as number;
        codes[row] = day >= start && day < end ? (indices[day - start] as number) : periods.length;
      }
      return codes;
    },
  };
}

/** A range of days, both ends included. */
export interface DayRange {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

/** A lone earlier date, more than so many days before nearly all others, is a typo and starts no series. */
const ISOLATED_DAYS = 366;
/** Nearly all: 99.5 % of the dates, told from so many of them where there are more. */
const ISOLATED_SHARE = 0.005;
const SAMPLED = 50_000;

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
  const earliest = firstDay(columns, rows, asOf, NO_DAY + 1);
  if (earliest === null) return null;
  const usual = quantile(sampled(columns, rows, asOf), ISOLATED_SHARE);
  const first = firstDay(columns, rows, asOf, usual - ISOLATED_DAYS) ?? earliest;
  return { first, last: Math.max(first, asOf) };
}

/** The first day from `from` to the snapshot; null where there is none. */
function firstDay(columns: readonly Int32Array[], rows: Uint32Array, asOf: CivilDay, from: CivilDay): CivilDay | null {
  let first = Number.POSITIVE_INFINITY;
  for (const days of columns) {
    for (let i = 0; i < rows.length; i++) {
      const day = days[rows[i] as number] as number;
      if (day < first && day >= from) first = day;
    }
  }
  return first <= asOf ? first : null;
}

/** Days up to the snapshot, of every so many-th row: at least one is there. */
function sampled(columns: readonly Int32Array[], rows: Uint32Array, asOf: CivilDay): number[] {
  const found: number[] = [];
  for (let step = Math.max(1, Math.floor(rows.length / SAMPLED)); found.length === 0; step = 1) {
    for (const days of columns) {
      for (let i = 0; i < rows.length; i += step) {
        const day = days[rows[i] as number] as number;
        if (day !== NO_DAY && day <= asOf) found.push(day);
      }
    }
  }
  return found;
}
