import { z } from 'zod';
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
import { bounds, day, interval } from '../../schema-parts.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { groupKpiSchema } from './breakdowns.js';

const byCurrency = z
  .array(z.strictObject({ currency: z.string(), value: z.number().nullable(), n: z.number().int() }))
  .nullable()
  .describe('of money in files of several currencies, where the value is null');

const spanSchema = {
  label: z.string().describe('of the whole period; a fiscal year is named by the year it starts in'),
  start: day.describe('cut to the asked period'),
  end: day.describe('last day, inclusive; cut to the asked period'),
  partial: z
    .boolean()
    .describe('not the whole of its period: it goes on, the asked range cuts it, or the data begins in it'),
};

/** What a point of either period has. */
const pointSchema = {
  ...spanSchema,
  value: z.number().nullable(),
  n: z.number().int(),
  interval: interval.nullable(),
  byCurrency,
};

const points = z.array(
  z.strictObject({
    ...pointSchema,
    bounds: bounds.describe('what a rate is if the records in doubt turn out one way or the other'),
    previous: z
      .strictObject(pointSchema)
      .nullable()
      .describe(
        'the point as many days from the start of the compared period, cut to it; null without a comparison, where that period has no such place, and where its own figure is null',
      ),
  }),
);

const shape = {
  series: z.array(
    z.strictObject({
      kpi: z.string(),
      grain: z.string(),
      points,
      undated: z
        .strictObject({ value: z.number().nullable(), n: z.number().int() })
        .nullable()
        .describe('of all data: what the figure counts and no point has, for want of a day'),
      trend: z
        .strictObject({
          method: z
            .enum(['mann-kendall', 'seasonal-kendall'])
            .describe('seasonal where a figure has a rhythm within quarters'),
          n: z.number().int().describe('whole periods with a value'),
          tau: z.number().describe("Kendall's tau-b"),
          slope: z.number().describe("change per period, Theil–Sen, in the KPI's unit"),
          interval: interval.nullable().describe('of the slope'),
          pValue: z.number().describe('two-sided'),
          significant: z.boolean().describe('at 5 % after Benjamini–Hochberg over the series of this report'),
        })
        .nullable()
        .describe('null under eight whole periods, and with a reason'),
      trendReason: z
        .string()
        .nullable()
        .describe(
          'why there is no trend although the periods would do: rhythm_of_quarter; cumulative (a figure to date)',
        ),
    }),
  ),
  lines: z
    .array(z.strictObject({ kpi: z.string(), grain: z.string(), points }))
    .describe(
      'further KPIs over time, for a line beside the figure, without a trend and without intervals of means of few values; [] where KPIs are asked for',
    ),
  parts: z
    .strictObject({
      grain: z.string(),
      rows: z.array(
        z.strictObject({
          ...spanSchema,
          compared: z
            .strictObject(spanSchema)
            .nullable()
            .describe('the part at the same place of the compared period; null where it has none'),
          kpis: z
            .array(groupKpiSchema)
            .describe(
              'as a report of the part alone has them; `change` is corrected over the parts, and null for counts and sums of cut parts of unlike lengths',
            ),
        }),
      ),
    })
    .nullable()
    .describe('the months of a quarter, the quarters of a year; null of all data and of a month or less'),
};

/** KPIs of the first figures of a page that no series has; stalled deals would cost a snapshot at each point. */
const LINED = ['avg_deal_size', 'sales_cycle'];

export const series: BuiltPart<typeof shape> = {
  shape,
  absent: { series: [], lines: [], parts: null },
  build: ({ question, before, previous, frame, resolved, grain }) => {
    const subscribed = (question.subscriptions ?? null) !== null;
    const headlines = subscribed ? [...HEADLINES, ...SUBSCRIPTION_HEADLINES] : HEADLINES;
    const found = seriesOf(kpis, resolved.kpis ?? headlines, question, grain ?? undefined);
    const compared = before && previous ? comparedPoints(found, kpis, question, { before, previous }) : [];
    // Where nothing is asked for, more figures than those of the series are shown with a line.
    const lined = resolved.kpis === null ? untestedSeries(kpis, LINED, question, grain ?? undefined, false) : [];
    const linedThen = before && previous ? comparedPoints(lined, kpis, question, { before, previous }, false) : [];
    const withFrame = before && previous && frame ? { before, previous, frame } : null;
    const parts = periodParts(kpis, resolved.kpis ?? TOLD_OF_PARTS, question, withFrame);
    return {
      series: found.map((one, index) => seriesEntry(one, compared[index] ?? [])),
      lines: lined.map((one, index) => ({
        kpi: one.kpi.id,
        grain: one.grain,
        points: pointEntries(one.points, linedThen[index] ?? []),
      })),
      parts: parts === null ? null : { grain: parts.grain, rows: parts.rows.map(partEntry) },
    };
  },
};

type Entry = PartOf<typeof shape>['series'][number];

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

type PartEntry = NonNullable<PartOf<typeof shape>['parts']>['rows'][number];

function spanEntry({ period, partial }: Pick<SeriesPoint, 'period' | 'partial'>): NonNullable<PartEntry['compared']> {
  return { label: period.label, start: isoDay(period.start), end: isoDay(periodEndInclusive(period)), partial };
}
