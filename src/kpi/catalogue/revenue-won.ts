import { WON } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { leftOut, total } from '../figures.js';
import { pricedNote } from '../notes.js';
import { closedIn, priced, undatedClosed, unpriced, won } from '../populations.js';

export const revenueWon = defineKpi({
  id: 'revenue_won',
  title: { en: 'Won value', fa: 'ارزش معامله‌های برنده' },
  unit: 'money',
  basis: 'closed',
  better: 'higher',
  adds: true,
  definition: {
    en: 'Sum of the amounts of deals won in the period, credits included: bookings, not accounting revenue. Deals without an amount are left out, not taken as 0.',
    fa: 'جمع مبلغ معامله‌های برنده در دوره، با مبلغ‌های منفی: فروش ثبت شده، نه درآمد حسابداری. معامله‌های بدون مبلغ کنار گذاشته می‌شوند و صفر حساب نمی‌شوند.',
  },
  formula: {
    en: 'Σ amount of won deals closed in the period',
    fa: 'جمع مبلغ معامله‌های برنده‌ی بسته‌شده در دوره',
  },
  source: 'Bookings by close date.',
  needs: ['outcome', 'amount'],
  wants: ['closed_at'],
  byDay: { form: 'total', outcome: WON },
  measure({ population, period }) {
    const wins = won(closedIn(population, period));
    return total(priced(wins), wins.size, {
      excluded: () =>
        leftOut({
          ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
          unpriced: unpriced(wins),
        }),
      notes: pricedNote(priced(wins).size, wins.size),
    });
  },
});
