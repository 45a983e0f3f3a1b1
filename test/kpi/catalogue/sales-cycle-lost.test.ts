import { expect, it } from 'vitest';
import { moments } from '../../../src/stats/moments.js';
import { median } from '../../../src/stats/quantile.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is (60 + 90 + 90 + 100) / 4 = 85 days over the lost of the sixteen deals', () => {
  const cycle = measure('sales_cycle_lost', sixteenDeals());
  expect(cycle).toMatchObject({ value: 85, n: 4, distribution: { median: 90, min: 60, max: 100 } });
  expect(cycle.excluded).toEqual([]);
});

it('together with the won deals has the published mean of 58.090909 and median of 60', () => {
  const both = ['sales_cycle', 'sales_cycle_lost'].flatMap((id) => {
    const cycle = measure(id, sixteenDeals());
    return cycle.value === null ? [] : [...(cycle.sample ?? [])];
  });
  expect(both).toHaveLength(11);
  expect(moments(both).mean).toBeCloseTo(58.090909, 6);
  expect(median(both)).toBe(60);
});

it('leaves out what was closed before it was created or has no date, and counts by the closing day', () => {
  const deals = dealsOf(`id outcome created_at closed_at
                         A  lost    2024-01-01 2024-01-11
                         B  lost    2024-01-11 2024-01-01
                         C  lost    .          2024-01-20
                         D  lost    2024-01-01 .
                         E  lost    2023-12-01 2024-02-01
                         F  won     2024-01-01 2024-01-31`);
  const cycle = measure('sales_cycle_lost', deals, { period: '2024-01' });
  expect(cycle).toMatchObject({ value: 10, n: 1 });
  expect(excludedIds(cycle, deals)).toEqual({
    undated_closed: ['D'],
    undated_created: ['C'],
    closed_before_created: ['B'],
  });
});

it('is null without lost deals, and without dates', () => {
  const won = dealsOf('id outcome created_at closed_at\nA won 2024-01-01 2024-01-02');
  expect(measure('sales_cycle_lost', won)).toMatchObject({ value: null, reason: 'no_lost_deals' });
  const undated = dealsOf('id outcome created_at closed_at\nA lost . 2024-01-02');
  expect(measure('sales_cycle_lost', undated)).toMatchObject({ value: null, reason: 'no_dated_deals' });
});
