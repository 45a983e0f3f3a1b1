import { z } from 'zod';
import { day, interval, message } from '../../schema-parts.js';

const count = z.number().int();
const money = z.number().nullable();
const reason = z.string().nullable();

const tally = z.strictObject({
  deals: count,
  amount: money.describe('null: no amount is known, or several currencies'),
  byCurrency: z
    .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), amount: z.number() }))
    .nullable()
    .describe('where the amounts are in several currencies'),
});

const due = tally.extend({
  unpriced: count.describe('of them without an amount'),
  won: tally,
  lost: tally,
  slipped: tally.describe('open still, and expected after the later export’s day'),
  still: tally.describe('open still, and expected on a day that had come by then'),
  undated: tally.describe('open still, and expected on no day any more'),
  setAside: tally.describe('neither open nor closed any more, but left out'),
  vanished: tally.describe('not in the later export'),
  wonFor: tally.describe('what the won ones were closed for'),
  pulledIn: tally.describe('none of those due: expected later, and won or lost in these days'),
});

const sides = z.strictObject({ expected: z.number(), actual: z.number() });

const crm = z.strictObject({
  reason,
  expected: money.describe('Σ probability × amount of the deals due, by the earlier export alone'),
  counted: count.describe('deals due that have both'),
  due: count,
  actual: money.describe('what the deals won of all that were open then were closed for'),
  won: tally.extend({
    due: tally,
    ahead: tally.describe('expected later'),
    overdue: tally.describe('expected before'),
    undated: tally.describe('expected on no day'),
  }),
});

const held = {
  expected: z.number(),
  interval,
  actual: z.number().describe('won on exactly these days, as the later export has it'),
  within: z.boolean().describe('whether it lies in the interval'),
};

const months = z.array(
  z.strictObject({
    label: z.string(),
    start: day.describe('first day that counts'),
    end: day.describe('last day that counts, inclusive'),
    partial: z.boolean().describe('days of the month lie outside'),
    ...held,
  }),
);

const model = z.strictObject({
  reason,
  method: z.enum(['model', 'baseline']).nullable(),
  unit: z.enum(['money', 'deals']),
  expected: money.describe('by the earlier export alone; what was won before these days is not in it'),
  interval: interval.nullable(),
  actual: money,
  within: z.boolean().nullable(),
  pipeline: sides.nullable().describe('of deals that were open in the earlier export'),
  newBusiness: sides.nullable().describe('of all others'),
  months,
});

const between = {
  reason,
  from: day.nullable().describe('the day after the earlier export'),
  until: day.nullable().describe('the day of the later one, inclusive'),
  dueReason: reason,
  due: due
    .nullable()
    .describe(
      'open in the earlier export and expected in these days; amounts are its own. won … vanished add up to it',
    ),
  crm: crm.nullable(),
  model: model.nullable(),
};

const error = z
  .strictObject({
    n: count,
    wape: z.number().nullable().describe('Σ|actual − expected| / Σ actual'),
    bias: z.number().nullable().describe('Σ(expected − actual) / Σ actual'),
    within: count.nullable().describe('how often the actual lay in the interval'),
  })
  .nullable()
  .describe('null under three');

export const forecastAgainstActual = z.strictObject({
  ...between,
  messages: z.array(message).describe('in sentences'),
  each: z.array(z.strictObject(between)).describe('with more than two exports: each against the next one'),
  record: z.strictObject({ crm: error, model: error }).describe('over all of `each`'),
});

export type ForecastAgainstActual = z.infer<typeof forecastAgainstActual>;
/** The same of one pair of exports. */
export type ForecastBetween = ForecastAgainstActual['each'][number];
