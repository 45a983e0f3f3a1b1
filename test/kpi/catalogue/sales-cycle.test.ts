import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('over the sixteen deals is 42.714286 days: 45, 44, 30, 90, 30, 0, 60; D16 is left out, not taken as 10', () => {
  const deals = sixteenDeals();
  const cycle = measure('sales_cycle', deals);
  expect(cycle).toMatchObject({ n: 7, distribution: { median: 44, p25: 30, p75: 52.5, min: 0, max: 90 } });
  expect(cycle.value).toBeCloseTo(42.714286, 6);
  expect(cycle.value === null ? null : cycle.distribution?.p90).toBeCloseTo(72, 10);
  expect(cycle.value === null ? null : cycle.distribution?.sd).toBeCloseTo(27.956599, 6);
  expect(excludedIds(cycle, deals)).toEqual({ closed_before_created: ['D16'] });
});

it('goes by the close date: the third quarter has D11 alone, 60 days', () => {
  expect(measure('sales_cycle', sixteenDeals(), { period: '2024-Q3' })).toMatchObject({
    value: 60,
    n: 1,
    interval: null,
    distribution: { sd: null },
  });
});

it('is null without wins, and without a win that has both dates', () => {
  expect(measure('sales_cycle', sixteenDeals(), { period: '2024-Q4' })).toMatchObject({ reason: 'no_won_deals' });
  const undated = dealsOf(`id outcome created_at closed_at
                           A  won     .          2024-01-01`);
  expect(measure('sales_cycle', undated)).toMatchObject({ value: null, reason: 'no_dated_deals' });
  expect(measure('sales_cycle', dealsOf('id outcome created_at closed_at'))).toMatchObject({ reason: 'no_deals' });
  expect(measure('sales_cycle', dealsOf('id outcome closed_at\nA won 2024-01-01'))).toMatchObject({
    reason: 'missing_field:created_at',
  });
});

it('lists each undated deal once, takes both ends of the period, and counts the same day as 0', () => {
  const deals = dealsOf(`id outcome created_at closed_at
                         A  won     2024-06-21 2024-07-01
                         B  won     2024-09-30 2024-09-30
                         C  won     2024-06-20 2024-06-30
                         D  won     2024-06-20 2024-10-01
                         E  won     .          2024-08-01
                         F  won     2024-01-01 .
                         G  won     .          .
                         H  lost    2024-01-01 2024-08-01
                         I  won     2024-06-21 2024-07-01`);
  const quarter = measure('sales_cycle', deals, { period: '2024-Q3' });
  expect(quarter.value).toBeCloseTo(20 / 3, 12);
  expect(excludedIds(quarter, deals)).toEqual({ undated_closed: ['F', 'G'], undated_created: ['E'] });
  expect(excludedIds(measure('sales_cycle', deals), deals)).toEqual({
    undated_closed: ['F', 'G'],
    undated_created: ['E'],
  });
});
