/** Days as periods and numbers as ranges, so that deals can be split by them. */
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
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
  const periodOf = new Map<CivilDay, Period>();
  for (const day of days) {
    if (day !== NO_DAY && !periodOf.has(day))
      periodOf.set(day, periodContaining(day, grain, calendar, fiscalYearStart));
  }
  const byStart = new Map([...periodOf.values()].map((period) => [period.start, period]));
  const periods = [...byStart.values()].sort((a, b) => a.start - b.start);
  const codeOfStart = new Map(periods.map(({ start }, index) => [start, index + 1]));
  const codeOfDay = new Map([...periodOf].map(([day, { start }]) => [day, codeOfStart.get(start) ?? 0]));
  return {
    column: {
      codes: Uint32Array.from(days, (day) => codeOfDay.get(day) ?? 0),
      values: ['', ...periods.map(({ label }) => label)],
    },
    spans: [null, ...periods.map((period): Span => ({ of: 'days', period }))],
  };
}

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
