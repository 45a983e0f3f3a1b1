import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('over the sixteen deals is 4 · (8/12) · 10,000 / 42.714286 = 624.3032 a day', () => {
  const deals = sixteenDeals();
  const velocity = measure('sales_velocity', deals);
  expect(velocity.value).toBeCloseTo(624.3032, 4);
  expect(velocity).toMatchObject({ n: 4, details: { openDeals: 4, avgDealSize: 10_000 } });
  expect(excludedIds(velocity, deals)).toEqual({ unpriced: ['D06'], closed_before_created: ['D16'] });
});

it('with a period is made of the period’s parts: 2 open · 1/2 · 14,000 / 60 in the third quarter', () => {
  expect(measure('sales_velocity', sixteenDeals(), { period: '2024-Q3' }).value).toBeCloseTo(
    (2 * 0.5 * 14_000) / 60,
    10,
  );
});

it('is null with the reason of the first part that has none', () => {
  expect(measure('sales_velocity', sixteenDeals(), { period: '2020' })).toMatchObject({ reason: 'no_closed_deals' });
  expect(measure('sales_velocity', sixteenDeals(), { period: '2024-Q4' })).toMatchObject({ reason: 'no_won_deals' });
  const noAmount = dealsOf(`id outcome created_at closed_at
                            A  won     2024-01-01 2024-01-03
                            B  lost    2024-01-01 2024-01-03`);
  expect(measure('sales_velocity', noAmount)).toMatchObject({ reason: 'missing_field:amount' });
  expect(measure('sales_velocity', dealsOf('id outcome'))).toMatchObject({ reason: 'no_deals' });
});

it('is null when every deal closes on the day it is created', () => {
  const instant = dealsOf(`id outcome amount created_at closed_at
                           A  won     100    2024-01-01 2024-01-01
                           B  lost    100    2024-01-01 2024-01-01
                           C  open    100    2024-01-01 .`);
  expect(measure('sales_velocity', instant)).toMatchObject({ value: null, reason: 'zero_cycle' });
});

it('is 0 where nothing is open', () => {
  const closed = dealsOf(`id outcome amount created_at closed_at
                          A  won     100    2024-01-01 2024-01-11
                          B  lost    100    2024-01-01 2024-01-11`);
  expect(measure('sales_velocity', closed).value).toBe(0);
});

it('over closed deals is 8 wins · 10,000 / 42.714286 = 1,872.9097, which some call velocity', () => {
  const { details } = measure('sales_velocity', sixteenDeals());
  expect(details?.['closedVariant']).toBeCloseTo(1872.9097, 4);
  expect(details?.['closedDeals']).toBe(12);
});
