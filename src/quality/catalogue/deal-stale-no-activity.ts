import { isoDay, NO_DAY } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';
import { open, violating } from '../populations.js';

/** Hygiene guides say 14 (pinksheep, breadbox), 30 (ooligo, toolsmith) or 45 days (rework): the middle one. */
const STALE_AFTER_DAYS = 30;

export const dealStaleNoActivity = defineRule({
  id: 'deal.stale_no_activity',
  title: { en: 'Open deals on which nothing happens', fa: 'معامله‌های باز بدون فعالیت' },
  dimension: 'timeliness',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all open deals with a date of the last activity or modification, those whose newest of the two lies more than 30 days (days) before the snapshot date.',
    fa: 'از همه‌ی معامله‌های باز دارای تاریخ آخرین فعالیت یا ویرایش، آن‌هایی که تازه‌ترین این دو بیش از ۳۰ روز (days) پیش از تاریخ مبناست.',
  },
  source: 'Pipeline hygiene guides: 14 to 45 days, most of them 30',
  needs: ['outcome'],
  needsAny: ['last_activity', 'modified_at'],
  params: { days: whole('days without activity that are allowed', 1, 3660) },
  defaults: { days: STALE_AFTER_DAYS },
  affects: ['open_pipeline_value', 'weighted_pipeline', 'sales_velocity'],
  check({ population, asOf, params }) {
    const [active, modified] = [population.column('last_activity'), population.column('modified_at')];
    // A missing day is smaller than every other.
    const newest = (row: number): number => Math.max(active[row] as number, modified[row] as number);
    return violating(
      open(population).where((row) => newest(row) !== NO_DAY),
      (row) => asOf - newest(row) > params.days,
      (row) => {
        const day = newest(row);
        const field = active[row] === day ? 'last_activity' : 'modified_at';
        return { field, value: isoDay(day), args: { day: isoDay(day), days: asOf - day } };
      },
    );
  },
  message: {
    en: ({ day, days }) => `nothing has happened on it since ${day}, ${days} days ago`,
    fa: ({ day, days }) => `از ${day} (${days} روز پیش) کاری روی آن نشده است`,
  },
  fix: {
    en: 'Agree on a next step with the customer and log it, or close the deal as lost.',
    fa: 'گام بعدی را با مشتری تعیین و ثبت کنید، یا معامله را ببندید.',
  },
  examples: {
    accept: 'id outcome last_activity\nD1 open 2024-12-02\nD2 won 2024-03-01',
    reject: 'id outcome last_activity\nD1 open 2024-12-02\nD2 open 2024-12-01',
  },
});
