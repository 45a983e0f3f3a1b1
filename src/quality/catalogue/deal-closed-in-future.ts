import { isoDay } from '../../model/civil-day.js';
import { dayExtent } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { closed, dated, violating } from '../populations.js';

export const dealClosedInFuture = defineRule({
  id: 'deal.closed_in_future',
  title: { en: 'Deals closed in the future', fa: 'معامله‌های بسته‌شده در آینده' },
  dimension: 'timeliness',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all won and lost deals with a close date, those closed after the snapshot date; more than a day after it, where the file’s dates are instants (2025-03-06T02:30Z) and no --timezone says where.',
    fa: 'از همه‌ی معامله‌های برنده و ازدست‌رفته‌ی دارای تاریخ بسته شدن، آن‌هایی که پس از تاریخ مبنا بسته شده‌اند؛ بیش از یک روز پس از آن، اگر تاریخ‌های فایل لحظه‌اند (2025-03-06T02:30Z) و ‎--timezone نگفته کجا.',
  },
  source: 'Salesforce, sample validation rules: the close date of a closed opportunity is not in the future',
  needs: ['outcome', 'closed_at'],
  affects: ['won_deals', 'lost_deals', 'win_rate', 'revenue_won', 'sales_cycle', 'eventual_win_rate', 'time_to_close'],
  check({ population, deals, asOf }) {
    const closedAt = population.column('closed_at');
    const latest = asOf + (deals.hasInstants ? 1 : 0);
    return violating(
      dated(closed(population), 'closed_at'),
      dayExtent(closedAt).last <= latest ? null : (row) => (closedAt[row] as number) > latest,
      (row) => {
        const day = closedAt[row] as number;
        return {
          field: 'closed_at',
          value: isoDay(day),
          args: { closed: isoDay(day), asOf: isoDay(asOf), days: day - asOf },
        };
      },
    );
  },
  message: {
    en: ({ closed, asOf, days }) =>
      `closed on ${closed}, ${days} ${days === 1 ? 'day' : 'days'} after the snapshot of ${asOf}`,
    fa: ({ closed, asOf, days }) => `در ${closed} بسته شده، ${days} روز پس از تاریخ مبنا (${asOf})`,
  },
  fix: {
    en: 'Correct the close date or the stage. If the export is newer than the snapshot date, set it: --as-of DATE.',
    fa: 'تاریخ بسته شدن یا مرحله را اصلاح کنید. اگر خروجی تازه‌تر از تاریخ مبناست، آن را بگویید: --as-of DATE.',
  },
  examples: {
    accept: 'id outcome closed_at\nD1 won 2025-01-01',
    reject: 'id outcome closed_at\nD1 won 2025-01-02',
  },
});
