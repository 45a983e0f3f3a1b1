import { z } from 'zod';
import { interval } from '../../schema-parts.js';

export const funnelShape = {
  funnel: z.array(
    z.strictObject({
      pipeline: z.string().nullable().describe('null where there is one'),
      stage: z.string(),
      entered: z.number().int().describe('came to this stage or past it: advanced + lost + open'),
      advanced: z.number().int(),
      lost: z.number().int().describe('without having come further'),
      open: z.number().int().describe('never further than here so far'),
      rate: z.number().nullable().describe('advanced / (advanced + lost)'),
      interval: interval.nullable(),
      lostValue: z.number().nullable(),
      stays: z.number().int().describe('ended stays'),
      medianDays: z.number().nullable().describe('of the ended stays'),
      p75Days: z.number().nullable(),
      source: z.string().describe('history, or current_stage: the weakest form, no times'),
    }),
  ),
  funnelExcluded: z
    .array(z.strictObject({ reason: z.string(), n: z.number().int() }))
    .describe('deals that the funnel leaves out'),
  becameOf: z
    .strictObject({
      created: z.number().int().describe('deals created in the period: won + lost + open'),
      decided: z.number().int().describe('won + lost, up to the snapshot'),
      won: z.number().int(),
      lost: z.number().int(),
      open: z.number().int(),
      interval: interval.nullable().describe('of won / created'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
    })
    .nullable()
    .describe('what became of the deals created in the period, as cohort_conversion counts them; null without a value'),
};
