import { expect, it } from 'vitest';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { excludedIds, idsOf, measure, noteCodes } from '../../support/question.js';

/** A won deal for each amount, each of a customer of its own. */
const shares = (...amounts: readonly number[]) =>
  dealsOf(
    ['id outcome customer amount', ...amounts.map((amount, index) => `D${index} won C${index} ${amount}`)].join('\n'),
  );

it('of the sixteen deals has the published HHI, effective number and largest share', () => {
  const deals = sixteenDeals();
  const { details, value, excluded } = measure('revenue_concentration', deals);
  expect(value).toBe(1);
  expect(details?.['hhi']).toBeCloseTo(3889.796, 3);
  expect(details?.['effectiveCustomers']).toBeCloseTo(2.5708, 4);
  expect(details?.['topCustomerShare']).toBeCloseTo(0.457143, 6);
  expect(details?.['customers']).toBe(4);
  expect(excluded.map(({ reason, rows }) => [reason, idsOf(rows, deals)])).toEqual([['unpriced', ['D06']]]);
});

it('gives 1,730 and a Gini of 0.10 for shares of 20, 19, 18, 17, 16, 10, and 800 and 0.1412 for 20 and sixteen of 5', () => {
  const uneven = measure('revenue_concentration', shares(20, 19, 18, 17, 16, 10)).details;
  expect(uneven?.['hhi']).toBeCloseTo(1730, 9);
  expect(uneven?.['gini']).toBeCloseTo(0.1, 9);
  const flat = measure('revenue_concentration', shares(20, ...Array.from({ length: 16 }, () => 5))).details;
  expect(flat?.['hhi']).toBeCloseTo(800, 9);
  expect(flat?.['gini']).toBeCloseTo(0.1412, 4);
});

it('is the share of the ten largest: 100 of 110, and nine of them make 80 %', () => {
  const deals = shares(5, ...Array.from({ length: 10 }, () => 10), 5);
  const top = measure('revenue_concentration', deals);
  expect(top).toMatchObject({ n: 12, numerator: { total: 100 }, denominator: { total: 110 } });
  expect(top.value).toBeCloseTo(100 / 110, 12);
  expect(top.details?.['customersFor80']).toBe(9);
  expect(idsOf(top.value === null ? [] : top.numerator?.rows, deals)).not.toContain('D0');
  expect(noteCodes(top)).toEqual([]);
});

it('names the largest, and says that ten customers or fewer are always 100 %', () => {
  const deals = dealsOf(`id outcome customer amount closed_at
                         A  won     X        10     2024-01-05
                         B  won     Y        25     2024-01-05
                         C  won     X        20     2024-01-06
                         D  won     X        5      2024-02-06
                         E  won     .        5      2024-01-06
                         F  won     Y        -5     2024-01-06
                         G  won     Z        5      .`);
  const top = measure('revenue_concentration', deals, { period: '2024-01' });
  expect(top.value === null ? null : top.ranking).toEqual([
    { key: 'X', n: 2, amount: 30, share: 30 / 55 },
    { key: 'Y', n: 1, amount: 25, share: 25 / 55 },
  ]);
  expect(noteCodes(top)).toEqual(['few_customers']);
  expect(excludedIds(top, deals)).toEqual({ undated_closed: ['G'], negative_amount: ['F'], without_customer: ['E'] });
});

it('is null without wins, without amounts and over amounts of 0', () => {
  expect(measure('revenue_concentration', dealsOf('id outcome customer amount\nA lost X 5'))).toMatchObject({
    value: null,
    reason: 'no_won_deals',
  });
  expect(measure('revenue_concentration', dealsOf('id outcome customer amount\nA won X .'))).toMatchObject({
    reason: 'no_priced_deals',
  });
  expect(measure('revenue_concentration', shares(0, 0))).toMatchObject({ reason: 'zero_amounts' });
});

it('takes no figure over several currencies', () => {
  const deals = dealsOf('id outcome customer amount currency\nA won X 5 EUR\nB won Y 5 USD');
  expect(measure('revenue_concentration', deals)).toMatchObject({ value: null, reason: 'mixed_currencies' });
});

it('ranks customers of one amount by their names, however many there are', () => {
  const names = Array.from({ length: 90 }, (_, index) => `C${String((index * 37) % 90).padStart(2, '0')}`);
  const deals = dealsOf(['id outcome customer amount', ...names.map((name, at) => `D${at} won ${name} 5`)].join('\n'));
  const top = measure('revenue_concentration', deals);
  const ranking = top.value === null ? [] : (top.ranking ?? []);
  expect(ranking.map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, index) => `C0${index}`));
  expect(ranking.every(({ n, amount }) => n === 1 && amount === 5)).toBe(true);
});
