/** Series beside the same of a compared period, point by point. */
import type { Kpi } from '../kpi/definition.js';
import type { Measured, Question } from '../kpi/measure.js';
import { isAllTime, type Period } from '../model/period.js';
import type { SeriesGrain } from './grain.js';
import { type SeriesPoint, type UntestedSeries, untestedSeries } from './series.js';

/** The compared period: its question, and the figures of the KPIs in it. */
export interface Compared {
  readonly before: Question;
  readonly previous: readonly Measured[];
}

/**
 * For each point of each series the one at the same place of the compared period, as a series of that period has it: the
 * one that lies as many days from its start. Null where the compared period has none there, where its own figure is null
 * (closing overwrote it, it lies outside the data), and for all data, of which no place is that of a period.
 */
export function comparedPoints(
  series: readonly UntestedSeries[],
  catalogue: readonly Kpi[],
  question: Question,
  { before, previous }: Compared,
  resampled = true,
): readonly (readonly (SeriesPoint | null)[])[] {
  const nothing = series.map(({ points }) => points.map(() => null));
  if (isAllTime(question.period) || isAllTime(before.period)) return nothing;
  const told = new Set(previous.filter(isTold).map(({ kpi }) => kpi.id));
  const known = new Map<string, UntestedSeries>();
  for (const [grain, ids] of idsByGrain(series.filter(({ kpi }) => told.has(kpi.id)))) {
    for (const one of untestedSeries(catalogue, ids, before, grain, resampled)) known.set(one.kpi.id, one);
  }
  return series.map(({ kpi, grain, points }) => {
    const then = known.get(kpi.id);
    // A coarser grain is taken where the compared period has more points than anybody reads.
    if (then === undefined || then.grain !== grain) return points.map(() => null);
    const shift = shiftOf(points, then.points, question.period, before.period);
    return points.map((_, index) => then.points[index + shift] ?? null);
  });
}

/** Whether a figure of the compared period is one. */
export function isTold({ measurement, byCurrency }: Measured): boolean {
  return measurement.value !== null || (byCurrency ?? []).some((one) => one.measurement.value !== null);
}

function idsByGrain(series: readonly UntestedSeries[]): ReadonlyMap<SeriesGrain, readonly string[]> {
  const ids = new Map<SeriesGrain, string[]>();
  for (const { kpi, grain } of series) ids.set(grain, [...(ids.get(grain) ?? []), kpi.id]);
  return ids;
}

type Points = readonly { readonly period: Pick<Period, 'start' | 'end'> }[];

/**
 * How many places later a point's counterpart stands. A quarter that begins on a Sunday has a week of one day before its
 * first whole one: beside a quarter that begins on a Monday, that week is nobody's. So the shift is taken with which most
 * days have the counterpart's day, counted from the starts of both periods.
 */
export function shiftOf(
  now: Points,
  then: Points,
  { start }: Pick<Period, 'start'>,
  { start: before }: Pick<Period, 'start'>,
): number {
  const shared = (shift: number): number =>
    now.reduce((sum, { period }, index) => {
      const other = then[index + shift]?.period;
      if (other === undefined) return sum;
      const first = Math.max(period.start - start, other.start - before);
      return sum + Math.max(0, Math.min(period.end - start, other.end - before) - first);
    }, 0);
  return [0, 1, -1].reduce((best, shift) => (shared(shift) > shared(best) ? shift : best), 0);
}
