import { NO_DAY } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { open, violating } from '../populations.js';

export const dealOpenWithoutCloseDate = defineRule({
  id: 'deal.open_without_close_date',
  title: { en: 'Open deals without an expected close', fa: 'معامله‌های باز بدون تاریخ احتمالی بستن' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all open deals, those without a readable expected close date.',
    fa: 'از همه‌ی معامله‌های باز، آن‌هایی که تاریخ احتمالی بستن خوانایی ندارند.',
  },
  source: 'PulseRevOps: "no date = no forecast"',
  needs: ['outcome', 'expected_close'],
  affects: ['open_pipeline_value', 'weighted_pipeline'],
  check({ population }) {
    const expected = population.column('expected_close');
    return violating(
      open(population),
      (row) => expected[row] === NO_DAY,
      () => ({ field: 'expected_close', args: {} }),
    );
  },
  message: {
    en: () => 'open without an expected close date: it can be neither forecast nor overdue',
    fa: () => 'باز و بدون تاریخ احتمالی بستن: نه پیش‌بینی‌پذیر است و نه سررسید دارد',
  },
  fix: {
    en: 'Agree a date with the customer and enter it in the CRM.',
    fa: 'تاریخی با مشتری توافق کنید و در CRM وارد کنید.',
  },
  examples: {
    accept: 'id outcome expected_close\nD1 open 2025-02-01\nD2 won .',
    reject: 'id outcome expected_close\nD1 open 2025-02-01\nD2 open .',
  },
});
