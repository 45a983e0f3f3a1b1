import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { dated, violating } from '../populations.js';

/** An instant near midnight may fall on the day before in another zone. */
const ALLOWED_DAYS = 1;

export const dealModifiedBeforeCreate = defineRule({
  id: 'deal.modified_before_create',
  title: { en: 'Deals modified before they were created', fa: 'معامله‌هایی که آخرین ویرایش آن‌ها پیش از ایجاد است' },
  dimension: 'consistency',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with a creation date and a date of the last modification, those whose last modification lies more than 1 day before their creation.',
    fa: 'از همه‌ی معامله‌های دارای تاریخ ایجاد و تاریخ آخرین ویرایش، آن‌هایی که آخرین ویرایش بیش از ۱ روز پیش از ایجادشان است.',
  },
  source: 'Great Expectations, expect_column_pair_values_a_to_be_greater_than_b',
  needs: ['created_at', 'modified_at'],
  affects: ['new_deals', 'sales_cycle', 'cohort_conversion'],
  check({ population }) {
    const [created, last] = [population.column('created_at'), population.column('modified_at')];
    return violating(
      dated(population, 'created_at', 'modified_at'),
      (row) => (created[row] as number) - (last[row] as number) > ALLOWED_DAYS,
      (row) => {
        const [from, to] = [created[row] as number, last[row] as number];
        return {
          field: 'modified_at',
          value: isoDay(to),
          args: { last: isoDay(to), created: isoDay(from), days: from - to },
        };
      },
    );
  },
  message: {
    en: ({ last, created, days }) => `last modification on ${last}, ${days} days before it was created (${created})`,
    fa: ({ last, created, days }) => `آخرین ویرایش در ${last}، ${days} روز پیش از ایجاد (${created})`,
  },
  fix: {
    en: 'The creation date is probably that of an import: restore the original one in the CRM.',
    fa: 'تاریخ ایجاد احتمالاً تاریخ ورود گروهی داده‌هاست: تاریخ اصلی را در CRM بازگردانید.',
  },
  examples: {
    accept: 'id created_at modified_at\nD1 2024-03-02 2024-03-01\nD2 2024-03-02 .',
    reject: 'id created_at modified_at\nD1 2024-03-02 2024-03-01\nD2 2024-03-03 2024-03-01',
  },
});
