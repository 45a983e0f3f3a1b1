import { z } from 'zod';
import { WHY_FACTORS, WHY_STEPS } from '../../../locale/why-figures.js';
import { day, message } from '../../schema-parts.js';

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(of) as [K, ...K[]];

const group = {
  key: z.string().nullable().describe("as the file writes it; '' = the cell is empty; null = the groups not named"),
  groups: z.number().int().describe('groups that it stands for: 1, but for the rest'),
};

const side = z.strictObject({
  size: z.number().int().describe('records of the group'),
  value: z.number().nullable().describe('their rate or mean; null without a record'),
});

const factors = z.strictObject({
  kind: z.literal('factors').describe('the figure is a product'),
  factors: z.array(
    z.strictObject({
      factor: z.enum(keysOf(WHY_FACTORS)),
      title: z.string(),
      unit: z.string(),
      before: z.number().nullable().describe('null where nothing is there that it could be taken of'),
      after: z.number().nullable(),
      effect: z.number().describe('in the unit of the figure, the same whatever the order of the factors'),
    }),
  ),
});

const mixRate = z.strictObject({
  kind: z.literal('mix_rate').describe('the figure is a rate or a mean of records'),
  by: z.string().describe('field or column'),
  mix: z.number().describe('because the groups make up other shares of the records'),
  rate: z.number().describe('because the figure changed within the groups'),
  groups: z
    .array(z.strictObject({ ...group, before: side, after: side, mix: z.number(), rate: z.number() }))
    .describe('largest effect first; at most ten, and the rest as one'),
});

const sum = z.strictObject({
  kind: z.literal('sum').describe('the figure is a sum'),
  by: z.string().describe('field or column, or created_in_period'),
  groups: z
    .array(z.strictObject({ ...group, before: z.number(), after: z.number(), effect: z.number() }))
    .describe('largest effect first; at most ten, and the rest as one'),
});

const bridge = z.strictObject({
  kind: z.literal('bridge').describe('the figure is a level that is moved'),
  steps: z.array(z.strictObject({ step: z.enum(keysOf(WHY_STEPS)), title: z.string(), effect: z.number() })),
});

const days = z.strictObject({ start: day, end: day.describe('last day, inclusive') }).nullable();

const change = z.strictObject({
  figure: z
    .string()
    .describe('the id of a KPI, or stalled_share: of the deals open at the snapshot those that are stalled'),
  title: z.string(),
  unit: z.string(),
  better: z.enum(['higher', 'lower']).nullable().describe('which way is good news; null = neither'),
  currency: z.string().nullable(),
  between: z.enum(['periods', 'snapshots']).describe('two periods, or two exports'),
  days: z.strictObject({ before: days, after: days }).describe('of exports the day that each shows'),
  alike: z
    .enum(['part_of_quarter', 'share_of_open_deals'])
    .nullable()
    .describe('what makes the two figures alike, where it is not the compared period that is compared with'),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  significant: z.boolean().nullable().describe('more than chance would move it; null where no test applies'),
  reason: z.string().nullable().describe('why there is no verdict: a code as in the change of a KPI'),
  sentence: message.describe('what changed, and what makes most of it'),
  verdict: message.nullable().describe('whether it is more than chance'),
  parts: z
    .array(z.discriminatedUnion('kind', [factors, mixRate, sum, bridge]))
    .describe('ways of taking the change apart: the effects of each add up to `change`'),
});

export const whyShape = {
  why: z
    .strictObject({
      reason: z.string().nullable().describe('why nothing is taken apart'),
      changes: z.array(change),
      notes: z.array(message),
    })
    .nullable()
    .describe(
      'every change that the headline names, or between exports that of the open pipeline and of what closed since, taken apart without a rest; null = not asked for',
    ),
};

export type Why = NonNullable<z.infer<typeof whyShape.why>>;
export type WhyChange = Why['changes'][number];
export type WhyPartEntry = WhyChange['parts'][number];
