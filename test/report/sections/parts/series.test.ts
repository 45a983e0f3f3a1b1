import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from '../../../../src/index.js';
import { isoDay } from '../../../../src/model/civil-day.js';
import type { SectionContext } from '../../../../src/report/sections/context.js';
import { series } from '../../../../src/report/sections/parts/series.js';
import { seriesShape } from '../../../../src/report/sections/parts/series-schema.js';
import { day, sixteenDeals } from '../../../support/deals.js';
import { loadTexts } from '../../../support/load-texts.js';
import { questionOf } from '../../../support/question.js';

const built = (kpis: readonly string[] | null) =>
  series.build({ question: questionOf(sixteenDeals()), resolved: { kpis }, grain: 'quarter' } as SectionContext).series;

it('is of the headline figures, as the contract says', () => {
  const all = built(null);
  expect(() => seriesShape.series.parse(all)).not.toThrow();
  expect(all.map(({ kpi }) => kpi)).toContain('win_rate');
});

it('is of the KPIs that are asked for', () => {
  expect(built(['avg_deal_size']).map(({ kpi, grain }) => [kpi, grain])).toEqual([['avg_deal_size', 'quarter']]);
});

describe('the points of a compared period', () => {
  const first = day('2023-05-20');
  const deals = fc.array(
    fc.record({
      created: fc.integer({ min: 0, max: 400 }),
      took: fc.integer({ min: 0, max: 120 }),
      outcome: fc.constantFrom('Closed Won', 'Closed Lost', 'Negotiation'),
      amount: fc.option(fc.integer({ min: 1, max: 900 }), { nil: '' }),
      currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    }),
    { minLength: 5, maxLength: 40 },
  );
  const asked = fc.constantFrom(
    ['2024-Q1', 'previous'],
    ['2024-02', 'previous'],
    ['2024-03', 'last-year'],
    ['2024', 'previous'],
    // Not over at the snapshot: as many days of the one before.
    ['2024-Q3', 'previous'],
    ['2023-11-20..2024-02-03', 'previous'],
    ['1402-Q4', 'previous'],
    ['2024-Q2', '2023-08-03..2024-01-20'],
  );
  const ids = ['new_deals', 'won_deals', 'win_rate', 'revenue_won', 'open_deals', 'open_pipeline_value', 'sales_cycle'];

  it('are those of a report about it, where its figure is one, for any deals, periods and grain', async () => {
    const grains = fc.constantFrom<('week' | 'month' | 'quarter' | undefined)[]>('week', 'month', 'quarter', undefined);
    await fc.assert(
      fc.asyncProperty(
        deals,
        asked,
        grains,
        fc.boolean(),
        async (rows, [period = '', compare = ''], grain, several) => {
          const text = rows.map(({ created, took, outcome, amount, currency }, index) => {
            const closed = outcome === 'Negotiation' ? '' : isoDay(first + created + took);
            return `${index},${isoDay(first + created)},${closed},${outcome},${amount},${several ? currency : 'EUR'}`;
          });
          const loaded = await loadTexts({
            'deals.csv': ['Deal ID,Created,Closed,Stage,Amount,Currency', ...text, ''].join('\n'),
          });
          const request = { today: day('2030-01-01'), asOf: '2024-08-10', kpis: ids, sections: ['series'] } as const;
          const now = report(loaded, { ...request, period, compare, ...(grain && { grain }) });
          const { comparedTo } = now;
          for (const { kpi, points, grain: counted } of now.series) {
            // Days that begin and end in a month do not say whose: the Jalali calendar's need its own words.
            const days =
              comparedTo?.calendar === 'jalali' ? comparedTo.label : `${comparedTo?.start}..${comparedTo?.end}`;
            const then = report(loaded, { ...request, period: days, compare: 'none', grain: counted as 'week' });
            const own = then.series.find((one) => one.kpi === kpi)?.points ?? [];
            const known = own.map(({ previous: _, bounds: __, ...point }) => point);
            for (const { previous } of points) if (previous !== null) expect(known).toContainEqual(previous);
            const figure = then.kpis.find(({ id }) => id === kpi);
            const isNull = figure?.value === null && (figure.byCurrency ?? []).every(({ value }) => value === null);
            const found = points.flatMap(({ previous }) => previous ?? []);
            if (isNull) expect(found).toEqual([]);
            else if (found.length === own.length && ADDED.includes(kpi)) {
              // What the compared period brought is what its points brought, in every currency.
              const sum = (values: readonly (number | null)[]): number =>
                values.reduce<number>((a, b) => a + (b ?? 0), 0);
              const entry = now.kpis.find(({ id }) => id === kpi);
              expect(sum(found.map(({ value }) => value))).toBe(entry?.previous?.value ?? 0);
              for (const { currency, previous } of entry?.byCurrency ?? []) {
                const shares = found.map(
                  ({ byCurrency }) => byCurrency?.find((one) => one.currency === currency)?.value,
                );
                if (several && found.some(({ byCurrency }) => byCurrency !== null))
                  expect(sum(shares.map((value) => value ?? 0))).toBe(previous?.value ?? 0);
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

const ADDED = ['new_deals', 'won_deals', 'revenue_won'];

it('has the interval of a rate at every point: of 3 won in 4, Wilson gives 30 to 95 %', () => {
  const [rate] = built(['win_rate']);
  // Wilson, 1927, with z = 1.959964: (0.75 + z²/8 ± z √(0.1875/4 + z²/64)) / (1 + z²/4).
  expect(rate?.points[0]?.interval?.low).toBeCloseTo(0.3006, 4);
  expect(rate?.points[0]?.interval?.high).toBeCloseTo(0.9544, 4);
});

it('has lines of the first figures that no series has, with the same points, unless KPIs are asked for', () => {
  const build = (kpis: readonly string[] | null) =>
    series.build({ question: questionOf(sixteenDeals()), resolved: { kpis }, grain: 'quarter' } as SectionContext);
  const { lines } = build(null);
  expect(() => seriesShape.lines.parse(lines)).not.toThrow();
  // Won and priced: D01, D03, D05; D08, D09, D16; D11. Days of D01, D03, D05; D06, D08, D09; D11, without D16.
  expect(lines.map(({ kpi, points }) => [kpi, points.map(({ value }) => value)])).toEqual([
    ['avg_deal_size', [38_000 / 3, 6_000, 14_000, null]],
    ['sales_cycle', [(45 + 44 + 30) / 3, 40, 60, null]],
  ]);
  expect([build(['win_rate']).lines, build(null).parts]).toEqual([[], null]);
});
