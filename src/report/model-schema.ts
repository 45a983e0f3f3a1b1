/** What an explanation says of a model: its formulas and assumptions, and with files its parameters and its fit. */
import { z } from 'zod';

const symbol = z.strictObject({
  name: z.string(),
  symbol: z.string().describe('as the formulas write it'),
  meaning: z.string(),
});

const UNITS = ['text', 'day', 'days', 'weeks', 'count', 'ratio', 'money', 'number', 'decimal'] as const;
const unit = z
  .enum(UNITS)
  .describe(
    'ratio: 0…1; day: ISO 8601; money: in `currency`; number and decimal: shown with four digits, with two decimals',
  );

export const modelEntrySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  formulas: z
    .array(z.strictObject({ of: z.string().describe('what it gives'), formula: z.string() }))
    .describe('the main one first; the same in every language'),
  symbols: z.array(symbol).describe('what the formulas speak of, besides the parameters'),
  source: z.string(),
  section: z.string().describe('of a report, that rests on it'),
  kpis: z.array(z.string()).describe('that rest on it'),
  reason: z.string().nullable().describe('with files: why it was not fitted, in part or at all'),
  parameters: z
    .array(
      symbol.extend({
        value: z.number().nullable().describe('null without files, and where the model was refused'),
        standardError: z.number().nullable(),
      }),
    )
    .describe('found from the data; empty for models that have none'),
  fit: z
    .strictObject({
      figures: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          unit,
          value: z.union([z.number(), z.string()]).nullable(),
          low: z.number().nullable().describe('of its 95 % interval'),
          high: z.number().nullable(),
        }),
      ),
      tables: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          columns: z.array(z.strictObject({ id: z.string(), title: z.string(), unit })),
          rows: z
            .array(z.record(z.string(), z.union([z.number(), z.string()]).nullable()))
            .describe('by the ids of the columns'),
        }),
      ),
    })
    .nullable()
    .describe('with files: what the model made of them, and how well that fits; null where it was refused'),
  assumptions: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        otherwise: z.string().describe('what is wrong where it is not so'),
        holds: z.boolean().nullable().describe('with files: whether it is so in them; null where they do not tell'),
        evidence: z.string().nullable().describe('with files: the figures behind `holds`'),
      }),
    )
    .describe('what would make it wrong'),
  limits: z.array(z.string()).describe('when it has no answer, and what it does not tell'),
});

export type ModelEntry = z.infer<typeof modelEntrySchema>;
export type ModelFit = NonNullable<ModelEntry['fit']>;
/** How a figure or a cell is to be read. */
export type FitUnit = (typeof UNITS)[number];
