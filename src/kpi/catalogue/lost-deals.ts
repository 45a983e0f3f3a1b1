import { LOST } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { count, leftOut } from '../figures.js';
import { closedIn, lost, undatedClosed } from '../populations.js';

export const lostDeals = defineKpi({
  id: 'lost_deals',
  title: { en: 'Lost deals', fa: 'معامله‌های ازدست‌رفته' },
  unit: 'count',
  basis: 'closed',
  better: 'lower',
  adds: true,
  definition: {
    en: 'Deals closed as lost in the period; lost deals without a close date count in all-time figures only.',
    fa: 'معامله‌هایی که در دوره از دست رفته‌اند؛ ازدست‌رفته‌های بدون تاریخ بسته شدن فقط در آمار کل شمرده می‌شوند.',
  },
  formula: {
    en: 'count(lost deals closed in the period)',
    fa: 'شمار معامله‌های ازدست‌رفته‌ی بسته‌شده در دوره',
  },
  source: 'A count by close date (Salesforce: CLOSED:SUM − WON:SUM).',
  needs: ['outcome'],
  wants: ['closed_at'],
  byDay: { form: 'count', outcomes: [LOST] },
  measure({ population, period }) {
    return count(lost(closedIn(population, period)), {
      excluded: () => leftOut(isAllTime(period) ? {} : { undated_closed: undatedClosed(lost(population)) }),
    });
  },
});
