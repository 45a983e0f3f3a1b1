import { describe, expect, it } from 'vitest';
import { breakDown } from '../../src/analysis/breakdown.js';
import { groupDifferences, rateDifference } from '../../src/analysis/group-differences.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { CategoryColumn } from '../../src/model/column.js';
import type { DealField } from '../../src/model/deals.js';
import { dealsOf } from '../support/deals.js';
import { times } from '../support/insight.js';
import { questionOf } from '../support/question.js';

function differences(table: string, ids: readonly string[] | null, ...by: readonly ('owner' | 'stage' | 'source')[]) {
  const deals = dealsOf(table);
  const question = questionOf(deals);
  const breakdowns = by.map((name) =>
    breakDown([{ name, column: deals.column(name as DealField) as CategoryColumn }], kpis, ids, question),
  );
  return groupDifferences(breakdowns, ids);
}

// 30 of 100, 45 of 100 and 28 of 80 won: chi-squared 4.9915, p = 0.0824 (SciPy).
const RATES = [
  'owner outcome stage',
  times(30, 'Ann won Won'),
  times(70, 'Ann lost Lost'),
  times(45, 'Bob won Won'),
  times(55, 'Bob lost Lost'),
  times(28, 'Cyd won Won'),
  times(52, 'Cyd lost Lost'),
].join('\n');

describe('one test per figure and breakdown', () => {
  it('says that there is no difference beyond chance between three rates: p = 0.0824', () => {
    const [[test] = []] = differences(RATES, ['win_rate'], 'owner');
    expect(test).toMatchObject({
      kpi: 'win_rate',
      method: 'chi-squared',
      df: 2,
      groups: 3,
      leftOut: 0,
      n: 280,
      significant: false,
    });
    expect(test?.pValue).toBeCloseTo(0.08243468477, 9);
    expect(test?.adjustedPValue).toBe(test?.pValue);
  });

  it('compares amounts by ranks', () => {
    // Ranks of 1…10 against 11…20, all apart: H = 12 / (20 · 21) · (10 · 5² + 10 · 5²) = 14.2857.
    const table = [
      'owner outcome amount',
      ...Array.from({ length: 20 }, (_, index) => `${index < 10 ? 'Ann' : 'Bob'} won ${index + 1}`),
      'Cyd won 500',
    ].join('\n');
    const [[test] = []] = differences(table, ['avg_deal_size'], 'owner');
    expect(test).toMatchObject({ method: 'kruskal-wallis', df: 1, groups: 2, leftOut: 1, n: 20, significant: true });
    expect(test?.statistic).toBeCloseTo(14.2857142857, 9);
  });

  it('ranks the days of many deals by counting them', () => {
    const cycle = (owner: string, days: number) =>
      times(5_500, `${owner} won 2024-01-01 2024-01-${String(1 + days).padStart(2, '0')}`);
    const table = [
      'owner outcome created_at closed_at',
      cycle('Ann', 10),
      cycle('Ann', 20),
      cycle('Bob', 15),
      cycle('Bob', 25),
    ];
    const [[test] = []] = differences(table.join('\n'), ['sales_cycle'], 'owner');
    // Each length is 5,500 ties; Ann's mean rank is 8,250.5, Bob's 13,750.5, that of all 11,000.5.
    const n = 22_000;
    const uncorrected = (12 / (n * (n + 1))) * (11_000 * 2_750 ** 2 + 11_000 * 2_750 ** 2);
    const ties = 1 - (4 * (5_500 ** 3 - 5_500)) / (n ** 3 - n);
    expect(test).toMatchObject({
      kpi: 'sales_cycle',
      method: 'kruskal-wallis',
      df: 1,
      groups: 2,
      n,
      significant: true,
    });
    expect(test?.statistic).toBeCloseTo(uncorrected / ties, 6);
  });

  it('is silent where the column settles the figure', () => {
    expect(differences(RATES, ['win_rate'], 'stage')).toEqual([[]]);
  });

  it('adjusts over the breakdowns of a report: two of p = 0.0824 stay so, the smaller of two doubles', () => {
    const two = [
      'owner source outcome',
      times(56, 'Ann Web won'),
      times(14, 'Ann Web lost'),
      times(48, 'Bob Web won'),
      times(40, 'Bob Web lost'),
      times(3, 'Ann Fair won'),
      times(3, 'Bob Fair lost'),
      times(3, 'Ann Fair lost'),
    ].join('\n');
    const [[byOwner] = [], [bySource] = []] = differences(two, ['win_rate'], 'owner', 'source');
    expect(byOwner?.pValue).toBeLessThan(bySource?.pValue ?? 0);
    expect(byOwner?.adjustedPValue).toBeCloseTo(2 * (byOwner?.pValue ?? 0), 12);
    expect(bySource?.adjustedPValue).toBe(bySource?.pValue);
  });

  it('counts, sums and figures of customers have none, nor have few deals', () => {
    expect(differences(RATES, ['won_deals'], 'owner')).toEqual([[]]);
    expect(
      differences(['owner outcome', times(9, 'Ann won'), times(9, 'Bob lost'), 'Ann lost'].join('\n'), null, 'owner'),
    ).toEqual([[]]);
  });
});

it('small groups of a large file are left out, and counted', () => {
  const test = rateDifference([
    { successes: 3000, n: 6000 },
    { successes: 2500, n: 6000 },
    { successes: 1, n: 3 },
  ]);
  // 5,500 of 12,000: chi-squared of a 2 × 2 table, N (ad − bc)² / margins = 12000 · (3000·3500 − 3000·2500)² / (6000² · 5500 · 6500).
  expect(test).toMatchObject({ groups: 2, leftOut: 1, n: 12_000 });
  expect(test?.statistic).toBeCloseTo((12_000 * 3_000_000 ** 2) / (6000 ** 2 * 5500 * 6500), 8);
});
