import { comparedPoints } from '../../../analysis/compared-points.js';
import { type PeriodPart, periodParts, TOLD_OF_PARTS } from '../../../analysis/period-parts.js';
import {
  HEADLINES,
  type Series,
  type SeriesPoint,
  SUBSCRIPTION_HEADLINES,
  seriesOf,
  untestedSeries,
} from '../../../analysis/series.js';
import { kpis } from '../../../kpi/catalogue/index.js';
import { isoDay } from '../../../model/civil-day.js';
import { periodEndInclusive } from '../../../model/period.js';
import { groupKpi } from '../../breakdown-entry.js';
import type { QuestionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import type { seriesShape } from './series-schema.js';

/** KPIs of the first figures of a page that no series has; stalled deals would cost a snapshot at each point. */
const LINED = ['avg_deal_size', 'sales_cycle'];

type Part = PartOf<typeof seriesShape>;

/** What the section is made of: the figures that have a series, and what stands beside them. */
export const seriesPieces = {
  series: ({ question, before, previous, resolved, grain }: QuestionContext): Pick<Part, 'series'> => {
    const subscribed = (question.subscriptions ?? null) !== null;
    const headlines = subscribed ? [...HEADLINES, ...SUBSCRIPTION_HEADLINES] : HEADLINES;
    const found = seriesOf(kpis, resolved.kpis ?? headlines, question, grain ?? undefined);
    const compared = before && previous ? comparedPoints(found, kpis, question, { before, previous }) : [];
    return { series: found.map((one, index) => seriesEntry(one, compared[index] ?? [])) };
  },
  lines: ({ question, before, previous, frame, resolved, grain }: QuestionContext): Pick<Part, 'lines' | 'parts'> => {
    // Where nothing is asked for, more figures than those of the series are shown with a line.
    const lined = resolved.kpis === null ? untestedSeries(kpis, LINED, question, grain ?? undefined, false) : [];
    const linedThen = before && previous ? comparedPoints(lined, kpis, question, { before, previous }, false) : [];
    const withFrame = before && previous && frame ? { before, previous, frame } : null;
    const parts = periodParts(kpis, resolved.kpis ?? TOLD_OF_PARTS, question, withFrame);
    return {
      lines: lined.map((one, index) => ({
        kpi: one.kpi.id,
        grain: one.grain,
        points: pointEntries(one.points, linedThen[index] ?? []),
      })),
      parts: parts === null ? null : { grain: parts.grain, rows: parts.rows.map(partEntry) },
    };
  },
};

export const series: BuiltPart<typeof seriesShape, QuestionContext> = {
  absent: { series: [], lines: [], parts: null },
  build: (context) => ({ ...seriesPieces.series(context), ...seriesPieces.lines(context) }),
  pieces: seriesPieces,
};

type Entry = Part['series'][number];

type PointEntry = Entry['points'][number];

function seriesEntry(
  { kpi, grain, points, undated, trend, trendReason }: Series,
  compared: readonly (SeriesPoint | null)[],
): Entry {
  return {
    kpi: kpi.id,
    grain,
    points: pointEntries(points, compared),
    undated: undated === null ? null : { ...undated },
    trend: trend === null ? null : { ...trend, interval: trend.interval === null ? null : { ...trend.interval } },
    trendReason,
  };
}

function pointEntries(points: readonly SeriesPoint[], compared: readonly (SeriesPoint | null)[]): PointEntry[] {
  return points.map((point, index) => {
    const { bounds } = point;
    const then = compared[index] ?? null;
    return {
      ...pointEntry(point),
      bounds: bounds ? { ...bounds } : null,
      previous: then === null ? null : pointEntry(then),
    };
  });
}

function pointEntry({
  period,
  value,
  n,
  interval,
  partial,
  byCurrency,
}: SeriesPoint): NonNullable<PointEntry['previous']> {
  return {
    ...spanEntry({ period, partial }),
    value,
    n,
    interval: interval === null ? null : { ...interval },
    byCurrency: byCurrency?.map((one) => ({ ...one })) ?? null,
  };
}

function partEntry({ period, partial, compared, measured, previous, changes }: PeriodPart): PartEntry {
  return {
    ...spanEntry({ period, partial }),
    compared: compared === null ? null : spanEntry(compared),
    kpis: measured.map((one, index) => groupKpi(one, previous[index] ?? null, changes[index] ?? null, false)),
  };
}

type PartEntry = NonNullable<Part['parts']>['rows'][number];

function spanEntry({ period, partial }: Pick<SeriesPoint, 'period' | 'partial'>): NonNullable<PartEntry['compared']> {
  return { label: period.label, start: isoDay(period.start), end: isoDay(periodEndInclusive(period)), partial };
}
