import { closingDays, talliedClosingDays } from '../../analysis/bulk-days.js';
import { closedTally } from '../../analysis/day-tally.js';
import { closedIn } from '../../kpi/populations.js';
import { moneyBeside } from '../../kpi/ranking.js';
import { said } from '../../locale/said.js';
import { isoDay } from '../../model/civil-day.js';
import { LOST } from '../../model/outcome.js';
import { isAllTime } from '../../model/period.js';
import { defineInsight, rangeOf } from '../definition.js';

export const bulkClosing = defineInsight({
  id: 'bulk_closing',
  title: { en: 'Days on which many deals were closed at once', fa: 'روزهای بستن انبوه معامله‌ها' },
  definition: {
    en: 'A day with 20 or more closings and, even at the lower end of the interval of its share, ten times those of a usual day: a clean-up, whose dates say nothing of when the deals were decided. Sales cycles and the figures of its period are distorted by it.',
    fa: 'روزی با ۲۰ بستن یا بیشتر که حتی در کران پایین بازه‌ی سهمش ده برابر یک روز معمول باشد: پاک‌سازی، که تاریخش چیزی از زمان تصمیم نمی‌گوید. چرخه‌ی فروش و ارقام آن دوره از آن آسیب می‌بینند.',
  },
  source: 'Bulk close dates distort cycles (KPI reference, sales cycle); Wilson 1927; limits are judgements.',
  needs: ['outcome', 'closed_at'],
  find({ question }) {
    const { population, period, asOf } = question;
    const days = population.column('closed_at');
    const decided = closedIn(population, period);
    const tally = isAllTime(period) ? closedTally(population).tally : null;
    const found = tally === null ? closingDays(decided, asOf) : talliedClosingDays(tally, asOf);
    if (found === null) return [];
    const { all, usual, bulk } = found;
    const outcome = population.column('outcome');
    return bulk.flatMap(({ day, n, interval }) => {
      const those = decided.where((row) => days[row] === day);
      const lost = those.where((row) => outcome[row] === LOST);
      return [
        {
          severity: 'info' as const,
          title: said('bulk_closing', { n, day: isoDay(day) }),
          detail: said('bulk_closing_detail', { n, of: all, lost: lost.size, usual, interval: rangeOf(interval) }),
          // The deals' money is not at stake: only their dates are.
          impact: null,
          n: all,
          interval,
          evidence: {
            day: isoDay(day),
            closed: n,
            lost: lost.size,
            usualDay: usual,
            share: n / all,
            value: moneyBeside(those),
          },
          rows: () => those.rows,
          of: 'deals' as const,
        },
      ];
    });
  },
});
