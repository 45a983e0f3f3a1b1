import { WON } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { count, leftOut } from '../figures.js';
import { closedIn, undatedClosed, won } from '../populations.js';

export const wonDeals = defineKpi({
  id: 'won_deals',
  title: { en: 'Won deals', fa: 'معامله‌های برنده' },
  unit: 'count',
  basis: 'closed',
  better: 'higher',
  adds: true,
  definition: {
    en: 'Deals closed as won in the period; won deals without a close date count in all-time figures only.',
    fa: 'معامله‌هایی که در دوره با برد بسته شده‌اند؛ برنده‌های بدون تاریخ بسته شدن فقط در آمار کل شمرده می‌شوند.',
  },
  formula: {
    en: 'count(won deals closed in the period)',
    fa: 'شمار معامله‌های برنده‌ی بسته‌شده در دوره',
  },
  source: 'A count by close date (Salesforce: WON:SUM).',
  needs: ['outcome'],
  wants: ['closed_at'],
  byDay: { form: 'count', outcomes: [WON] },
  measure({ population, period }) {
    return count(won(closedIn(population, period)), {
      excluded: () => leftOut(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
    });
  },
});
