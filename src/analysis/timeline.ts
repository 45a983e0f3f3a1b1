import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { type Calendar, calendarFor, type Period, periodContaining } from '../model/period.js';
import { type DayTally, dealsOn } from './day-tally.js';
import type { DayRange, SeriesGrain } from './grain.js';

/** How periods are counted: whose calendar, and where its fiscal year begins. */
export interface Reckoning {
  readonly calendar?: Calendar;
  readonly fiscalYearStart?: number | undefined;
}

/** Days of one grain, without a gap: the grain's periods from one day to another. */
export interface Timeline {
  readonly grain: SeriesGrain;
  /** As asked, but Gregorian where the Jalali calendar does not reach. */
  readonly reckoning: Reckoning;
  readonly periods: readonly Period[];
  /** Index into `periods` of a day; −1 of a day outside, and of a missing one. */
  indexOf(day: CivilDay): number;
  /** The index of each given row's day, by row; a day outside, and a missing one, gets `periods.length`. */
  codes(days: Int32Array, rows: Uint32Array): Uint32Array;
}

/**
 * The periods of a grain that hold the days of a range: whole ones, or (`cut`) only the days of the range. O(days of the
 * range).
 */
export function timeline(
  { first, last }: DayRange,
  grain: SeriesGrain,
  { calendar: asked = 'gregorian', fiscalYearStart }: Reckoning = {},
  cut = false,
): Timeline {
  const calendar = calendarFor(asked, first, last);
  const periods: Period[] = [];
  for (let day = first; day <= last; ) {
    const period = periodContaining(day, grain, calendar, fiscalYearStart);
    const [start, end] = cut
      ? [Math.max(period.start, first), Math.min(period.end, last + 1)]
      : [period.start, period.end];
    periods.push(start === period.start && end === period.end ? period : { ...period, start, end });
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
    reckoning: { calendar, fiscalYearStart },
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

/** The days that lie outside a timeline, in the order of time. */
export function daysBeside({ periods }: Timeline, days: Int32Array, rows: Uint32Array): CivilDay[] {
  const { start, end } = endsOf(periods);
  const outside = new Set<CivilDay>();
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY && (day < start || day >= end)) outside.add(day);
  }
  return [...outside].sort((a, b) => a - b);
}

/** The same of the days of a tally. */
export function talliedBeside({ periods }: Timeline, tally: DayTally): CivilDay[] {
  const { start, end } = endsOf(periods);
  const outside: CivilDay[] = [];
  for (let day = tally.first; day <= tally.last; day++) {
    if (day >= start && day < end) day = end - 1;
    else if (dealsOn(tally, day) > 0) outside.push(day);
  }
  return outside;
}

function endsOf(periods: readonly Period[]): Pick<Period, 'start' | 'end'> {
  return { start: periods[0]?.start ?? 0, end: periods[periods.length - 1]?.end ?? 0 };
}

/** The periods of a timeline's grain that hold the given days (ascending), each once. */
export function periodsAround(
  { grain, reckoning: { calendar, fiscalYearStart } }: Timeline,
  days: readonly CivilDay[],
): Period[] {
  const found: Period[] = [];
  for (const day of days) {
    if (day < (found[found.length - 1]?.end ?? day)) continue;
    found.push(periodContaining(day, grain, calendar, fiscalYearStart));
  }
  return found;
}
