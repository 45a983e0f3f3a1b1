import { byDate } from '../../model/selections.js';
import { dayExtent } from '../column-facts.js';
import { DATE_FIELDS } from '../dates.js';
import { defineRule } from '../definition.js';
import { unreadableCells } from '../unreadable.js';

export const dateUnparseable = defineRule({
  id: 'date.unparseable',
  title: { en: 'Dates that cannot be read', fa: 'تاریخ‌هایی که خوانده نمی‌شوند' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all non-empty date cells, those that are no date or one that no calendar has (30 February). A date that two closing columns share counts once.',
    fa: 'از همه‌ی خانه‌های پر تاریخ، آن‌هایی که تاریخ نیستند یا در هیچ تقویمی وجود ندارند (۳۰ فوریه). تاریخی که در دو ستون بسته شدن تکرار شود یک بار شمرده می‌شود.',
  },
  source: 'Frictionless, type-error',
  needs: [],
  needsAny: DATE_FIELDS,
  affects: [
    'new_deals',
    'won_deals',
    'lost_deals',
    'win_rate',
    'revenue_won',
    'sales_cycle',
    'cohort_conversion',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population, deals }) {
    let dates = 0;
    for (const field of DATE_FIELDS) {
      if (!population.has(field)) continue;
      const days = population.column(field);
      // Closing dates are derived from these columns where a file has them: the same cell must not count twice.
      const twins = (TWINS[field] ?? []).filter((twin) => population.has(twin)).map((twin) => population.column(twin));
      if (twins.length === 0) dates += dayExtent(days).filled;
      else {
        const dated = byDate(field)(population)[0];
        dates += dated?.where((row) => twins.every((twin) => twin[row] !== days[row])).size ?? 0;
      }
    }
    return unreadableCells(deals.unreadable, DATE_FIELDS, dates);
  },
  message: {
    en: ({ text }) => `"${text}" is not a date; the cell is treated as empty`,
    fa: ({ text }) => `«${text}» تاریخ نیست؛ خانه خالی به شمار آمد`,
  },
  fix: {
    en: 'Export dates as 2025-01-31, or say the order of day and month: --date-order dmy|mdy|ymd.',
    fa: 'تاریخ‌ها را به شکل 2025-01-31 خروجی بگیرید، یا ترتیب روز و ماه را بگویید: --date-order dmy|mdy|ymd.',
  },
  examples: {
    accept: 'id created_at\nD1 2024-02-29\nD2 .',
    reject: 'id created_at\nD1 2024-02-29\nD2 2024-02-30',
  },
});

const TWINS: { readonly [F in (typeof DATE_FIELDS)[number]]?: readonly (typeof DATE_FIELDS)[number][] } = {
  closed_at: ['close_date', 'won_at', 'lost_at'],
  expected_close: ['close_date'],
};
