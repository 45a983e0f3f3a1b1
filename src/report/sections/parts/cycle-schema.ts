import { z } from 'zod';
import { day } from '../../schema-parts.js';

const heap = z.strictObject({
  n: z.number().int(),
  from: z.number().describe('between from and to lies the middle half of its deals'),
  to: z.number(),
});

const cycleSchema = z
  .strictObject({
    unit: z.literal('days'),
    n: z.number().int().describe('deals won in the period with both dates in order, as sales_cycle counts them'),
    mean: z.number().nullable().describe('of the won deals, as all quantiles (type 7); null with a reason'),
    median: z.number().nullable(),
    p75: z.number().nullable(),
    p90: z.number().nullable(),
    reason: z.string().nullable().describe('why there is no mean'),
    meanDescribes: z
      .boolean()
      .nullable()
      .describe('false where the won deals lie in two heaps with the mean between them; null under 30 deals'),
    heaps: z.strictObject({ lower: heap, upper: heap }).nullable().describe('those heaps, else null'),
    lost: z.strictObject({
      n: z.number().int().describe('deals lost in the period, as sales_cycle_lost counts them'),
      mean: z.number().nullable(),
      median: z.number().nullable(),
      reason: z.string().nullable(),
    }),
    bins: z
      .array(
        z.strictObject({
          from: z.number(),
          to: z.number().nullable().describe('exclusive; null = the last bin, without an end'),
          won: z.number().int(),
          lost: z.number().int(),
        }),
      )
      .describe('Σ won = n, Σ lost = lost.n; empty under 20 won deals'),
    deals: z
      .array(
        z.strictObject({
          id: z.string().nullable(),
          name: z.string().nullable(),
          createdAt: day.nullable(),
          closedAt: day.nullable(),
          outcome: z.enum(['won', 'lost']).nullable().describe('null where it is withheld, as days'),
          days: z.number().int().nullable(),
          file: z.string(),
          sheet: z.string().nullable(),
          row: z.number().int(),
        }),
      )
      .nullable()
      .describe('under 20 won deals each of them and, if they are 40 at most, of the lost ones; null where bins stand'),
    excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })).describe('won deals left out'),
  })
  .nullable()
  .describe('days from creation to closing of the deals closed in the period; null where it was not asked for');

export const cycleShape = { cycle: cycleSchema };
