import { z } from 'zod';
import { day, interval, message } from '../../schema-parts.js';

const parameters = z.array(
  z.strictObject({
    name: z.string(),
    value: z.number(),
    standardError: z.number().nullable().describe('null where the curvature does not tell it'),
  }),
);

/** A customer of the ranked list. */
export const lifetimeCustomer = z.strictObject({
  customer: z.string(),
  purchases: z.number().int(),
  firstPurchase: day,
  lastPurchase: day,
  daysSince: z.number().int().describe('from the last purchase to `asOf`'),
  value: z.number().nullable().describe('what was bought so far; null when nothing is priced'),
  meanValue: z.number().nullable().describe('expected value of one purchase'),
  pAlive: z
    .number()
    .nullable()
    .describe('chance that the customer still buys; null with one purchase, where the model says 1 by construction'),
  expectedPurchases: z.number().nullable().describe('in the next `horizonMonths`'),
  expectedValue: z.number().nullable().describe('of these, discounted to `asOf`'),
  interval: interval.nullable(),
  atRisk: z.boolean().describe('worth much, and likely to have left'),
});

export const lifetimeShape = {
  lifetime: z
    .strictObject({
      asOf: day.nullable(),
      customers: z.number().int(),
      repeatCustomers: z.number().int().describe('with two purchases or more'),
      purchases: z.number().int(),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
      currency: z.string().nullable(),
      horizonMonths: z.number().int(),
      discountRate: z.number().describe('per year'),
      discountRateAssumed: z.boolean().describe('nobody said it: it is the default'),
      margin: z.number().nullable().describe('share of revenue; null = values are revenue'),
      reason: z.string().nullable(),
      model: z
        .strictObject({
          name: z.literal('bg_nbd'),
          timeUnit: z.literal('week'),
          parameters,
          logLikelihood: z.number(),
          starts: z.number().int().describe('points that the search began at'),
          converged: z.boolean(),
        })
        .nullable(),
      spend: z
        .strictObject({
          name: z.literal('gamma_gamma'),
          parameters,
          logLikelihood: z.number(),
          correlation: z.number().nullable().describe('of purchases and their mean value, which the model takes for 0'),
          n: z.number().int().describe('repeat customers with priced purchases'),
        })
        .nullable(),
      spendReason: z.string().nullable().describe('why there is no model of what a purchase is worth'),
      fit: z
        .strictObject({
          frequency: z
            .array(z.strictObject({ purchases: z.string(), observed: z.number().int(), expected: z.number() }))
            .describe('customers by repeat purchases: 0, 1, … 7+'),
          calibration: z
            .array(
              z.strictObject({
                purchases: z.string().describe('repeat purchases of the first two thirds'),
                customers: z.number().int(),
                expected: z.number().describe('purchases of each in the last third, by the model'),
                actual: z.number(),
              }),
            )
            .nullable()
            .describe('fitted on the first two thirds of the days and held against the last third'),
        })
        .nullable(),
      meanValue: z.number().nullable().describe('expected value of a customer'),
      interval: interval.nullable(),
      totalValue: z.number().nullable(),
      list: z.array(lifetimeCustomer).describe('the first ten, most expected value first'),
      atRisk: z.array(lifetimeCustomer).describe('the first ten of those at risk, most value first'),
      atRiskTotal: z.number().int().nullable(),
      notes: z.array(message),
    })
    .nullable()
    .describe('what customers are expected to buy yet; null where it was not asked for'),
};

export type Lifetime = NonNullable<z.infer<typeof lifetimeShape.lifetime>>;
export type LifetimeCustomer = z.infer<typeof lifetimeCustomer>;
