/** The JSON contract of `kpi deals`. */
import { z } from 'zod';
import { calendar, day, filterSchema, message, period, tool } from './schema-parts.js';
import { SCHEMA_VERSION } from './schema-version.js';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const dealListSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: tool,
  asOf: day.nullable().describe('the day on which deals are open, stalled or overdue'),
  calendar: calendar.describe('what people read the days in'),
  period: period,
  filter: filterSchema,
  selection: z
    .strictObject({
      states: z.array(z.enum(['open', 'won', 'lost'])).describe('any of them; none = whatever the outcome'),
      stalled: z.boolean(),
      overdue: z.boolean(),
      kpi: z
        .strictObject({ id: z.string(), title: z.string(), unit: z.string(), value: z.number().nullable() })
        .nullable()
        .describe('the figure that the deals are behind'),
    })
    .describe('all that is said must be true of a deal'),
  total: z.number().int().describe('deals found'),
  priced: z.number().int().describe('of them, those with an amount'),
  amount: z.number().nullable().describe('their money; null when none is priced or currencies are mixed'),
  currency: z.string().nullable().describe('of the amount; null when the deals name none or several'),
  byCurrency: z
    .array(z.strictObject({ currency: z.string(), amount: z.number().nullable(), n: z.number().int() }))
    .nullable()
    .describe('where currencies are mixed'),
  sort: z
    .strictObject({ by: z.string(), direction: z.enum(['asc', 'desc']) })
    .nullable()
    .describe('null = as in the files'),
  columns: z.array(
    z.strictObject({
      name: z.string().describe("a field, or a column's own header"),
      title: z.string().describe("in the report's language"),
      kind: z.string().describe('text, category, day, money, number, ratio or boolean'),
    }),
  ),
  deals: z
    .array(
      z.strictObject({
        file: z.string(),
        sheet: z.string().nullable(),
        row: z.number().int().describe('in a spreadsheet program: 1 is the first row of the file'),
        line: z.number().int().nullable().describe('where a CSV record starts'),
        values: z.array(cell).describe('a value for each of `columns`; null = the cell is empty'),
      }),
    )
    .describe('`--limit N` lists the first N of `total`'),
  reason: z.string().nullable().describe('why nobody can say which deals these are'),
  warnings: z.array(message),
});

export type DealList = z.infer<typeof dealListSchema>;
