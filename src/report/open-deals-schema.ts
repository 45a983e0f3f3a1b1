import { z } from 'zod';
import { day } from './schema-parts.js';

export const counted = {
  n: z.number().int().describe('deals'),
  byAge: z.array(z.number().int()).describe('deals in each of `bands`'),
  undated: z.number().int().describe('deals without an age: n = Σ byAge + undated'),
  priced: z.number().int().describe('deals whose amount is told'),
  amount: z.number().nullable().describe('Σ of the amounts; null where none is priced, or none is told'),
};

export const openDealsSchema = z.strictObject({
  day: day.nullable(),
  ...counted,
  currency: z.string().nullable().describe('of every amount; null when the deals name none or several'),
  amountReason: z.string().nullable().describe('why no amount is told, of the whole or of a stage'),
  stages: z
    .array(
      z.strictObject({
        pipeline: z.string().nullable().describe("null where there is one; '' = the cell is empty"),
        stage: z.string().describe("'' = the cell is empty"),
        ...counted,
      }),
    )
    .describe('pipelines with most deals first, stages as deals go through them, else with most deals first'),
  stagesInOrder: z.boolean().describe('whether anything tells the order of the stages'),
  stagesTotal: z.number().int().describe('stages in all'),
  rest: z.strictObject(counted).nullable().describe('of those with the fewest deals, where there are more than 30'),
  stagesReason: z.string().nullable().describe('why the stages are not told'),
  reason: z.string().nullable().describe('why nobody can say which deals were open: then all numbers are 0'),
});

export type OpenDealsEntry = z.output<typeof openDealsSchema>;
