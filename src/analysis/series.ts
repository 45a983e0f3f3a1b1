import type { Kpi } from '../kpi/definition.js';
import { measurerOf, type Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import type { CivilDay } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { benjaminiHochberg } from '../stats/false-discovery.js';
import type { Interval } from '../stats/interval.js';
import { mannKendall, theilSen } from '../stats/trend.js';
import { grainFor, rangeOf, type SeriesGrain, type Timeline, timeline } from './grain.js';

/** A KPI in one period of a series. */
export interface SeriesPoint {
  readonly period: Period;
  /** Null where the KPI has none, as a rate over no deals. */
  readonly value: number | null;
  readonly n: number;
  /** Not the whole of its period: it goes on after the snapshot, or the asked range cuts it. */
  readonly partial: boolean;
}

/** Whether a series rises or falls over its whole periods. */
export interface Trend {
  /** Whole periods with a value. */
  readonly n: number;
  /** Kendall's tau-b. */
  readonly tau: number;
  /** Change per period (Theil–Sen), in the KPI's unit. */
  readonly slope: number;
  readonly interval: Interval | null;
  /** Mann–Kendall, two-sided, of this series alone. */
  readonly pValue: number;
  /** At 5 % after Benjamini–Hochberg over all series of the answer. */
  readonly significant: boolean;
}

export interface Series {
  readonly kpi: Kpi;
  readonly grain: SeriesGrain;
  readonly points: readonly SeriesPoint[];
  /** Null under eight whole periods: fewer show no trend that one could defend. */
  readonly trend: Trend | null;
}

/** Fewest whole periods before a trend is looked for (kpi reference, "small samples"). */
export const TREND_FROM = 8;
/** Trends compare every pair of points; a longer series has none. */
const TREND_UP_TO = 1_000;
/** More points than anybody reads: the newest are kept. */
const MOST_POINTS = 5_000;
const FALSE_DISCOVERY = 0.05;

/** The KPIs that a series shows unless others are asked for. */
export const HEADLINES = ['new_deals', 'won_deals', 'win_rate', 'revenue_won'] as const;
/** And where there are subscriptions. */
export const SUBSCRIPTION_HEADLINES = ['mrr'] as const;

/**
 * KPIs period by period, with a test for a trend. KPIs about deals that were closed (or created) in a period are
 * measured over one split of the deals; the others, that look at customers or a snapshot, over all deals each time.
 * Leads do not belong to the deals' periods and have no series. Empty where no deal has a date.
 */
export function seriesOf(
  catalogue: readonly Kpi[],
  ids: readonly string[],
  question: Question,
  asked?: SeriesGrain,
): Series[] {
  const wanted = catalogue.filter(({ id, basis }) => ids.includes(id) && basis !== 'leads');
  const known = new Map<DateField | 'both' | 'subscriptions', Split | null>();
  const untested = wanted.flatMap((kpi) => {
    const field = splitBy(kpi) ?? 'both';
    const of = kpi.of === 'subscriptions' ? kpi.of : field;
    const found = known.get(of);
    const split = found === undefined ? splitFor(kpi, field, question, asked) : found;
    known.set(of, split);
    if (split === null) return [];
    const points = split.line.periods.map((period, index): SeriesPoint => {
      const population = split.parts?.[index] ?? question.population;
      const { measurement } = measurerOf(catalogue, { ...question, population, period }).measure(kpi.id);
      return { period, value: measurement.value, n: measurement.n, partial: isPartial(period, question) };
    });
    return [{ kpi, grain: split.line.grain, points }];
  });
  return withTrends(untested.filter(({ points }) => points.some(({ value }) => value !== null)));
}

/** Subscriptions have days of their own; deals beside them do not matter to their periods. */
function splitFor(
  { of }: Kpi,
  field: DateField | 'both',
  question: Question,
  asked: SeriesGrain | undefined,
): Split | null {
  if (of !== 'subscriptions') return splitOver(field, question, asked);
  const { subscriptions = null } = question;
  return subscriptions === null ? null : splitOver('both', { ...question, population: subscriptions }, asked);
}

/** The periods of a series, and the deals of each where a date alone decides. */
interface Split {
  readonly line: Timeline;
  readonly parts: readonly Population<DealField>[] | null;
}

/**
 * Closings are shown from the first closing on: before it nothing could have been closed, and empty periods would make
 * a trend of the beginning of the file.
 */
function splitOver(field: DateField | 'both', question: Question, asked: SeriesGrain | undefined): Split | null {
  const fields = field === 'both' ? (['created_at', 'closed_at'] as const) : ([field] as const);
  const line = timelineOf(fields, question, asked);
  if (line === null) return null;
  return { line, parts: field === 'both' ? null : partsBy(field, question, line) };
}

type DateField = 'closed_at' | 'created_at';

/** The date that alone decides to which point a deal belongs; null where other deals matter too. */
function splitBy(kpi: Kpi): DateField | null {
  const alone = kpi.uses === undefined && kpi.of === undefined;
  if (!alone || [...kpi.needs, ...(kpi.wants ?? [])].includes('customer')) return null;
  return kpi.basis === 'closed' ? 'closed_at' : kpi.basis === 'created' ? 'created_at' : null;
}

/** The deals by the period of a date. */
function partsBy(field: DateField, { population }: Question, line: Timeline): readonly Population<DealField>[] {
  const codes = line.codes(population.column(field), population.rows);
  // A count over a period without deals is 0, but over no deals at all it is null: one deal of another period stands in.
  const elsewhere = population.select(population.rows.subarray(0, 1));
  return partition(population, codes, line.periods.length + 1).map((part) => (part.size === 0 ? elsewhere : part));
}

function timelineOf(
  fields: readonly DateField[],
  { population, period, asOf }: Question,
  asked: SeriesGrain | undefined,
): Timeline | null {
  const columns = fields.filter((field) => population.has(field)).map((field) => population.column(field));
  if (columns.length === 0) return null;
  const range = rangeOf(columns, population.rows, period, asOf);
  if (range === null) return null;
  const grain = asked ?? grainFor(range.last - range.first + 1);
  const line = timeline(range.first, range.last, grain, period.calendar, period.fiscalYearStart);
  if (line.periods.length <= MOST_POINTS) return line;
  const first = line.periods[line.periods.length - MOST_POINTS]?.start ?? range.first;
  return timeline(first, range.last, grain, period.calendar, period.fiscalYearStart);
}

/** Whether a point lacks days: the snapshot or the asked period ends inside it, or the asked period starts inside. */
function isPartial(point: Period, { asOf, period }: { readonly asOf: CivilDay; readonly period: Period }): boolean {
  if (point.end - 1 > asOf) return true;
  return !isAllTime(period) && (point.start < period.start || point.end > period.end);
}

function withTrends(series: readonly Omit<Series, 'trend'>[]): Series[] {
  const trends = series.map(({ points }) => trendOf(points));
  const adjusted = benjaminiHochberg(trends.flatMap((trend) => (trend === null ? [] : [trend.pValue])));
  let tested = 0;
  return series.map((one, index) => {
    const trend = trends[index] ?? null;
    if (trend === null) return { ...one, trend };
    const chance = adjusted[tested++] ?? 1;
    const apart = trend.interval !== null && (trend.interval.low > 0 || trend.interval.high < 0);
    return { ...one, trend: { ...trend, significant: apart && chance <= FALSE_DISCOVERY } };
  });
}

function trendOf(points: readonly SeriesPoint[]): Omit<Trend, 'significant'> | null {
  const times: number[] = [];
  const values: number[] = [];
  points.forEach(({ value, partial }, index) => {
    if (value === null || partial) return;
    times.push(index);
    values.push(value);
  });
  if (values.length < TREND_FROM || values.length > TREND_UP_TO) return null;
  const test = mannKendall(values);
  const line = theilSen(times, values);
  if (test === null || test.tau === null || line === null) return null;
  return { n: test.n, tau: test.tau, slope: line.slope, interval: line.interval, pValue: test.pValue };
}
