import { z } from 'zod';
import { day, interval, message } from '../../schema-parts.js';

const money = z.number().nullable();

/** What months and their sum have alike: won value, in the currency of the forecast. */
const expectation = {
  wonSoFar: money.describe('won in it up to `asOf`'),
  pipeline: money.describe('expected of the deals open at `asOf`'),
  newBusiness: money.describe('expected of deals that do not exist yet'),
  expected: money.describe('wonSoFar + pipeline + newBusiness'),
  interval: interval.nullable(),
  best: money,
  worst: money,
  baseline: money.describe('what the best of the naive baselines says'),
  wins: z.number().nullable().describe('expected won deals'),
};

const backtest = z.strictObject({
  reason: z.string().nullable().describe('why the past was not forecast'),
  origins: z.number().int().describe('days in the past at which the forecast was made anew, without hindsight'),
  horizon: z.number().int().describe('months ahead that are scored'),
  months: z.array(
    z.strictObject({
      label: z.string(),
      start: day,
      actual: z.number(),
      forecast: money,
      interval: interval.nullable(),
      baselines: z.strictObject({
        last_period: money,
        mean_of_three: money,
        same_month_last_quarter: money,
        same_month_last_year: money,
      }),
    }),
  ),
  scores: z.array(
    z.strictObject({
      method: z.string().describe('model, a baseline, crm'),
      horizon: z.number().int().describe('months ahead, all together'),
      wape: z.number().nullable().describe('Σ |actual − forecast| / Σ actual'),
      bias: z.number().nullable().describe('Σ (forecast − actual) / Σ actual'),
      coverage: z.number().nullable().describe('share of months within the interval; null where there is none'),
      coverage80: z.number().nullable().describe('the same of the interval from `worst` to `best`, nominally 80 %'),
      n: z.number().int(),
    }),
  ),
  calibration: z
    .array(
      z.strictObject({
        from: z.number(),
        to: z.number(),
        n: z.number().int().describe('deals'),
        predicted: z.number().describe('mean probability of winning'),
        won: z.number().describe('share of them that was won'),
        interval: interval.nullable(),
      }),
    )
    .describe('chances of single deals against what became of them'),
  brier: z.number().nullable(),
});

export const forecastShape = {
  forecast: z
    .strictObject({
      asOf: day.nullable(),
      from: day.nullable(),
      until: day.nullable().describe('last day, inclusive'),
      horizonMonths: z.number().int(),
      unit: z.enum(['money', 'deals']).describe('what every value is: money, or won deals where no win has an amount'),
      currency: z.string().nullable(),
      reason: z.string().nullable(),
      method: z
        .enum(['model', 'baseline'])
        .nullable()
        .describe('baseline: the model did not beat it on the past of these files; null without a forecast'),
      baseline: z.string().nullable().describe('the best of the naive baselines'),
      headline: z.strictObject({
        beats: z.boolean().nullable().describe('whether the model beats the best baseline; null where nothing tells'),
        message: message.nullable(),
      }),
      months: z.array(
        z.strictObject({
          label: z.string(),
          start: day,
          end: day.describe('last day, inclusive'),
          partial: z.boolean().describe('part of it had passed at `asOf`'),
          ...expectation,
        }),
      ),
      total: z.strictObject(expectation).nullable(),
      open: z
        .strictObject({
          deals: z.number().int(),
          priced: z.number().int(),
          unpriced: z.number().int(),
          undated: z.number().int(),
          expectedWins: z.number().nullable(),
          amount: money.describe('of the priced ones, as the files have them'),
          unpricedValue: money.describe('what the unpriced ones may bring, at the usual amount'),
          bounds: z
            .strictObject({ low: z.number(), high: z.number() })
            .nullable()
            .describe(
              'of the forecast: without what rests on usual amounts; with these at the 90 % quantile of won amounts and all undated deals won',
            ),
        })
        .nullable(),
      groups: z.array(
        z.strictObject({
          by: z.array(z.string()),
          groups: z.array(
            z.strictObject({
              key: z.array(z.string()).describe("'' = the cell is empty"),
              deals: z.number().int().describe('open at `asOf`'),
              amount: money,
              wonSoFar: money,
              pipeline: money,
              newBusiness: money.describe('shared out as what was won in the last year'),
              expected: money,
              interval: interval.nullable(),
              quota: money.describe('of the period of `pacing`; of a group that is an owner'),
              attainment: z.number().nullable().describe('expected in that period / quota'),
            }),
          ),
        }),
      ),
      pacing: z
        .array(
          z.strictObject({
            kpi: z.string().nullable().describe('whose target it is; null: the quota of `owner`'),
            owner: z.string().nullable(),
            period: z.strictObject({ label: z.string(), start: day, end: day }),
            target: z.number(),
            wonSoFar: money,
            expected: money,
            interval: interval.nullable(),
            probability: z.number().nullable().describe('that the target is reached'),
            needed: money.describe('target − wonSoFar, at least 0'),
            reason: z.string().nullable(),
          }),
        )
        .describe('targets and quotas of the period that is running or asked about'),
      byStage: z.array(
        z.strictObject({
          pipeline: z.string().nullable(),
          stage: z.string(),
          n: z.number().int(),
          amount: money,
          pWin: z.number().nullable().describe('expected wins / n'),
          expected: money.describe('of these deals, whenever they close'),
        }),
      ),
      backtest,
      crm: z
        .strictObject({
          reason: z.string().nullable(),
          brier: z.number().nullable(),
          calibration: backtest.shape.calibration,
          wape: z
            .number()
            .nullable()
            .describe('of probability × amount of the deals that closed in a month against what of them was won'),
          wapeReason: z.string().nullable().describe('why `wape` is null'),
        })
        .nullable()
        .describe("the CRM's own probabilities, scored alike; null where the files have none"),
      notes: z.array(message).describe('what was assumed'),
    })
    .nullable()
    .describe('expected won value by month; null where it was not asked for'),
};

export type Forecast = NonNullable<z.infer<typeof forecastShape.forecast>>;
