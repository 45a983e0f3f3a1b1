import { LOST } from '../../model/outcome.js';
import { cycles } from '../cycle-days.js';
import { defineKpi } from '../definition.js';
import { leftOut, mean } from '../figures.js';
import {
  closedBeforeCreated,
  closedIn,
  endedIn,
  inOrder,
  lost,
  undatedClosed,
  undatedCreated,
} from '../populations.js';

export const salesCycleLost = defineKpi({
  id: 'sales_cycle_lost',
  title: { en: 'Sales cycle of lost deals', fa: 'طول چرخه‌ی معامله‌های ازدست‌رفته' },
  unit: 'days',
  basis: 'closed',
  better: 'neither',
  definition: {
    en: 'Mean number of days from creation to close of the deals lost in the period: how long the team works on what it does not win. Deals closed before they were created are left out and listed.',
    fa: 'میانگین روزهای میان ایجاد و بسته شدن معامله‌های ازدست‌رفته در دوره: تیم چه مدت روی آنچه نمی‌برد کار می‌کند. معامله‌هایی که پیش از ایجاد بسته شده‌اند کنار گذاشته و فهرست می‌شوند.',
  },
  formula: {
    en: 'mean(closed − created) over lost deals',
    fa: 'میانگین (تاریخ بسته شدن − تاریخ ایجاد) در معامله‌های ازدست‌رفته',
  },
  source: 'The sales cycle over lost deals; kept apart because lost deals are often closed in bulk.',
  needs: ['outcome', 'created_at', 'closed_at'],
  variants: ['sales_cycle'],
  byDay: { form: 'mean', outcome: LOST, of: 'days' },
  measure({ population, period }) {
    const losses = lost(closedIn(population, period));
    const undated = undatedClosed(lost(population));
    const deals = inOrder(losses);
    return mean(cycles(deals), deals, losses.size === 0 ? 'no_lost_deals' : 'no_dated_deals', {
      excluded: () =>
        leftOut({
          undated_closed: undated,
          undated_created: undatedCreated(endedIn(losses, period)),
          closed_before_created: closedBeforeCreated(losses),
        }),
    });
  },
});
