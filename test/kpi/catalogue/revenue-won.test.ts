import { expect, it, test } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure } from '../../support/question.js';

it('is 70,000 over the sixteen deals, priced 7 of 8', () => {
  const deals = sixteenDeals();
  const value = measure('revenue_won', deals);
  expect(value).toMatchObject({ value: 70_000, n: 7 });
  expect(excludedIds(value, deals)).toEqual({ unpriced: ['D06'] });
  expect(value.notes?.map(({ args }) => args)).toEqual([{ priced: 7, of: 8 }]);
});

test.each([
  ['2024-Q1', 38_000],
  ['2024-Q2', 18_000],
  ['2024-Q3', 14_000],
  ['2024-Q4', 0],
])('in %s it is %i', (period, value) => {
  expect(measure('revenue_won', sixteenDeals(), { period }).value).toBe(value);
});

it('is null without deals, without amounts, and when none of the won deals is priced', () => {
  expect(measure('revenue_won', dealsOf('id outcome amount'))).toMatchObject({ value: null, reason: 'no_deals' });
  expect(measure('revenue_won', dealsOf('id outcome\nA won'))).toMatchObject({ reason: 'missing_field:amount' });
  expect(measure('revenue_won', dealsOf('id outcome amount\nA won .'))).toMatchObject({ reason: 'no_priced_deals' });
});

const ODD = dealsOf(`id outcome amount closed_at
                     A  won     100    2024-07-01
                     B  won     100    2024-07-01
                     C  won     -30    2024-09-30
                     D  won     0      2024-08-01
                     E  won     7      2024-10-01
                     F  won     7      2024-06-30
                     G  won     5      .
                     H  lost    9      2024-08-01`);

it('keeps credits and zeros, takes both ends of the period, and lists undated deals', () => {
  const quarter = measure('revenue_won', ODD, { period: '2024-Q3' });
  expect(quarter).toMatchObject({ value: 170, n: 4 });
  expect(excludedIds(quarter, ODD)).toEqual({ undated_closed: ['G'] });
  expect(measure('revenue_won', ODD).value).toBe(189);
});

it('does not drift: ten thousand times 0.1 is 1,000', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `D${i} won 0.1`);
  expect(measure('revenue_won', dealsOf(['id outcome amount', ...rows].join('\n'))).value).toBe(1000);
});
