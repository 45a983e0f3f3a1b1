import { WON } from '../../model/outcome.js';
import { cycles } from '../cycle-days.js';
import { defineKpi } from '../definition.js';
import { leftOut, mean } from '../figures.js';
import { closedBeforeCreated, closedIn, endedIn, inOrder, undatedClosed, undatedCreated, won } from '../populations.js';

export const salesCycle = defineKpi({
  id: 'sales_cycle',
  title: { en: 'Sales cycle', fa: 'طول چرخه‌ی فروش' },
  unit: 'days',
  basis: 'closed',
  better: 'lower',
  definition: {
    en: 'Mean number of days from creation to close of the deals won in the period; a deal closed on the day it was created counts as 0, deals closed before they were created are left out and listed.',
    fa: 'میانگین روزهای میان ایجاد و بسته شدن معامله‌های برنده در دوره؛ معامله‌ای که همان روز بسته شده صفر حساب می‌شود و معامله‌هایی که پیش از ایجاد بسته شده‌اند کنار گذاشته و فهرست می‌شوند.',
  },
  formula: {
    en: 'mean(closed − created) over won deals',
    fa: 'میانگین (تاریخ بسته شدن − تاریخ ایجاد) در معامله‌های برنده',
  },
  source: 'Won deals by close date: kpitree.co; revopsdictionary.com (cycles of 20, 40 and 60 days: 40).',
  needs: ['outcome', 'created_at', 'closed_at'],
  variants: ['sales_cycle_lost'],
  byDay: { form: 'mean', outcome: WON, of: 'days' },
  measure({ population, period }) {
    const wins = won(closedIn(population, period));
    const undated = undatedClosed(won(population));
    const deals = inOrder(wins);
    return mean(cycles(deals), deals, wins.size === 0 ? 'no_won_deals' : 'no_dated_deals', {
      excluded: () =>
        leftOut({
          undated_closed: undated,
          undated_created: undatedCreated(endedIn(wins, period)),
          closed_before_created: closedBeforeCreated(wins),
        }),
    });
  },
});
