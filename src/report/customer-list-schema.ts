/** The JSON contract of `kpi customers`. */
import { z } from 'zod';
import { calendar, day, filterSchema, message, period, tool } from './schema-parts.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { lifetimeCustomer, lifetimeShape } from './sections/parts/lifetime-schema.js';

const { model, spend } = lifetimeShape.lifetime.unwrap().shape;

const customerEntry = lifetimeCustomer.extend({
  byCurrency: z
    .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), value: z.number() }))
    .nullable()
    .describe('what was bought so far, where currencies are mixed'),
});

export const customerListSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: tool,
  asOf: day
    .nullable()
    .describe('purchases count up to this day: the end of the period, or the newest day of the files'),
  calendar: calendar.describe('what people read the days in'),
  period: period,
  filter: filterSchema,
  samples: z.enum(['full', 'ids', 'none']).describe('a customer has no id but its name: anything but full lists none'),
  selection: z.strictObject({ atRisk: z.boolean().describe('only those at risk') }),
  allCustomers: z.number().int().describe('with a purchase, whatever the selection'),
  repeatCustomers: z.number().int().describe('of them, those with two purchases or more'),
  purchases: z.number().int().describe('days on which a customer bought'),
  atRiskTotal: z.number().int().nullable().describe('null where no model says'),
  excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
  horizonMonths: z.number().int().describe('months ahead that what is expected counts'),
  discountRate: z.number().describe('per year'),
  discountRateAssumed: z.boolean().describe('nobody said it: it is the default'),
  margin: z.number().nullable().describe('share of revenue that expected values are of; null = they are revenue'),
  model: model.describe('of purchases'),
  modelReason: z.string().nullable().describe('why there is none: then nothing is expected of a customer'),
  spend: spend.describe('of what a purchase is worth'),
  spendReason: z.string().nullable().describe('why there is none: then no money is expected'),
  total: z.number().int().describe('customers found'),
  value: z.number().nullable().describe('what they bought so far; null when nothing is priced or currencies are mixed'),
  totalValue: z.number().nullable().describe('what is expected of them, discounted to `asOf`'),
  currency: z.string().nullable().describe('of the money; null when the purchases name none or several'),
  byCurrency: z
    .array(z.strictObject({ currency: z.string(), value: z.number() }))
    .nullable()
    .describe('what was bought so far, where currencies are mixed'),
  sort: z.strictObject({ by: z.string(), direction: z.enum(['asc', 'desc']) }),
  columns: z
    .array(
      z.strictObject({
        name: z.string().describe('as `--sort` takes it, and CSV heads it'),
        key: z.string().describe('of a customer'),
        title: z.string().describe("in the report's language"),
        kind: z.string().describe('text, day, money, number, ratio or boolean'),
      }),
    )
    .describe('what can be sorted by'),
  customers: z.array(customerEntry).describe('`--limit N` lists the first N of `total`'),
  reason: z.string().nullable().describe('why nobody can say which customers these are'),
  notes: z.array(message).describe('what a reader must know of the figures'),
  warnings: z.array(message),
});

export type CustomerList = z.infer<typeof customerListSchema>;
export type CustomerEntry = CustomerList['customers'][number];
