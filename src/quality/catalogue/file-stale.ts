import { type CivilDay, isoDay, NO_DAY } from '../../model/civil-day.js';
import type { DayColumn } from '../../model/column.js';
import { dayExtent } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';
import { wholeFile } from '../places.js';

/** A weekly job that was fed with last week's file is a day or more too late. */
const MOST_DAYS = 8;

export const fileStale = defineRule({
  id: 'file.stale',
  title: { en: 'Data of some time ago', fa: 'داده‌های کهنه' },
  dimension: 'timeliness',
  severity: 'warn',
  scope: 'file',
  condition: {
    en: 'The deals of all files together, where the newest creation, closing or modification that is not in the future lies more than 8 days (days) before the day of the run. Not judged where the snapshot date is said (--as-of): then nobody expects today’s data.',
    fa: 'معامله‌های همه‌ی فایل‌ها با هم، اگر تازه‌ترین ایجاد، بسته شدن یا ویرایشی که در آینده نباشد بیش از ۸ روز (days) پیش از روز اجرا باشد. اگر تاریخ مبنا گفته شده باشد (--as-of) بررسی نمی‌شود: در آن صورت کسی داده‌ی امروز را انتظار ندارد.',
  },
  source: 'Soda, freshness; dbt_utils, recency',
  needs: [],
  needsAny: ['created_at', 'closed_at', 'modified_at'],
  params: { days: whole('days that the newest record may be old', 0, 3660) },
  defaults: { days: MOST_DAYS },
  affects: ['open_deals', 'open_pipeline_value', 'weighted_pipeline', 'new_deals'],
  check({ population, deals, beside, params }) {
    const fields = (['created_at', 'closed_at', 'modified_at'] as const).filter((field) => population.has(field));
    const columns = fields.map((field) => population.column(field));
    const { today } = beside;
    const first = population.at(0);
    if (today === null || first === undefined) return { checked: 0, places: [] };
    let newest = NO_DAY;
    for (const days of columns) {
      const { last } = dayExtent(days);
      if (last <= today) newest = Math.max(newest, last);
      else newest = Math.max(newest, newestUntil(days, today));
    }
    if (newest === NO_DAY) return { checked: 0, places: [] };
    const age = today - newest;
    if (age <= params.days) return { checked: 1, places: [] };
    const args = { newest: isoDay(newest), age };
    return { checked: 1, places: [{ place: wholeFile(deals.place(first)), value: isoDay(newest), args }] };
  },
  message: {
    en: ({ newest, age }) => `the newest record is of ${newest}, ${age} days before this run`,
    fa: ({ newest, age }) => `تازه‌ترین رکورد از ${newest} است، ${age} روز پیش از این اجرا`,
  },
  fix: {
    en: 'Export again before the run; for a report on an older day, say so: --as-of 2024-12-31.',
    fa: 'پیش از اجرا دوباره خروجی بگیرید؛ برای گزارش روزی در گذشته آن را بگویید: --as-of 2024-12-31.',
  },
  examples: {
    accept: 'id created_at\nD1 2024-12-24\nD2 2024-03-01\n# today 2025-01-01',
    reject: 'id created_at\nD1 2024-12-23\nD2 2024-03-01\n# today 2025-01-01',
  },
});

function newestUntil(days: DayColumn, today: CivilDay): number {
  let newest: number = NO_DAY;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number;
    if (day > newest && day <= today) newest = day;
  }
  return newest;
}
