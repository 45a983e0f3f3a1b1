import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';
import { dated, open, violating } from '../populations.js';

export const dealOpenPastClose = defineRule({
  id: 'deal.open_past_close',
  title: { en: 'Open deals past their expected close', fa: 'معامله‌های باز با موعد بستن گذشته' },
  dimension: 'timeliness',
  severity: 'warn',
  scope: 'deal',
  atSnapshot: true,
  condition: {
    en: 'Of all open deals with an expected close date, those whose date lies before the snapshot date, by more than the days allowed (days, 0 by default).',
    fa: 'از همه‌ی معامله‌های باز دارای تاریخ احتمالی بستن، آن‌هایی که تاریخشان پیش از تاریخ مبناست؛ بیش از روزهای مجاز (days، به‌طور پیش‌فرض صفر).',
  },
  source: 'The first rule of pipeline hygiene guides: Katalyst, PulseRevOps, Gangly',
  needs: ['outcome', 'expected_close'],
  params: { days: whole('days past the expected close that are allowed', 0, 3660) },
  defaults: { days: 0 },
  affects: ['open_pipeline_value', 'weighted_pipeline', 'sales_velocity'],
  check({ population, asOf, params }) {
    const expected = population.column('expected_close');
    const latest = asOf - params.days;
    return violating(
      dated(open(population), 'expected_close'),
      (row) => (expected[row] as number) < latest,
      (row) => {
        const day = expected[row] as number;
        return { field: 'expected_close', value: isoDay(day), args: { expected: isoDay(day), days: asOf - day } };
      },
    );
  },
  message: {
    en: ({ expected, days }) =>
      `still open, expected to close on ${expected}, ${days} ${days === 1 ? 'day' : 'days'} ago`,
    fa: ({ expected, days }) => `هنوز باز است، با تاریخ احتمالی بستن ${expected} (${days} روز پیش)`,
  },
  fix: {
    en: 'Close the deal, or move its expected close date to one that is agreed with the customer.',
    fa: 'معامله را ببندید، یا تاریخ احتمالی بستن را به تاریخی که با مشتری توافق شده تغییر دهید.',
  },
  examples: {
    accept: 'id outcome expected_close\nD1 open 2025-01-01\nD2 won 2024-06-01',
    reject: 'id outcome expected_close\nD1 open 2025-01-01\nD2 open 2024-12-31',
  },
});
