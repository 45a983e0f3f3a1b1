/** What a config says of targets, quotas, lifetime values and rates. */
import { z } from 'zod';
import type { Text } from '../locale/text.js';
import type { SchemaParts } from './schema-parts.js';
import { type TargetUnit, targetFault, targetUnit, targetValue } from './target-values.js';

/** At least `min`, at most `max`, in the KPI's own unit (ratios 0…1): 65, 65% and 0.65 were one. */
export interface ConfigTarget {
  readonly min?: number;
  readonly max?: number;
  /** Of each of these; left out: of the period asked about. */
  readonly per?: ConfigCadence;
}

export const CADENCES = ['week', 'month', 'quarter', 'year'] as const;
export type ConfigCadence = (typeof CADENCES)[number];

/** A number is of the period asked about. */
export type ConfigQuota = number | { readonly amount: number; readonly per: ConfigCadence };

/** The keys of a config file about what figures should be, and what they are worth. */
export interface ConfigTargets {
  /** KPI id → target. */
  readonly targets?: Readonly<Record<string, ConfigTarget>>;
  /** Owner → won value to bring. */
  readonly quotas?: Readonly<Record<string, ConfigQuota>>;
  readonly clv?: {
    /** Share of revenue that is margin. */
    readonly margin?: number;
    /** Years that a customer stays. */
    readonly lifespan?: number;
  };
  /** Currency → worth of one unit in the currency of the report; or a CSV file of date, currency, rate. */
  readonly rates?: string | Readonly<Record<string, number>>;
}

/** What values of these keys should have been. */
export const TARGET_EXPECTED = {
  number: { en: 'a number', fa: 'عدد' },
  positive: { en: 'a number above 0', fa: 'عددی بزرگ‌تر از 0' },
  margin: { en: 'a share above 0, up to 1', fa: 'سهمی بزرگ‌تر از 0 تا 1' },
  years: { en: 'a number of years above 0, up to 100', fa: 'تعداد سال، بزرگ‌تر از 0 تا 100' },
  target_share: { en: 'a share up to 100 %: 0.65, 65 or 65%', fa: 'سهمی تا ۱۰۰٪: 0.65، 65 یا 65%' },
  target_ratio: { en: 'a ratio: 1.1 or 110%', fa: 'نسبت: 1.1 یا 110%' },
  target_number: {
    en: 'a number, such as 200000 or 200k (it is no ratio)',
    fa: 'عدد، مانند 200000 یا 200k (نسبت نیست)',
  },
  target: { en: 'min, max or both, min not above max', fa: 'min یا max یا هر دو، min نه بیش از max' },
  cadence: { en: 'week, month, quarter or year', fa: 'week، month، quarter یا year' },
  target_adds: {
    en: 'min and max alone: per is for what adds up over time, such as revenue_won or new_deals',
    fa: 'تنها min و max: per برای شاخص‌هایی است که در زمان جمع می‌شوند، مانند revenue_won یا new_deals',
  },
  quota: {
    en: 'an amount above 0, such as 250000 or 250k, or { amount: 250k, per: quarter }',
    fa: 'مبلغی بزرگ‌تر از 0، مانند 250000 یا 250k، یا { amount: 250k, per: quarter }',
  },
  rates: {
    en: 'currency codes with what one unit is worth, or the name of a CSV file with date, currency and rate',
    fa: 'کد ارزها با ارزش هر واحد، یا نام فایل CSV با ستون‌های date، currency و rate',
  },
} as const satisfies Record<string, Text>;

const positive = (): z.ZodNumber => z.number('positive').gt(0, 'positive');

/** A KPI as far as its targets go. */
export interface KnownTarget {
  readonly id: string;
  readonly unit: string;
  /** It adds up over time, so that it may be asked of each quarter. */
  readonly adds: boolean;
}

/** The parts of the schema about what figures should be, and what they are worth. */
export function targetShape(
  kpis: readonly KnownTarget[],
): Pick<SchemaParts, 'targets' | 'quotas' | 'margin' | 'lifespan' | 'rates'> {
  const target = ({ id, unit, adds }: KnownTarget): z.ZodType => {
    const limit = targetLimit(targetUnit(id, unit)).optional();
    return z
      .strictObject({ min: limit, max: limit, per: adds ? cadence().optional() : neverPer().optional() }, 'section')
      .refine(
        ({ min, max }) =>
          (min ?? max) !== undefined && (min ?? Number.NEGATIVE_INFINITY) <= (max ?? Number.POSITIVE_INFINITY),
        'target',
      )
      .optional();
  };
  const targets = z.strictObject(Object.fromEntries(kpis.map((kpi) => [kpi.id, target(kpi)])), 'section');
  return {
    targets: () => targets as unknown as z.ZodType<NonNullable<ConfigTargets['targets']>>,
    quotas: () => z.record(z.string(), z.union([quotaAmount, quotaOf], 'quota'), 'section'),
    margin: () => z.number('margin').gt(0, 'margin').max(1, 'margin'),
    lifespan: () => z.number('years').gt(0, 'years').max(100, 'years'),
    rates: () =>
      z.union(
        [z.record(z.string().regex(/^[A-Z]{3}$/, 'currency'), positive(), 'section'), z.string().min(1)],
        'rates',
      ),
  };
}

const cadence = (): z.ZodType<ConfigCadence> => z.enum(CADENCES, 'cadence');
/** The key is known, and never right: the reason is told in place of "unknown key". */
const neverPer = (): z.ZodType<ConfigCadence> => z.enum(CADENCES, 'target_adds').refine(() => false, 'target_adds');

const MONEY = { unit: 'money', share: false } as const;
const quotaAmount = z.union([z.number(), z.string()], 'quota').transform((written, context) => {
  const value = targetValue(written, MONEY);
  if (value !== null && value > 0) return value;
  context.issues.push({ code: 'custom', message: 'quota', input: written });
  return z.NEVER;
});
const quotaOf = z.strictObject({ amount: quotaAmount, per: cadence() }, 'section');

/** One limit of a target: a number, or one with a percent sign or thousands in a text. */
function targetLimit(unit: TargetUnit): z.ZodType<number, number | string> {
  const fault = targetFault(unit);
  return z
    .union([z.number(), z.string()], fault)
    .transform((written, context) => {
      const value = targetValue(written, unit);
      if (value !== null) return value;
      context.issues.push({ code: 'custom', message: fault, input: written });
      return z.NEVER;
    })
    .describe(TARGET_EXPECTED[fault].en);
}
