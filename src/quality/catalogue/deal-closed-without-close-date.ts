import { DATED_CLOSED } from '../../model/deal-classes.js';
import { OUTCOMES } from '../../model/outcome.js';
import { defineRule } from '../definition.js';
import { closed, violating } from '../populations.js';

export const dealClosedWithoutCloseDate = defineRule({
  id: 'deal.closed_without_close_date',
  title: { en: 'Closed deals without a close date', fa: 'معامله‌های بسته‌شده‌ی بدون تاریخ بسته شدن' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all won and lost deals, those without a readable close date. They count in all-time figures and in no period.',
    fa: 'از همه‌ی معامله‌های برنده و ازدست‌رفته، آن‌هایی که تاریخ بسته شدن خوانایی ندارند. در ارقام کل شمرده می‌شوند و در هیچ دوره‌ای نه.',
  },
  source: 'SaaSGrid, data-quality checks: "Missing Data" is an error for closed deals',
  needs: ['outcome', 'closed_at'],
  affects: [
    'won_deals',
    'lost_deals',
    'win_rate',
    'revenue_won',
    'sales_cycle',
    'new_customers',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population }) {
    const outcome = population.column('outcome');
    return violating(closed(population), DATED_CLOSED[1], (row) => ({
      field: 'closed_at',
      args: { outcome: OUTCOMES[outcome[row] as number] },
    }));
  },
  message: {
    en: ({ outcome }) => `${outcome} without a close date: it belongs to no period`,
    fa: ({ outcome }) => `${outcome === 'won' ? 'برنده' : 'ازدست‌رفته'} بدون تاریخ بسته شدن: به هیچ دوره‌ای تعلق نمی‌گیرد`,
  },
  fix: {
    en: 'Fill in the close date in the CRM, or map the column that holds it: --map closed_at="Column".',
    fa: 'تاریخ بسته شدن را در CRM وارد کنید، یا ستون آن را معرفی کنید: --map closed_at="Column".',
  },
  examples: {
    accept: 'id outcome closed_at\nD1 won 2024-02-10\nD2 open .',
    reject: 'id outcome closed_at\nD1 won 2024-02-10\nD2 lost .',
  },
});
