import { isoDay } from '../../model/civil-day.js';
import { CLOSED_EARLY } from '../../model/deal-classes.js';
import { defineRule } from '../definition.js';
import { closed, dated } from '../populations.js';

export const dealCloseBeforeCreate = defineRule({
  id: 'deal.close_before_create',
  title: { en: 'Deals closed before they were created', fa: 'معامله‌های بسته‌شده پیش از ایجاد' },
  dimension: 'consistency',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all won and lost deals with both dates, those closed at least one calendar day before they were created. The same day is allowed; where one of the two columns holds instants (2025-03-06T02:30Z) and the other plain dates, so is the day before, unless --timezone says which zone the dates are of.',
    fa: 'از همه‌ی معامله‌های برنده و ازدست‌رفته‌ی دارای هر دو تاریخ، آن‌هایی که دست‌کم یک روز پیش از ایجاد بسته شده‌اند. همان روز مجاز است؛ و اگر یکی از دو ستون لحظه (2025-03-06T02:30Z) و دیگری تاریخ ساده دارد، روز پیش از آن هم، مگر آنکه ‎--timezone منطقه‌ی زمانی تاریخ‌ها را بگوید.',
  },
  source: 'FunnelCake, "Backdated" deals',
  needs: ['outcome', 'created_at', 'closed_at'],
  affects: ['sales_cycle', 'sales_velocity', 'eventual_win_rate', 'time_to_close'],
  check({ population, deals }) {
    const createdAt = population.column('created_at');
    const closedAt = population.column('closed_at');
    const both = dated(closed(population), 'created_at', 'closed_at');
    const early = both.having(CLOSED_EARLY).where((row) => {
      const days = (createdAt[row] as number) - (closedAt[row] as number);
      return days > deals.leeway(row, 'created_at', 'closed_at');
    });
    return {
      checked: both.size,
      rows: early.rows,
      describe(row) {
        const [created, ended] = [createdAt[row] as number, closedAt[row] as number];
        return {
          field: 'closed_at',
          value: isoDay(ended),
          args: { closed: isoDay(ended), created: isoDay(created), days: created - ended },
        };
      },
    };
  },
  message: {
    en: ({ closed, created, days }) =>
      `closed on ${closed}, ${days} ${days === 1 ? 'day' : 'days'} before it was created on ${created}`,
    fa: ({ closed, created, days }) => `در ${closed} بسته شده، ${days} روز پیش از ایجاد در ${created}`,
  },
  fix: {
    en: 'Correct the close date. If a migration set the creation date of old deals, map the original one: --map created_at="Column".',
    fa: 'تاریخ بسته شدن را اصلاح کنید. اگر هنگام انتقال داده‌ها تاریخ ایجاد عوض شده، ستون اصلی را معرفی کنید: --map created_at="Column".',
  },
  examples: {
    accept: 'id outcome created_at closed_at\nD1 won 2024-05-20 2024-05-20',
    reject: 'id outcome created_at closed_at\nD1 won 2024-05-20 2024-05-10',
  },
});
