import { z } from 'zod';
import { bounds, day, interval, message, previousSchema } from '../../schema-parts.js';

const groupFigures = {
  value: z.number().nullable(),
  n: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: interval.nullable(),
  bounds: bounds.describe('what a rate is if the records in doubt turn out one way or the other'),
  reason: z.string().nullable(),
  previous: previousSchema.describe('of the compared period; null where nothing is compared'),
  change: z
    .strictObject({
      absolute: z.number(),
      relative: z.number().nullable(),
      significant: z
        .boolean()
        .nullable()
        .describe('at 5 % of the adjusted p-value; null where nothing is tested, and then there is a reason'),
      pValue: z.number().nullable(),
      adjustedPValue: z.number().nullable().describe('after Benjamini–Hochberg over the groups of the breakdown'),
      reason: z.string().nullable().describe('as of a KPI: no_test, few_records, cumulative, …'),
    })
    .nullable(),
};

export const groupKpiSchema = z.strictObject({
  id: z.string(),
  ...groupFigures,
  share: z
    .number()
    .nullable()
    .describe('of the figure of all; null where the groups do not add up to it (rates, means), or one is negative'),
  byCurrency: z
    .array(z.strictObject({ currency: z.string(), ...groupFigures }))
    .nullable()
    .describe('of money in files of several currencies: one entry for each that the group has'),
});

const groupCounts = {
  records: z.number().int().describe('deals (or subscriptions) of the group, whatever their dates'),
  n: z.number().int().describe('records behind the main figure of the group, which is `nOf`'),
  kpis: z.array(groupKpiSchema),
};

const groupKey = {
  key: z
    .array(z.string())
    .describe("the value of each field or column of `by`; '' = the cell is empty, of time: no day"),
  range: z
    .array(
      z
        .strictObject({
          from: z.union([z.number(), day]).nullable().describe('the first number or day of it; null = no limit'),
          to: z.union([z.number(), day]).nullable().describe('the first number beyond it, or its last day'),
        })
        .nullable(),
    )
    .describe('what each value of `key` spans; null where it is a name alone'),
  partial: z.boolean().describe('of a period: it goes on, the asked range cuts it, or the data begins in it'),
};

export const breakdownSchema = z.strictObject({
  by: z
    .union([z.string(), z.array(z.string())])
    .describe('a field or column, by its name alone; several that are crossed, as a list'),
  axes: z
    .array(
      z.strictObject({
        name: z.string(),
        title: z
          .string()
          .nullable()
          .describe('of the field that it is, in the language of the report; null: a column of the file'),
        kind: z
          .enum(['values', 'days', 'numbers', 'time'])
          .describe(
            'names; periods of a day that the records bear; ranges of a number; periods in each of which every figure is that of the period',
          ),
        grain: z.string().nullable().describe('of time: day, week, month, quarter or year'),
      }),
    )
    .describe('what each name of `by` is'),
  sort: z
    .strictObject({
      by: z.string().describe('a KPI, name, records, change, or own: periods in time, ranges from the lowest'),
      of: z.string().nullable().describe('by change: the KPI whose change it is'),
      direction: z.enum(['asc', 'desc']),
    })
    .describe('the order of the groups; a rate counts by the lower end of its interval (ascending: the upper end)'),
  points: z
    .array(
      z.strictObject({
        label: z.string().describe('of the whole period'),
        start: day.describe('cut to the asked period'),
        end: day.describe('last day, inclusive; cut to the asked period'),
        partial: z.boolean().describe('as of the points of `series`'),
      }),
    )
    .nullable()
    .describe(
      "of the `series` of the groups: those of the first KPI in the report's `series`, or coarser ones beyond 120; of two to nine groups of one axis that is not time, in a report with `series`; else null",
    ),
  groups: z.array(
    z.strictObject({
      ...groupKey,
      ...groupCounts,
      series: z
        .array(
          z.strictObject({
            kpi: z.string(),
            values: z.array(z.number().nullable()).describe('by `points`'),
            n: z.array(z.number().int()),
          }),
        )
        .describe('won value and win rate, or the first two KPIs asked for that have a line; [] without `points`'),
    }),
  ),
  rows: z
    .array(z.strictObject({ ...groupKey, ...groupCounts }))
    .nullable()
    .describe('by time and something else: the groups of the whole period, in the order of `sort`; else null'),
  groupsTotal: z
    .number()
    .int()
    .describe('groups in all, those that --top left out included; by time the groups of the whole period'),
  top: z.number().int().nullable().describe('groups at most, as it was asked; null = all'),
  rest: z
    .strictObject({ groups: z.number().int().describe('how many'), ...groupCounts })
    .nullable()
    .describe('the groups that --top left out, measured as one; null where none was'),
  nOf: z.string().nullable().describe('the KPI whose records `n` of the groups counts; null where none has a value'),
  tests: z
    .array(
      z.strictObject({
        kpi: z.string(),
        method: z.string().describe('chi-squared, permutation (rates of few records) or kruskal-wallis (means)'),
        statistic: z.number(),
        df: z.number().int(),
        pValue: z.number().describe('that groups which do not differ look so apart'),
        adjustedPValue: z.number().describe('after Benjamini–Hochberg over all tests of breakdowns in this report'),
        significant: z.boolean().describe('at 5 % of the adjusted p-value; false: no difference beyond chance'),
        groups: z.number().int().describe('groups compared'),
        leftOut: z.number().int().describe('groups with too few records to be compared'),
        n: z.number().int().describe('records of the groups compared'),
      }),
    )
    .describe('one test per figure of closed deals: whether the groups differ at all, those of --top or not'),
  notes: z.array(message).describe('what must be known of what the records were split by'),
});

export const breakdownsShape = {
  breakdowns: z.array(breakdownSchema),
};
