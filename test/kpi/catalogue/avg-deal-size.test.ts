import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 10,000 over the seven priced wins of the sixteen deals, not 8,750 over all eight', () => {
  const deals = sixteenDeals();
  const size = measure('avg_deal_size', deals);
  expect(size).toMatchObject({
    value: 10_000,
    n: 7,
    distribution: { mean: 10_000, median: 9_000, min: 4_000, max: 20_000 },
  });
  expect(size.value === null ? null : size.distribution?.sd).toBeCloseTo(5744.5626, 4);
  expect(excludedIds(size, deals)).toEqual({ unpriced: ['D06'] });
});

it('under 30 deals has a bootstrap interval around it, under 5 none', () => {
  const size = measure('avg_deal_size', sixteenDeals());
  const interval = size.value === null ? null : size.interval;
  expect(interval?.method).toBe('bca-bootstrap');
  expect(interval?.low).toBeLessThan(10_000);
  expect(interval?.high).toBeGreaterThan(10_000);
  expect(measure('avg_deal_size', sixteenDeals(), { period: '2024-Q1' })).toMatchObject({ n: 3, interval: null });
});

it('from 30 deals on has Student’s interval: 1…30 has mean 15.5 and sd 8.8034, so 15.5 ± 2.04523 · 8.8034 / √30', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `D${i} won ${i + 1}`);
  const size = measure('avg_deal_size', dealsOf(['id outcome amount', ...rows].join('\n')));
  const interval = size.value === null ? null : size.interval;
  expect(interval?.method).toBe('student-t');
  expect(interval?.low).toBeCloseTo(15.5 - (2.0452296421 * Math.sqrt(77.5)) / Math.sqrt(30), 8);
});

it('is null without wins, and when none is priced', () => {
  expect(measure('avg_deal_size', sixteenDeals(), { period: '2024-Q4' })).toMatchObject({
    value: null,
    reason: 'no_won_deals',
  });
  const blank = dealsOf(`id outcome amount
                         A  won     .`);
  expect(measure('avg_deal_size', blank)).toMatchObject({ value: null, reason: 'no_priced_deals' });
  expect(measure('avg_deal_size', dealsOf('id outcome amount'))).toMatchObject({ reason: 'no_deals' });
});

it('leaves out credits, keeps zeros and equal amounts, and takes both ends of the period', () => {
  const deals = dealsOf(`id outcome amount closed_at
                         A  won     60     2024-07-01
                         B  won     60     2024-09-30
                         C  won     0      2024-08-01
                         D  won     -500   2024-08-01
                         E  won     900    2024-06-30
                         F  won     900    2024-10-01
                         G  won     900    .
                         H  lost    900    2024-08-01`);
  const quarter = measure('avg_deal_size', deals, { period: '2024-Q3' });
  expect(quarter).toMatchObject({ value: 40, n: 3 });
  expect(excludedIds(quarter, deals)).toEqual({ undated_closed: ['G'], negative_amount: ['D'] });
});

it('keeps the amounts it was taken over, for a test of a change', () => {
  const size = measure('avg_deal_size', sixteenDeals(), { period: '2024-Q1' });
  expect([...(size.value === null ? [] : (size.sample ?? []))]).toEqual([12_000, 20_000, 6_000]);
});
