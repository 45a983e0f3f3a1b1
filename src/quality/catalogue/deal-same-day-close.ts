import { isoDay } from '../../model/civil-day.js';
import { defineRule } from '../definition.js';
import { dated, violating, won } from '../populations.js';

export const dealSameDayClose = defineRule({
  id: 'deal.same_day_close',
  title: { en: 'Deals won on the day they were created', fa: 'معامله‌های برنده در همان روز ایجاد' },
  dimension: 'timeliness',
  severity: 'info',
  scope: 'deal',
  condition: {
    en: 'Of all won deals with both dates, those closed on the day they were created: entered after the fact, so the sales cycle looks shorter than it is.',
    fa: 'از همه‌ی معامله‌های برنده‌ی دارای هر دو تاریخ، آن‌هایی که در همان روز ایجاد بسته شده‌اند: پس از رویداد ثبت شده‌اند و چرخه‌ی فروش را کوتاه‌تر از واقع نشان می‌دهند.',
  },
  source: 'FunnelCake, "Same Day" deals',
  needs: ['outcome', 'created_at', 'closed_at'],
  affects: ['sales_cycle', 'sales_velocity', 'eventual_win_rate', 'time_to_close'],
  check({ population }) {
    const createdAt = population.column('created_at');
    const closedAt = population.column('closed_at');
    return violating(
      dated(won(population), 'created_at', 'closed_at'),
      (row) => closedAt[row] === createdAt[row],
      (row) => {
        const day = isoDay(closedAt[row] as number);
        return { field: 'closed_at', value: day, args: { day } };
      },
    );
  },
  message: {
    en: ({ day }) => `created and won on the same day, ${day}`,
    fa: ({ day }) => `در یک روز ایجاد و برنده شده است: ${day}`,
  },
  fix: {
    en: 'Enter deals when they start; nothing to do where they really take a day.',
    fa: 'معامله‌ها را هنگام آغاز ثبت کنید؛ اگر واقعاً یک‌روزه‌اند کاری لازم نیست.',
  },
  examples: {
    accept: 'id outcome created_at closed_at\nD1 won 2024-06-10 2024-06-11\nD2 lost 2024-06-10 2024-06-10',
    reject: 'id outcome created_at closed_at\nD1 won 2024-06-10 2024-06-10',
  },
});
