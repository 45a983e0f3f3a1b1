import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untestedSeries } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Kpi } from '../../src/kpi/definition.js';
import { isoDay } from '../../src/model/civil-day.js';
import { OUTCOMES } from '../../src/model/outcome.js';
import { dataEdges } from '../../src/report/data-edges.js';
import { day, dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

const catalogue: readonly Kpi[] = kpis;
const tallied = catalogue.filter(({ byDay }) => byDay !== undefined).map(({ id }) => id);
/** The same KPIs without their other form: each is measured in each period. */
const measured = catalogue.map(({ byDay: _, ...kpi }) => kpi as Kpi);

const days = fc.option(fc.integer({ min: day('2023-06-01'), max: day('2024-12-31') }), { freq: 8 });
const beyond = fc.constantFrom(day('1872-01-01'), day('2190-05-05'));
const deal = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  created: days,
  closed: fc.oneof({ arbitrary: days, weight: 30 }, { arbitrary: beyond, weight: 1 }),
  amount: fc.option(fc.double({ min: -1e4, max: 1e6, noNaN: true }), { freq: 8 }),
  currency: fc.constantFrom('EUR', 'USD', '.'),
});
const cell = (at: number | null): string => (at === null ? '.' : isoDay(at));

describe('talliedPoints', () => {
  it('is of the KPIs that are counts, sums and means by their own day', () => {
    expect(tallied.sort()).toEqual([
      'avg_deal_size',
      'lost_deals',
      'new_deals',
      'revenue_won',
      'sales_cycle',
      'sales_cycle_lost',
      'win_rate',
      'won_deals',
    ]);
  });

  it('gives to the last digit what each KPI measures in each period, for any deals, periods and edges', () => {
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 120 }),
        fc.constantFrom('all', '2024', '2024-Q2', '2024-03-10..2024-08-20'),
        fc.constantFrom('month', 'quarter', 'week', undefined),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (list, period, grain, several, known, resampled) => {
          const rows = list.map(({ outcome, created, closed, amount, currency }) =>
            [outcome, cell(created), cell(closed), amount ?? '.', several ? currency : 'EUR'].join(' '),
          );
          const deals = dealsOf(`outcome created_at closed_at amount currency\n${rows.join('\n')}`);
          const asOf = day('2024-10-15');
          const edges = known ? dataEdges({ deals, purchases: null, leads: null, customers: null }, asOf, true) : null;
          const question = questionOf(deals, { asOf, ...(period === 'all' ? {} : { period }) });
          const asked = { ...question, edges };
          const plain = (found: ReturnType<typeof untestedSeries>) =>
            found.map(({ kpi, ...one }) => ({ id: kpi.id, ...one }));
          const one = plain(untestedSeries(catalogue, tallied, asked, grain, resampled));
          expect(one).toEqual(plain(untestedSeries(measured, tallied, asked, grain, resampled)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
