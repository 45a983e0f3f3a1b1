/** Fixed words of the forecast, and what they are about. */
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';

export type Forecast = NonNullable<Report['forecast']>;

const FIELDS: Readonly<Record<string, Text>> = {
  owner: { en: 'Owner', fa: 'مسئول' },
  product: { en: 'Product', fa: 'محصول' },
};

export const FORECAST_WORDS = {
  month: { en: 'Month', fa: 'ماه' },
  expected: { en: 'Expected', fa: 'مورد انتظار' },
  interval: { en: '95 % interval', fa: 'بازه‌ی ۹۵٪' },
  worst: { en: 'Worst (1 in 10)', fa: 'بدترین (۱ از ۱۰)' },
  best: { en: 'Best (1 in 10)', fa: 'بهترین (۱ از ۱۰)' },
  wonSoFar: { en: 'Won so far', fa: 'تاکنون برده' },
  pipeline: { en: 'Open deals', fa: 'معامله‌های باز' },
  newBusiness: { en: 'New business', fa: 'کسب‌وکار تازه' },
  baseline: { en: 'Simple rule', fa: 'قاعده‌ی ساده' },
  total: { en: 'All months', fa: 'همه‌ی ماه‌ها' },
  deals: { en: 'Open', fa: 'باز' },
  attainment: { en: 'Of quota', fa: 'از سهمیه' },
  stage: { en: 'Stage', fa: 'مرحله' },
  pWin: { en: 'P(win)', fa: 'احتمال برد' },
  eventually: { en: 'Expected, whenever they close', fa: 'مورد انتظار، هر زمان که بسته شوند' },
  empty: { en: '(empty)', fa: '(خالی)' },
  method: { en: 'On past months', fa: 'در ماه‌های گذشته' },
  model: { en: 'this model', fa: 'این مدل' },
  error1: { en: 'Error, 1 month ahead', fa: 'خطا، ۱ ماه جلوتر' },
  error3: { en: '3 months ahead', fa: '۳ ماه جلوتر' },
  bias: { en: 'Bias', fa: 'اریب' },
  inside80: { en: 'In 80 %', fa: 'در ۸۰٪' },
  inside95: { en: 'In 95 %', fa: 'در ۹۵٪' },
  actual: { en: 'Won', fa: 'برده' },
  forecast: { en: 'Forecast', fa: 'پیش‌بینی' },
  chance: { en: 'Chance given', fa: 'احتمال داده‌شده' },
  came: { en: 'Won in 3 months', fa: 'برده در ۳ ماه' },
  cases: { en: 'Deals', fa: 'معامله' },
  fields: FIELDS,
} as const;

/** Names of the methods that are scored. */
export const METHODS: Readonly<Record<string, Text>> = {
  model: FORECAST_WORDS.model,
  last_period: { en: 'month before', fa: 'ماه پیش' },
  mean_of_three: { en: 'mean of three months', fa: 'میانگین سه ماه' },
  same_month_last_quarter: { en: 'same month, last quarter', fa: 'همان ماه، فصل پیش' },
  same_month_last_year: { en: 'same month, last year', fa: 'همان ماه، سال پیش' },
};
