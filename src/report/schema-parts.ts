/** What the JSON contracts of several documents are made of. */
import { z } from 'zod';

export const day = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}$/)
  .describe('ISO 8601 calendar day');
export const tool = z.strictObject({ name: z.literal('kpi'), version: z.string() });

export const period = z
  .strictObject({
    label: z.string(),
    start: day,
    end: day.describe('last day, inclusive'),
    calendar: z.enum(['gregorian', 'jalali']).describe('what its years, quarters and months are those of'),
    asked: z.string().nullable().describe('as it was written, where that names no days of its own: last-quarter'),
    countedFrom: day.nullable().describe('the day that such a period was counted from'),
  })
  .nullable()
  .describe('null = all data');

export const calendar = z.enum(['gregorian', 'jalali']);
export const fiscalYearStart = z.number().int().describe('first month of the fiscal year, 1 to 12, in that calendar');

export const message = z.strictObject({
  code: z.string(),
  args: z
    .record(z.string(), z.unknown())
    .describe('what the message is about: numbers, days as ISO 8601, names as the files have them, lists'),
  message: z.string().describe("in the report's language"),
});

export const interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  method: z.string(),
});

export const distribution = z.strictObject({
  mean: z.number(),
  median: z.number(),
  p25: z.number(),
  p75: z.number(),
  p90: z.number(),
  min: z.number(),
  max: z.number(),
  sd: z.number().nullable(),
});

export const columnSchema = z.strictObject({
  column: z.string(),
  field: z.string().nullable(),
  confidence: z.number().nullable(),
  reason: message.describe('why it was taken for the field, or for none'),
});

export const sourceSchema = z.strictObject({
  file: z.string(),
  role: z.string(),
  preset: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headerRow: z.number().int(),
  rows: z
    .number()
    .int()
    .describe('rows below the header, and of other tables in the file: records + everything skipped'),
  records: z.number().int(),
  skipped: z.array(z.strictObject({ reason: z.string(), rows: z.number().int() })),
  sha256: z.string(),
  columns: z.array(columnSchema),
});

export const filterSchema = z
  .strictObject({
    where: z.string().describe('the condition, as it was given'),
    records: z.number().int().describe('kept + leftOut'),
    kept: z.number().int(),
    leftOut: z.number().int().describe('deals for which the condition is not true'),
    unknown: z.number().int().describe('of them, those for which an empty cell leaves it unknown'),
  })
  .nullable()
  .describe('null = all deals');

export const bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable();

export const previousSchema = z
  .strictObject({ value: z.number().nullable(), n: z.number().int(), reason: z.string().nullable() })
  .nullable();

/** A measurement and what stands beside it, of a total or of one currency. */
const kpiFigures = {
  value: z.number().nullable(),
  n: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: interval.nullable(),
  distribution: distribution.nullable(),
  excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
  bounds,
  previous: previousSchema,
  change: z
    .strictObject({
      absolute: z.number(),
      relative: z.number().nullable(),
      significant: z.boolean().nullable().describe('null where no test applies, and then there is a reason'),
      pValue: z.number().nullable(),
      interval: interval.nullable(),
      reason: z
        .string()
        .nullable()
        .describe(
          'why there is no verdict: no_test, few_records, cumulative, shared_records, judged_as_share, unequal_age, rhythm_of_quarter',
        ),
      likeForLike: z
        .strictObject({
          by: z.string().describe('age, part_of_quarter or share_of_open_deals'),
          days: z.number().int().nullable().describe('by age: the days that every deal had'),
          period: period.describe('by part of the quarter: what is compared with instead; else null'),
          value: z.number(),
          previous: z.number(),
          absolute: z.number(),
          significant: z.boolean().nullable(),
          pValue: z.number().nullable(),
          interval: interval.nullable(),
        })
        .nullable()
        .describe('where the two figures are not alike: a comparison of what is'),
    })
    .nullable(),
  details: z.record(z.string(), z.number().nullable()),
  ranking: z
    .array(
      z.strictObject({
        key: z.string().describe("a reason, an owner, a customer; '' = the cell is empty"),
        n: z.number().int().describe('deals'),
        amount: z.number().nullable().describe('their money; null when none is priced or currencies are mixed'),
        share: z.number().nullable().describe('share of the whole; for quotas the attainment'),
      }),
    )
    .nullable()
    .describe('the parts of the figure by name, most important first'),
  rankingTotal: z.number().int().nullable().describe('parts in all, where `ranking` may hold the first of them only'),
  reason: z.string().nullable(),
  notes: z.array(message),
};

export const kpiEntrySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  better: z
    .enum(['higher', 'lower'])
    .nullable()
    .describe('which way is good news; null = neither, such as the number of open deals'),
  ...kpiFigures,
  target: z
    .strictObject({
      min: z.number().nullable().describe('for the whole period asked about'),
      max: z.number().nullable(),
      met: z.boolean().nullable().describe('null without a value, and while what adds up over time has time left'),
      asked: z
        .strictObject({ min: z.number().nullable(), max: z.number().nullable() })
        .describe('as the target was given: of each `per`, else of the period'),
      per: z.enum(['week', 'month', 'quarter', 'year']).nullable(),
      pacing: z
        .strictObject({
          elapsed: z.number().describe('share of the period that has passed at the snapshot'),
          expected: z.number().describe('what the elapsed share of the period is to bring, of `min`, else of `max`'),
          reached: z.number().nullable().describe('value / `min`, else `max`'),
        })
        .nullable()
        .describe('of figures that add up over time, in a period that runs beyond the snapshot'),
    })
    .nullable(),
  byCurrency: z
    .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), ...kpiFigures }))
    .nullable()
    .describe('of money in files of several currencies: one entry for each, most deals first'),
  definition: z.string().describe('one sentence: what is counted, over what, what is left out'),
  formula: z.string(),
  source: z.string().describe('who defines it so, with a published example where there is one'),
});
