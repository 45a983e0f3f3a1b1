import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

it('is 70,000 of 134,000 over the sixteen deals, and says that D06 has no amount', () => {
  const deals = sixteenDeals();
  const rate = measure('win_rate_value', deals);
  expect(rate).toMatchObject({ n: 11, numerator: { total: 70_000 }, denominator: { total: 134_000 } });
  expect(rate.value).toBeCloseTo(0.522388, 6);
  expect(excludedIds(rate, deals)).toEqual({ unpriced: ['D06'] });
  expect(rate.notes).toEqual([
    { code: 'priced_won_lost', args: { won: { priced: 7, of: 8 }, lost: { priced: 4, of: 4 } } },
  ]);
});

it('has no interval: amounts are no coin tosses', () => {
  expect(measure('win_rate_value', sixteenDeals())).not.toHaveProperty('interval');
});

it('is null where nothing was closed, where nothing is priced, where amounts are 0, and without amounts', () => {
  expect(measure('win_rate_value', sixteenDeals(), { period: '2020' })).toMatchObject({ reason: 'no_closed_deals' });
  const blank = dealsOf(`id outcome amount
                         A  won     .`);
  const file = { hasLost: true, hasWon: true };
  expect(measure('win_rate_value', blank, { file })).toMatchObject({ value: null, reason: 'no_priced_deals' });
  const zero = dealsOf(`id outcome amount
                        A  won     0`);
  expect(measure('win_rate_value', zero, { file })).toMatchObject({ value: null, reason: 'zero_amounts' });
  const bare = dealsOf(`id outcome
                        A  won`);
  expect(measure('win_rate_value', bare)).toMatchObject({ reason: 'missing_field:amount' });
});

it('is null for a file without lost deals', () => {
  const survivors = dealsOf(`id outcome amount
                             A  won     10`);
  expect(measure('win_rate_value', survivors)).toMatchObject({ reason: 'no_lost_deals_in_file' });
});

const lostPriced = (priced: number, of: number) =>
  dealsOf(
    [
      'id outcome amount',
      'W won 100',
      ...Array.from({ length: of }, (_, i) => `L${i} lost ${i < priced ? 50 : '.'}`),
    ].join('\n'),
  );

it('is null when under 20 % of the lost deals carry an amount: 1 of 6, but not 1 of 5', () => {
  expect(measure('win_rate_value', lostPriced(1, 6))).toMatchObject({ value: null, reason: 'lost_deals_unpriced' });
  expect(noteCodes(measure('win_rate_value', lostPriced(1, 6)))).toEqual(['priced_won_lost']);
  expect(measure('win_rate_value', lostPriced(1, 5)).value).toBeCloseTo(100 / 150, 12);
});

it('does not take an amount of 0 for a price of a lost deal', () => {
  const zeroed = dealsOf(`id outcome amount
                          A  won     100
                          B  lost    0
                          C  lost    0`);
  expect(measure('win_rate_value', zeroed)).toMatchObject({ value: null, reason: 'lost_deals_unpriced' });
});

it('leaves out credits, and deals outside of the period', () => {
  const deals = dealsOf(`id outcome amount closed_at
                         A  won     100    2024-07-01
                         B  won     100    2024-07-01
                         C  won     -40    2024-08-01
                         D  lost    200    2024-09-30
                         E  lost    900    2024-10-01
                         F  won     900    2024-06-30
                         G  won     900    .`);
  const quarter = measure('win_rate_value', deals, { period: '2024-Q3' });
  expect(quarter).toMatchObject({ value: 0.5, n: 3 });
  expect(excludedIds(quarter, deals)).toEqual({ undated_closed: ['G'], negative_amount: ['C'] });
});

it('bounds what closed deals of unknown outcome could change', () => {
  const deals = dealsOf(`id outcome  amount closed_at
                         A  won      100    2024-07-01
                         B  lost     200    2024-07-01
                         C  excluded 100    2024-07-01
                         D  excluded .      2024-07-01
                         E  excluded 900    .`);
  const all = measure('win_rate_value', deals);
  // C lost: 100 of 400; C won: 200 of 400. D has no amount, E was never closed.
  expect(all).toMatchObject({ value: 1 / 3, bounds: { low: 0.25, high: 0.5 } });
  expect(excludedIds(all, deals)).toEqual({ outcome_excluded: ['C', 'D'] });
  expect(measure('win_rate_value', sixteenDeals())).not.toHaveProperty('bounds');
});
