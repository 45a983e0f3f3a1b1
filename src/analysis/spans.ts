/** Days as periods and numbers as ranges, so that deals can be split by them. */
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { keptCodes } from '../model/column.js';
import { countDays, type DayCount } from '../model/day-counts.js';
import type { TimeGrain } from '../model/dimension-name.js';
import { type Calendar, type Period, periodContaining } from '../model/period.js';
import { rangeIndex, readableEdges } from '../stats/bins.js';
import type { BreakdownColumn, Span } from './known-then.js';

/** A column whose values have an order of their own, with what each of them spans. */
export type Spanned = Required<Pick<BreakdownColumn, 'column' | 'spans'>>;

/** Days as the periods that hold them, in the order of time. */
export function byPeriods(
  days: Int32Array,
  grain: TimeGrain,
  calendar: Calendar,
  fiscalYearStart: number | undefined,
): Spanned {
  const periods: Period[] = [];
  const codeOfDay = new Map<CivilDay, number>();
  const known = countDays([days]);
  const [first, last] = [known[known.length - 1]?.day ?? 0, known[0]?.day ?? -1];
  // A look-up per day: one in a map for each deal takes ten times as long.
  const codeAt = last - first < MOST_DAYS ? new Uint32Array(last + 1 - first) : null;
  for (let at = known.length - 1; at >= 0; at--) {
    const { day } = known[at] as DayCount;
    if (day >= (periods[periods.length - 1]?.end ?? day)) {
      periods.push(periodContaining(day, grain, calendar, fiscalYearStart));
    }
    if (codeAt === null) codeOfDay.set(day, periods.length);
    else codeAt[day - first] = periods.length;
  }
  const codes = keptCodes(periods.length + 1, days.length);
  for (let row = 0; row < codes.length; row++) {
    const day = days[row] as number;
    if (day === NO_DAY) codes[row] = 0;
    else codes[row] = codeAt === null ? (codeOfDay.get(day) as number) : (codeAt[day - first] as number);
  }
  return {
    column: { codes, values: ['', ...periods.map(({ label }) => label)] },
    spans: [null, ...periods.map((period): Span => ({ of: 'days', period }))],
  };
}

/** A look-up reaches over so many days at most. */
const MOST_DAYS = 400_000;

/** Numbers as the ranges that hold them, from the lowest. */
export function byRanges(numbers: Float64Array, edges: readonly number[]): Spanned {
  const limits = [null, ...edges, null];
  const spans = limits
    .slice(1)
    .map((to, index): Span => ({ of: 'numbers', from: limits[index] ?? null, to: to ?? null }));
  return {
    column: {
      codes: Uint32Array.from(numbers, (value) => (Number.isNaN(value) ? 0 : rangeIndex(edges, value) + 1)),
      values: ['', ...spans.map((span) => (span.of === 'numbers' ? `${span.from ?? ''}..${span.to ?? ''}` : ''))],
    },
    spans: [null, ...spans],
  };
}

/** Edges that suit numbers, of which some may be missing (NaN). */
export function edgesFor(numbers: Float64Array): number[] {
  return readableEdges(numbers.filter((value) => !Number.isNaN(value)));
}
