import { defineRule } from '../definition.js';
import { wholeFile } from '../places.js';

export const fileEmpty = defineRule({
  id: 'file.empty',
  title: { en: 'Files without a record', fa: 'فایل‌های بدون رکورد' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'file',
  condition: {
    en: 'Of all files that were read, those with a header and no record below it. Where no file has one the run ends (exit 3): nothing was checked.',
    fa: 'از همه‌ی فایل‌های خوانده‌شده، آن‌هایی که سرستون دارند ولی رکوردی زیر آن نیست. اگر هیچ فایلی رکورد نداشته باشد اجرا پایان می‌یابد (کد خروج ۳).',
  },
  source: 'ESLint, "no files matched"; dbt_utils, at_least_one',
  needs: [],
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won', 'customers', 'lead_conversion_rate'],
  check({ population, beside }) {
    if (population.size === 0) return { checked: 0, places: [] };
    return {
      checked: beside.sources.length,
      places: beside.sources
        .filter(({ rows, records }) => rows === 0 || records === 0)
        .filter(({ skipped }) => !skipped.some(({ reason }) => reason === 'older snapshot' || reason === 'repeated id'))
        .map((source) => ({ place: wholeFile(source), value: source.file, args: { file: source.file } })),
    };
  },
  message: {
    en: ({ file }) => `${file} has a header and no record`,
    fa: ({ file }) => `${file} سرستون دارد ولی رکوردی ندارد`,
  },
  fix: {
    en: 'Export again without a filter; or do not pass the file.',
    fa: 'بدون فیلتر دوباره خروجی بگیرید، یا این فایل را ندهید.',
  },
  examples: {
    accept: 'id amount\nD1 5000\n# file more.csv 3',
    reject: 'id amount\nD1 5000\n# file more.csv 0',
  },
});
