import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, type Breakdown, breakDown } from '../../src/analysis/breakdown.js';
import { seriesOf } from '../../src/analysis/series.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { ALL_TIME, cutAt } from '../../src/model/period.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { dataEdges } from '../../src/report/data-edges.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

type Grain = Parameters<Breakdown['multiples']>[0];

function byOwner(deals: Deals, ids: readonly string[] | null, options: QuestionOptions = {}, top?: number): Breakdown {
  const owner = { name: 'owner', column: deals.column('owner'), field: 'owner' } as const;
  return breakDown([owner], kpis, ids, questionOf(deals, options), { top: top ?? null });
}

/** Lines of each group by its name: `kpi` and its values. */
function lines(breakdown: Breakdown, grain?: Grain): Record<string, [string, readonly (number | null)[]][]> | null {
  const found = breakdown.multiples(grain);
  if (found === null) return null;
  return Object.fromEntries(
    breakdown.groups.map(({ key }, index) => [
      key[0] ?? '',
      (found.lines[index] ?? []).map(({ kpi, values }) => [kpi.id, values]),
    ]),
  );
}

describe('smallMultiples', () => {
  it('gives won value and win rate of each owner of the sixteen deals by quarter', () => {
    const breakdown = byOwner(sixteenDeals(), null);
    expect(breakdown.multiples('quarter')?.points.map(({ period }) => period.label)).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
      '2024-Q4',
    ]);
    // By hand from the list: Sara won D01, D05 and D16, and lost D02 and D10.
    expect(lines(breakdown, 'quarter')?.['Sara']).toEqual([
      ['revenue_won', [18_000, 5_000, 0, 0]],
      ['win_rate', [2 / 3, 1, null, 0]],
    ]);
  });

  it('gives the first two KPIs asked for that have a figure in a group', () => {
    const asked = byOwner(sixteenDeals(), ['lead_conversion_rate', 'mrr', 'avg_deal_size', 'new_deals', 'won_deals']);
    expect(lines(asked, 'quarter')?.['Sara']?.map(([kpi]) => kpi)).toEqual(['avg_deal_size', 'new_deals']);
    expect(byOwner(sixteenDeals(), ['lead_conversion_rate', 'mrr']).multiples()).toBeNull();
  });

  it('is of two to nine groups, of one axis that is not time', () => {
    const many = dealsOf(
      ['outcome created_at closed_at amount owner', ...Array.from({ length: 10 }, (_, i) => ROW(`O${i}`))].join('\n'),
    );
    expect(byOwner(many, null).multiples()).toBeNull();
    expect(byOwner(many, null, {}, 9).multiples()?.lines).toHaveLength(9);
    expect(byOwner(dealsOf(`outcome created_at closed_at amount owner\n${ROW('Ann')}`), null).multiples()).toBeNull();
    const deals = sixteenDeals();
    const [owner, source]: Axis[] = ['owner' as const, 'source' as const].map((name) => ({
      name,
      column: deals.column(name),
    }));
    const quarter: Axis = { name: 'quarter', grain: 'quarter' };
    const of = (...axes: (Axis | undefined)[]) =>
      breakDown(
        axes.flatMap((one) => one ?? []),
        kpis,
        null,
        questionOf(deals),
      ).multiples();
    expect([of(owner, source), of(quarter), of(owner, quarter)]).toEqual([null, null, null]);
    expect(of(source)?.lines.length).toBeGreaterThan(1);
  });

  it('leaves out money in several currencies, and is coarser than days of years', () => {
    const deals = dealsOf(
      [
        'outcome created_at closed_at amount owner currency',
        'won 2023-01-01 2023-01-02 5 Ann EUR',
        'won 2024-05-01 2024-05-02 7 Ben USD',
        'lost 2024-05-01 2024-06-02 7 Ben USD',
      ].join('\n'),
    );
    const file = { hasLost: true, hasWon: true, severalCurrencies: true };
    expect(lines(byOwner(deals, null, { file }), 'year')?.['Ben']).toEqual([['win_rate', [null, 0.5]]]);
    const points = byOwner(deals, null, { file }).multiples('day')?.points ?? [];
    // From 2 January 2023 to the end of 2024: 730 days, 105 weeks.
    expect(points).toHaveLength(105);
  });

  it('gives each group in each point what a breakdown by time gives, and adds up to the series', () => {
    const start = civilDay(2022, 7, 1);
    const cell = fc.integer({ min: 0, max: 900 }).map((days) => isoDay(start + days));
    const deal = fc
      .tuple(
        fc.constantFrom('won', 'won', 'lost', 'open', 'excluded'),
        cell,
        fc.option(cell, { nil: '.', freq: 8 }),
        fc.option(fc.integer({ min: 0, max: 900 }), { nil: '.', freq: 8 }),
        fc.constantFrom('Ann', 'Ben', '.'),
      )
      .map(([outcome, created, closed, ...rest]) =>
        [outcome, created, outcome === 'open' ? '.' : closed, ...rest].join(' '),
      );
    const asked = fc.constantFrom(null, '2023', '2023-Q2', '1402-Q3', '2023-03-12..2024-02-05');
    const pairs = fc.constantFrom(null, ['won_deals', 'open_deals'], ['revenue_won', 'open_pipeline_value']);
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 2, maxLength: 25 }),
        asked,
        pairs,
        fc.constantFrom<NonNullable<Grain>[]>('week', 'month', 'quarter'),
        fc.integer({ min: 200, max: 1_000 }),
        (rows, text, ids, grain, after) => {
          const asOf = start + after;
          const table = dealsOf(['outcome created_at closed_at amount owner', ...rows].join('\n'));
          const period = cutAt(text === null ? ALL_TIME : (parsePeriod(text, { anchor: asOf }) ?? ALL_TIME), asOf);
          const edges = dataEdges({ deals: table, purchases: null, leads: null, customers: null }, asOf, true);
          const options = { period, asOf, dataEnd: start + 900, edges };
          const breakdown = byOwner(table, ids, options);
          const found = breakdown.multiples(grain);
          if (found === null) return;
          const axes = [
            { name: 'owner', column: table.column('owner'), field: 'owner' } as const,
            { name: 'time', grain: found.grain },
          ];
          const cells = breakDown(axes, kpis, ids, questionOf(table, options)).groups;
          found.lines.forEach((own, group) => {
            for (const { kpi, values, n } of own) {
              expect([values.length, n.length]).toEqual([found.points.length, found.points.length]);
              found.points.forEach((point, at) => {
                const cell = cells.find(
                  ({ key, spans }) =>
                    key[0] === breakdown.groups[group]?.key[0] &&
                    spans[1]?.of === 'days' &&
                    spans[1].period.start === point.period.start,
                );
                const then = cell?.measured.find((one) => one.kpi === kpi)?.measurement.value ?? null;
                // A cell in which nothing happened is not there: the count is 0, or unknown.
                if (cell === undefined) expect([0, null]).toContain(values[at]);
                else expect(values[at], `${kpi.id} ${point.period.label}`).toBe(then);
              });
            }
          });
          for (const one of seriesOf(kpis, ['won_deals', 'revenue_won'], questionOf(table, options), grain)) {
            if (found.lines[0]?.[0]?.kpi !== one.kpi) continue;
            const usual = one.points.filter(({ apart }) => !apart);
            // Of more than 120 points there are coarser ones.
            if (found.grain !== grain) continue;
            usual.forEach(({ period: own, value, partial }, at) => {
              expect(found.points[at]?.period.start).toBe(own.start);
              const sum = found.lines.reduce((total, lines) => total + (lines[0]?.values[at] ?? 0), 0);
              expect(sum).toBeCloseTo(value ?? 0, 6);
              // A place is cut where it is for any of the figures, and open deals may begin on another day than won ones.
              if (partial || ids === null) expect(found.points[at]?.partial).toBe(partial);
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

function ROW(owner: string): string {
  return `won 2024-01-01 2024-02-01 5 ${owner}`;
}
