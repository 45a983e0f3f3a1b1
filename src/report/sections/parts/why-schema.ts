import { z } from 'zod';
import { message } from '../../schema-parts.js';

const side = z.strictObject({
  size: z.number().describe('what the group weighs: its deals, or what the figure divides by'),
  value: z.number().nullable().describe('the figure of the group'),
});

const part = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('factors').describe('the figure is a product'),
      factors: z.array(
        z.strictObject({
          factor: z.string(),
          title: z.string(),
          unit: z.string(),
          before: z.number(),
          after: z.number(),
          effect: z.number(),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('mix_rate').describe('the figure is a weighted mean of groups'),
      by: z.array(z.string()),
      mix: z.number().describe('because the groups have other weights'),
      rate: z.number().describe('because they have other figures'),
      groups: z.array(
        z.strictObject({
          key: z.array(z.string()).describe("'' = the cell is empty"),
          before: side,
          after: side,
          mix: z.number(),
          rate: z.number(),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('sum').describe('the figure is a sum of groups'),
      by: z.array(z.string()),
      groups: z.array(
        z.strictObject({
          key: z.array(z.string()).describe("'' = the cell is empty"),
          before: z.number(),
          after: z.number(),
          effect: z.number(),
        }),
      ),
    }),
  ])
  .describe('its effects add up to `change`');

export const whyShape = {
  why: z
    .strictObject({
      reason: z.string().nullable(),
      changes: z.array(
        z.strictObject({
          figure: z.string().describe('the id of a KPI, or open_pipeline'),
          title: z.string(),
          unit: z.string(),
          currency: z.string().nullable(),
          before: z.number(),
          after: z.number(),
          change: z.number(),
          sentence: message,
          parts: z.array(part),
        }),
      ),
    })
    .nullable()
    .describe('what main figures changed by, taken apart without a rest; null where it was not asked for'),
};

export type Why = NonNullable<z.infer<typeof whyShape.why>>;
