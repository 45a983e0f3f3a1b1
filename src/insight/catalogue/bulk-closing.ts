import { closedIn } from '../../kpi/populations.js';
import { moneyBeside } from '../../kpi/ranking.js';
import { said } from '../../locale/said.js';
import { type CivilDay, isoDay, NO_DAY } from '../../model/civil-day.js';
import { LOST } from '../../model/outcome.js';
import { wilson } from '../../stats/interval.js';
import { quantile } from '../../stats/quantile.js';
import { defineInsight, rangeOf } from '../definition.js';

/** Fewest deals closed on one day before it is called a clean-up. */
const LEAST_DEALS = 20;
/** So many times the closings of a usual day (the median of the days on which anything was closed). */
const TIMES_USUAL = 10;

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
    const { first, counts } = countDays(days, decided.rows, asOf);
    const perDay = Array.from(counts, (n, at) => ({ day: first + at, n })).filter(({ n }) => n > 0);
    if (perDay.length < 2) return [];
    const all = perDay.reduce((sum, { n }) => sum + n, 0);
    const usual = quantile(
      perDay.map(({ n }) => n),
      0.5,
    );
    const outcome = population.column('outcome');
    return perDay.flatMap(({ day, n }) => {
      const interval = wilson(n, all);
      if (interval === null || n < LEAST_DEALS || interval.low * all < TIMES_USUAL * usual) return [];
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

/** How many of the rows have each day, from the first one to the snapshot. */
function countDays(
  days: Int32Array,
  rows: Uint32Array,
  asOf: CivilDay,
): { readonly first: CivilDay; readonly counts: Uint32Array } {
  let first = asOf + 1;
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day < first && day !== NO_DAY) first = day;
  }
  const counts = new Uint32Array(asOf + 1 - first);
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY && day <= asOf) counts[day - first] = (counts[day - first] as number) + 1;
  }
  return { first, counts };
}
