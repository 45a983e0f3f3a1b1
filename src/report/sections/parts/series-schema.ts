import { z } from 'zod';
import { bounds, day, interval } from '../../schema-parts.js';
import { groupKpiSchema } from './breakdowns-schema.js';

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

export const seriesShape = {
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
