import type { Kpi } from '../kpi/definition.js';
import { isMean } from '../kpi/figures.js';
import { measurerOf, type Question } from '../kpi/measure.js';
import { ALL_TIME, type Period } from '../model/period.js';
import { benjaminiHochberg } from '../stats/false-discovery.js';
import type { Interval } from '../stats/interval.js';
import { mannKendall, type Season, seasonalKendall, seasonalSlope, theilSen } from '../stats/trend.js';
import type { SeriesGrain } from './grain.js';
import { partOfQuarter, type QuarterCalendar } from './part-of-quarter.js';
import { hasQuarterRhythm } from './rhythm.js';

/** Whether a series rises or falls over its whole periods. */
export interface Trend {
  readonly method: 'mann-kendall' | 'seasonal-kendall';
  /** Whole periods with a value. */
  readonly n: number;
  /** Kendall's tau-b. */
  readonly tau: number;
  /** Change per period (Theil–Sen), in the KPI's unit. */
  readonly slope: number;
  readonly interval: Interval | null;
  /** Two-sided, of this series alone. */
  readonly pValue: number;
  /** At 5 % after Benjamini–Hochberg over all series of the answer. */
  readonly significant: boolean;
}

/**
 * Why a series has no trend: within the quarters of the file the figure goes up and down, and the series does not have
 * the same part of quarters often enough to be compared; or it is a figure to date, whose values hold the records of the
 * earlier ones, so that they go on in a direction by chance alone and no test of values apart from each other is theirs.
 */
export type NoTrend = 'rhythm_of_quarter' | 'cumulative';

/** A series as trends are found in it. */
export interface Untested {
  readonly kpi: Kpi;
  readonly grain: SeriesGrain;
  readonly points: readonly {
    readonly period: Period;
    readonly value: number | null;
    readonly partial: boolean;
    readonly apart: boolean;
  }[];
}

/** Fewest whole periods before a trend is looked for (kpi reference, "small samples"). */
export const TREND_FROM = 8;
/** Trends compare every pair of points; a longer series has none. */
const TREND_UP_TO = 1_000;
const FALSE_DISCOVERY = 0.05;
/** Where the months of a quarter differ, quarters are compared: two of them show no trend. */
const LEAST_QUARTERS = 3;
/** The KPI whose rhythm is that of closings: counts and sums of closed deals have no test of their own. */
const CLOSINGS = 'win_rate';

/**
 * The trend of each series, by Mann and Kendall; where a figure of closed deals has a rhythm within the quarters of the
 * file and the periods are shorter than a quarter, by the seasonal test: first months with first months, the fifth week
 * of a quarter with fifth weeks. Under three quarters nothing can be told then.
 */
export function withTrends<S extends Untested>(
  series: readonly S[],
  catalogue: readonly Kpi[],
  question: Question,
): (S & { readonly trend: Trend | null; readonly trendReason: NoTrend | null })[] {
  const hasRhythm = rhythms(catalogue, question);
  const found = series.map((one) => trendOf(one, hasRhythm, question));
  const tested = found.flatMap((trend) => (trend === null || typeof trend === 'string' ? [] : [trend.pValue]));
  const adjusted = benjaminiHochberg(tested);
  let next = 0;
  return series.map((one, index) => {
    const trend = found[index] ?? null;
    if (trend === null) return { ...one, trend, trendReason: null };
    if (typeof trend === 'string') return { ...one, trend: null, trendReason: trend };
    const chance = adjusted[next++] ?? 1;
    const apart = trend.interval !== null && (trend.interval.low > 0 || trend.interval.high < 0);
    return { ...one, trend: { ...trend, significant: apart && chance <= FALSE_DISCOVERY }, trendReason: null };
  });
}

function trendOf(
  { kpi, grain, points }: Untested,
  hasRhythm: (kpi: Kpi) => boolean,
  { period }: Question,
): Omit<Trend, 'significant'> | NoTrend | null {
  const times: number[] = [];
  const values: number[] = [];
  const starts: Period[] = [];
  points.forEach((point, index) => {
    if (point.value === null || point.partial || point.apart) return;
    times.push(index);
    values.push(point.value);
    starts.push(point.period);
  });
  if (values.length < TREND_FROM || values.length > TREND_UP_TO) return null;
  if (kpi.cumulative === true) return 'cumulative';
  const isWithinQuarters = grain !== 'quarter' && grain !== 'year';
  if (isWithinQuarters && hasRhythm(kpi)) return seasonalTrend(times, values, starts, period);
  const test = mannKendall(values);
  const line = theilSen(times, values);
  if (test === null || test.tau === null || line === null) return null;
  return told('mann-kendall', test.tau, { ...test, ...line });
}

function seasonalTrend(
  times: readonly number[],
  values: readonly number[],
  periods: readonly Period[],
  calendar: QuarterCalendar,
): Omit<Trend, 'significant'> | NoTrend | null {
  const seasons = new Map<number, Season & { readonly times: number[]; readonly values: number[] }>();
  const quarters = new Set<number>();
  periods.forEach((period, index) => {
    const { quarter, part } = partOfQuarter(period, calendar);
    quarters.add(quarter);
    const season = seasons.get(part) ?? { times: [], values: [] };
    seasons.set(part, season);
    season.times.push(times[index] as number);
    season.values.push(values[index] as number);
  });
  if (quarters.size < LEAST_QUARTERS) return 'rhythm_of_quarter';
  const parts = [...seasons.values()];
  const test = seasonalKendall(parts.map((part) => part.values));
  const line = seasonalSlope(parts);
  if (test === null || line === null) return 'rhythm_of_quarter';
  return test.tau === null ? null : told('seasonal-kendall', test.tau, { ...test, ...line });
}

function told(
  method: Trend['method'],
  tau: number,
  { n, slope, interval, pValue }: Pick<Trend, 'n' | 'slope' | 'interval' | 'pValue'>,
): Omit<Trend, 'significant'> {
  return { method, n, tau, slope, interval, pValue };
}

/** Whether a KPI has a rhythm within the quarters of the file, found at most once each. */
function rhythms(catalogue: readonly Kpi[], question: Question): (kpi: Kpi) => boolean {
  const { population, period, asOf } = question;
  const { calendar, fiscalYearStart } = period;
  if (!population.has('closed_at')) return () => false;
  const all = measurerOf(catalogue, { ...question, period: { ...ALL_TIME, calendar } });
  const known = new Map<string, boolean>();
  const find = (id: string): boolean => {
    if (!catalogue.some((kpi) => kpi.id === id)) return false;
    const { measurement } = all.measure(id);
    if (measurement.value === null) return false;
    return hasQuarterRhythm(measurement, population.column('closed_at'), asOf, { calendar, fiscalYearStart });
  };
  const rhythmOf = (id: string): boolean => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
  return ({ id, basis, of }) => basis === 'closed' && of === undefined && rhythmOf(isTested(id) ? id : CLOSINGS);

  /** Rates of records, and means. */
  function isTested(id: string): boolean {
    const { measurement } = all.measure(id);
    return measurement.value !== null && (isMean(measurement) || measurement.interval?.method === 'wilson');
  }
}
