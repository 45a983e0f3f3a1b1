import { z } from 'zod';
import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { wholeFile } from '../places.js';

/** Judgements of ours: exports grow slowly, and a filter or a double export changes them at once. */
const LEAST_SHARE = 0.7;
const MOST_SHARE = 2;

export const fileVolumeDrop = defineRule({
  id: 'file.volume_drop',
  title: { en: 'Far fewer or more records than last time', fa: 'رکوردهای بسیار کمتر یا بیشتر از بار پیش' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'file',
  condition: {
    en: 'All deals together, where the previous run of the history file (--run-history) had some: less than 70 % (least) or more than 200 % (most) of them.',
    fa: 'همه‌ی معامله‌ها با هم، اگر اجرای پیشین در فایل تاریخچه (--run-history) رکورد داشته باشد: کمتر از ۷۰٪ (least) یا بیش از ۲۰۰٪ (most) آن.',
  },
  source: 'Elementary, volume anomalies; Deequ, relative rate of change',
  needs: [],
  params: z.strictObject({
    least: z.number().min(0).max(1).describe('share of the previous records that must be there'),
    most: z.number().min(1).describe('share of the previous records that may be there'),
  }),
  defaults: { least: LEAST_SHARE, most: MOST_SHARE },
  affects: ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won', 'open_pipeline_value'],
  check({ population, deals, beside, params }) {
    const { previous } = beside;
    const [first] = population.rows;
    if (previous === null || previous.records === 0 || first === undefined) return { checked: 0, places: [] };
    const share = population.size / previous.records;
    if (share >= params.least && share <= params.most) return { checked: 1, places: [] };
    const args = { now: population.size, before: previous.records, day: isoDay(previous.asOf) };
    return { checked: 1, places: [{ place: wholeFile(deals.place(first)), value: String(population.size), args }] };
  },
  message: {
    en: ({ now, before, day }) =>
      `${now} records, after ${before} in the run of ${day}: ${Math.round((100 * now) / before)} %`,
    fa: ({ now, before, day }) => `${now} رکورد، پس از ${before} در اجرای ${day}: ${Math.round((100 * now) / before)}٪`,
  },
  fix: {
    en: 'Compare the filters of the two exports; if both are right, run again: this run is the next one’s measure.',
    fa: 'فیلترهای دو خروجی را بسنجید؛ اگر هر دو درست‌اند دوباره اجرا کنید: این اجرا معیار بعدی است.',
  },
  examples: {
    accept: 'id amount\nD1 5\nD2 7\n# previous 2024-12-01 1',
    reject: 'id amount\nD1 5\nD2 7\n# previous 2024-12-01 3',
  },
});
