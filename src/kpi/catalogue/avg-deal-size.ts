import { WON } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { amountsIn, leftOut, mean } from '../figures.js';
import { pricedNote } from '../notes.js';
import { closedIn, negative, nonNegative, priced, undatedClosed, unpriced, won } from '../populations.js';

export const avgDealSize = defineKpi({
  id: 'avg_deal_size',
  title: { en: 'Average deal size', fa: 'میانگین مبلغ معامله' },
  unit: 'money',
  basis: 'closed',
  better: 'higher',
  definition: {
    en: 'Mean amount of the deals won in the period; deals without an amount and credits are left out, an amount of 0 counts.',
    fa: 'میانگین مبلغ معامله‌های برنده در دوره؛ معامله‌های بدون مبلغ و مبلغ‌های منفی کنار گذاشته می‌شوند و مبلغ صفر به حساب می‌آید.',
  },
  formula: {
    en: 'Σ amount of priced won deals / number of priced won deals',
    fa: 'جمع مبلغ معامله‌های برنده‌ی دارای مبلغ ÷ شمار آن‌ها',
  },
  source: 'Mean over priced deals: dividing by unpriced wins too understates it.',
  needs: ['outcome', 'amount'],
  wants: ['closed_at'],
  byDay: { form: 'mean', outcome: WON, of: 'amount' },
  measure({ population, period }) {
    const wins = won(closedIn(population, period));
    const counted = nonNegative(priced(wins));
    const amounts = amountsIn(counted);
    const ifEmpty = wins.size === 0 ? 'no_won_deals' : 'no_priced_deals';
    return mean(amounts, counted, ifEmpty, {
      excluded: () =>
        leftOut({
          ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
          unpriced: unpriced(wins),
          negative_amount: negative(priced(wins)),
        }),
      notes: pricedNote(priced(wins).size, wins.size),
    });
  },
});
