import { RATE_FROM } from '../../analysis/compare.js';
import { closedIn, priced, won } from '../../kpi/populations.js';
import { said } from '../../locale/said.js';
import type { DealField } from '../../model/deals.js';
import type { Period } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { dasGupta } from '../../stats/decomposition.js';
import { totalsDifference } from '../../stats/delta.js';
import { sum } from '../../stats/sum.js';
import { defineInsight, type InsightContext, rangeOf } from '../definition.js';

/** Periods that differ more in length say more about the calendar than about sales; months of 28 and 31 days pass. */
const LENGTHS_ALIKE = 0.15;

export const revenueChange = defineInsight({
  id: 'revenue_change',
  title: { en: 'Won value changed, and why', fa: 'ارزش معامله‌های برنده تغییر کرده است، و چرا' },
  definition: {
    en: 'With a compared period of about the same length, both over at the snapshot: won value differs by more than chance (0 outside the interval of two compound Poisson sums, 20 closed deals in each). Taken apart, without a rest, into the number of deals closed, the win rate and the value per won deal.',
    fa: 'با دوره‌ی مقایسه‌ای تقریباً هم‌طول که هر دو پایان یافته‌اند: ارزش معامله‌های برنده بیش از تصادف فرق کرده است (صفر بیرون از بازه‌ی دو مجموع پواسون مرکب، ۲۰ معامله‌ی بسته در هر دوره). تغییر بی‌باقیمانده به شمار معامله‌های بسته، نرخ برد و ارزش هر برد تجزیه می‌شود.',
  },
  source: 'Das Gupta 1993, three factors (equal to Shapley’s value); variance of a compound Poisson sum (Cramér 1930).',
  needs: ['outcome', 'closed_at', 'amount'],
  find(context) {
    const { question, before, currency } = context;
    if (before === null || !comparable(context) || context.change('win_rate')?.reason === 'rhythm_of_quarter')
      return [];
    if (context.kpi('revenue_won') === null || context.kpiBefore('revenue_won') === null) return [];
    const [old, now] = [before, question].map(({ period }) => totalsOf(question.population, period)) as [
      Totals,
      Totals,
    ];
    if ([old, now].some(({ closed, won: wins }) => closed < RATE_FROM || wins === 0)) return [];
    const interval = totalsDifference(now.amounts, old.amounts);
    if (interval.low <= 0 && interval.high >= 0) return [];
    const difference = now.revenue - old.revenue;
    const [byDeals, byWinRate, byValue] = dasGupta(factorsOf(old), factorsOf(now)) as [number, number, number];
    return [
      {
        severity: difference < 0 ? 'risk' : 'info',
        title: said('revenue_change', { before: old.revenue, after: now.revenue, currency }),
        detail: said('revenue_change_detail', {
          before: old.revenue,
          after: now.revenue,
          currency,
          interval: rangeOf(interval),
          deals: { effect: byDeals, before: old.closed, after: now.closed },
          winRate: { effect: byWinRate, before: old.won / old.closed, after: now.won / now.closed },
          size: { effect: byValue, before: old.revenue / old.won, after: now.revenue / now.won },
        }),
        // Credits aside, no more than the larger of the two.
        impact: Math.min(Math.abs(difference), Math.max(Math.abs(old.revenue), Math.abs(now.revenue))),
        n: now.won + old.won,
        interval,
        evidence: {
          before: old.revenue,
          after: now.revenue,
          difference,
          contributions: [
            { value: 'deals_closed', effect: byDeals, before: old.closed, after: now.closed },
            { value: 'win_rate', effect: byWinRate, before: old.won / old.closed, after: now.won / now.closed },
            {
              value: 'value_per_won_deal',
              effect: byValue,
              before: old.revenue / old.won,
              after: now.revenue / now.won,
            },
          ],
        },
        rows: () => won(closedIn(question.population, question.period)).rows,
        of: 'deals',
      },
    ];
  },
});

/** Whether both periods are over at the snapshot, and about as long. */
function comparable({ question, before }: InsightContext): boolean {
  if (before === null) return false;
  const lengths = [question.period, before.period].map(({ start, end }) => end - start) as [number, number];
  const over = Math.max(question.period.end, before.period.end) - 1 <= question.asOf;
  return over && Math.abs(lengths[0] - lengths[1]) <= LENGTHS_ALIKE * Math.max(...lengths);
}

interface Totals {
  readonly closed: number;
  readonly won: number;
  readonly amounts: Float64Array;
  readonly revenue: number;
}

function totalsOf(population: Population<DealField>, period: Period): Totals {
  const decided = closedIn(population, period);
  const wins = won(decided);
  const amount = population.column('amount');
  const amounts = Float64Array.from(priced(wins).rows, (row) => amount[row] as number);
  return { closed: decided.size, won: wins.size, amounts, revenue: sum(amounts) };
}

function factorsOf({ closed, won: wins, revenue }: Totals): number[] {
  return [closed, wins / closed, revenue / wins];
}
