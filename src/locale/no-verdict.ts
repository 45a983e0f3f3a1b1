import type { Text } from './text.js';

/** Why nobody can say whether more than chance stands behind a change. Codes are part of the JSON contract. */
export const NO_VERDICT = {
  no_test: { en: 'a count, a sum or a product, which has no test', fa: 'شمار، جمع یا حاصل‌ضرب، که آزمونی ندارد' },
  few_records: { en: 'too few records to tell', fa: 'رکوردها برای داوری کم است' },
  cumulative: {
    en: 'a figure to date, which goes on from where it stood',
    fa: 'رقمی تجمعی، که از جای پیشین ادامه می‌یابد',
  },
  shared_records: {
    en: 'the same records or customers stand on both sides',
    fa: 'همان رکوردها یا مشتریان در هر دو سو هستند',
  },
  judged_as_share: {
    en: 'a count, judged by its share of the open deals',
    fa: 'شمار، که با سهمش از معامله‌های باز داوری می‌شود',
  },
  unequal_age: {
    en: 'the older deals had more time to be won',
    fa: 'معامله‌های قدیمی‌تر زمان بیشتری برای برنده شدن داشته‌اند',
  },
  rhythm_of_quarter: {
    en: 'the months of a quarter differ in this file, and these two are not the same part of one',
    fa: 'در این فایل ماه‌های هر فصل با هم فرق دارند و این دو دوره یک بخش از فصل نیستند',
  },
} as const satisfies Record<string, Text>;

export type NoVerdict = keyof typeof NO_VERDICT;
