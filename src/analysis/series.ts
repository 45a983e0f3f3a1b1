import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { STUDENT_FROM } from '../kpi/figures.js';
import { measurerOf, type Question, questionsByCurrency } from '../kpi/measure.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Interval } from '../stats/interval.js';
import type { SeriesGrain } from './grain.js';
import { type MeasuredPoint, measuredPoints, measurersOfSplits, type PointMeasurers } from './points.js';
import { daysOf, lineByDays, type Split, splitByDays } from './split-by-days.js';
import { talliedPoints } from './tallied-points.js';
import { type NoTrend, type Trend, withTrends } from './trends.js';

/** A KPI in one period of a series. */
export interface SeriesPoint {
  readonly period: Period;
  /** Null where the KPI has none, as a rate over no deals. */
  readonly value: number | null;
  readonly n: number;
  /** 95 %; null where the KPI has none. */
  readonly interval: Interval | null;
  /** What a rate is if the records in doubt turn out one way or the other; null where none is in doubt. */
  readonly bounds: MeasuredValue['bounds'] | null;
  /** Not the whole of its period: it goes on after the snapshot, the asked range cuts it, or the data begins in it. */
  readonly partial: boolean;
  /** Beyond the usual days of the file, with a gap before the next point: a typo, or a record taken over. */
  readonly apart: boolean;
  /** Of money in files of several currencies, which have no line in common: the value is null. */
  readonly byCurrency: readonly CurrencyValue[] | null;
}

/** A point in one of several currencies. */
export interface CurrencyValue {
  /** '' for amounts that name none. */
  readonly currency: string;
  readonly value: number | null;
  readonly n: number;
}

export interface Series {
  readonly kpi: Kpi;
  readonly grain: SeriesGrain;
  readonly points: readonly SeriesPoint[];
  /** Of all data: what the figure counts and no point has, deals without a day. Null where there is nothing. */
  readonly undated: { readonly value: number | null; readonly n: number } | null;
  /** Null under eight whole periods (fewer show no trend that one could defend), and with a reason. */
  readonly trend: Trend | null;
  /** Why there is no trend although the periods would do. */
  readonly trendReason: NoTrend | null;
}

/** The KPIs that a series shows unless others are asked for. */
export const HEADLINES = ['new_deals', 'won_deals', 'win_rate', 'revenue_won'] as const;
/** And where there are subscriptions. */
export const SUBSCRIPTION_HEADLINES = ['mrr'] as const;

/**
 * KPIs period by period, with a test for a trend. KPIs about deals that were closed (or created) in a period are
 * measured over one split of the deals; the others, that look at customers or a snapshot, over all deals each time.
 *
 * Points are cut to the asked period and to the snapshot, so that they add up to the figure. Without a period a figure
 * is of every deal: the points run from the first usual day to the snapshot, those that lie beyond are there where they
 * hold a deal, and `undated` has the rest. Leads do not belong to the deals' periods and have no series. Money of several
 * currencies has a value for each at every point. Empty where no deal has a date.
 */
export function seriesOf(
  catalogue: readonly Kpi[],
  ids: readonly string[],
  question: Question,
  asked?: SeriesGrain,
): Series[] {
  return withTrends(untestedSeries(catalogue, ids, question, asked), catalogue, question);
}

/** A series without its trend. */
export type UntestedSeries = Omit<Series, 'trend' | 'trendReason'>;

/** {@link seriesOf}, where no trend is asked for; `resampled`: means of few values have their intervals. */
export function untestedSeries(
  catalogue: readonly Kpi[],
  ids: readonly string[],
  question: Question,
  asked?: SeriesGrain,
  resampled = true,
): UntestedSeries[] {
  const wanted = catalogue.filter(({ id, basis }) => ids.includes(id) && basis !== 'leads');
  const whole = measurerOf(catalogue, question);
  const measurers = measurersOfSplits(question);
  const untested = wanted.flatMap((kpi): UntestedSeries[] => {
    const inParts = questionsByCurrency(catalogue, kpi, question);
    if (inParts !== null) {
      const grain = asked ?? lineByDays(daysOf(kpi, question), question, asked)?.line.grain;
      // Each currency is a series of its own: months with one currency alone would be added up to nothing.
      const series = inParts.flatMap(({ currency, question: own }) =>
        untestedSeries(catalogue, [kpi.id], own, grain, resampled).map((one) => ({ currency, one })),
      );
      return series.length === 0 ? [] : [besideEachOther(kpi, series)];
    }
    const days = daysOf(kpi, question);
    const line = lineByDays(days, question, asked);
    if (line === null) return [];
    const isResampled = resampled && line.periods.length <= RESAMPLED_POINTS;
    const tallied = talliedPoints(kpi, line, days, catalogue, question, isResampled);
    if (tallied !== null) {
      const points = tallied.points.map((point) => ({ ...point, byCurrency: null }));
      return [{ kpi, grain: line.line.grain, points, undated: tallied.undated }];
    }
    const split = splitByDays(days, question, asked);
    if (split === null) return [];
    const points = pointsOf(kpi, split, { catalogue, question, measurers: measurers(split) }, isResampled);
    const undated = days.alone
      ? undatedOf(kpi, split, catalogue, question)
      : restOf(kpi, points, whole.measure(kpi.id).measurement, question);
    return [{ kpi, grain: split.line.grain, points, undated }];
  });
  return untested.filter(({ points }) => points.some(hasValue));
}

