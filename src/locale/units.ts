import type { Text } from './text.js';

/** What a KPI's number is measured in. Money stands beside its currency; ratios are 0…1; durations are days. */
export const UNITS = {
  count: { en: 'count', fa: 'تعداد' },
  ratio: { en: 'ratio', fa: 'نسبت' },
  money: { en: 'money', fa: 'مبلغ' },
  days: { en: 'days', fa: 'روز' },
  money_per_day: { en: 'money per day', fa: 'مبلغ در روز' },
  per_year: { en: 'per year', fa: 'در سال' },
} as const satisfies Record<string, Text>;

export type Unit = keyof typeof UNITS;