function hasValue({ value, byCurrency }: SeriesPoint): boolean {
  return value !== null || (byCurrency ?? []).some((one) => one.value !== null);
}

/** The series of several currencies as one without a value, whose points have one per currency. */
function besideEachOther(
  kpi: Kpi,
  series: readonly { readonly currency: string; readonly one: UntestedSeries }[],
): UntestedSeries {
  const byStart = new Map<number, SeriesPoint & { readonly byCurrency: CurrencyValue[] }>();
  for (const { currency, one } of series) {
    for (const point of one.points) {
      const { start } = point.period;
      const known = byStart.get(start);
      const own = { currency, value: point.value, n: point.n };
      const before = known ?? { ...point, value: null, n: 0, interval: null, bounds: null, byCurrency: [] };
      byStart.set(start, {
        ...before,
        n: before.n + point.n,
        partial: before.partial || point.partial,
        apart: before.apart && point.apart,
        byCurrency: [...before.byCurrency, own],
      });
    }
  }
  const undated = series.reduce((sum, { one }) => sum + (one.undated?.n ?? 0), 0);
  return {
    kpi,
    grain: (series[0] as (typeof series)[number]).one.grain,
    points: [...byStart.values()].sort((a, b) => a.period.start - b.period.start),
    undated: undated === 0 ? null : { value: null, n: undated },
  };
}

/** The interval of a mean of few values is found by resampling: a line of more points than anybody reads goes without. */
const RESAMPLED_POINTS = 40;

interface Asked {
  readonly catalogue: readonly Kpi[];
  readonly question: Question;
  readonly measurers: PointMeasurers;
}

function pointsOf(
  kpi: Kpi,
  split: Split,
  { catalogue, question, measurers }: Asked,
  resampled: boolean,
): SeriesPoint[] {
  return measuredPoints(kpi, split, catalogue, question, measurers).map((point) => pointOf(point, resampled));
}

function pointOf({ period, measured, partial, apart }: MeasuredPoint, resampled: boolean): SeriesPoint {
  const { measurement } = measured;
  const { value, n } = measurement;
  const rest = { partial, apart, byCurrency: null };
  if (measurement.value === null) return { period, value, n, interval: null, bounds: null, ...rest };
  const { bounds = null, sample } = measurement;
  // The interval is found when it is read.
  const cheap = sample === undefined || sample.length >= STUDENT_FROM;
  const interval = cheap || resampled ? (measurement.interval ?? null) : null;
  return { period, value, n, interval, bounds, ...rest };
}

/** New customers of all data whose purchases have no day: whoever has one with a day is new on it. */
function restOf(kpi: Kpi, points: readonly SeriesPoint[], whole: Measurement, { period }: Question): Series['undated'] {
  if (kpi.looksBack !== true || whole.value === null || !isAllTime(period)) return null;
  const rest = points.reduce((left, { value }) => left - (value ?? 0), whole.value);
  return rest > 0 ? { value: rest, n: rest } : null;
}

/** What a figure of all data counts beside the points; null where nothing lacks its day. */
function undatedOf(
  kpi: Kpi,
  { parts, periods }: Split,
  catalogue: readonly Kpi[],
  question: Question,
): Series['undated'] {
  const undated = parts?.[periods.length];
  if (undated === undefined || undated.size === 0 || !isAllTime(question.period)) return null;
  const { value, n } = measurerOf(catalogue, { ...question, population: undated }).measure(kpi.id).measurement;
  return n === 0 ? null : { value, n };
}
