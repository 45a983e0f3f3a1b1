import { expect, it } from 'vitest';
import { convertAmounts, convertible, originalOf, type Rate } from '../../src/model/rates.js';
import { day, dealsOf } from '../support/deals.js';

const DEALS = dealsOf(`id outcome amount currency closed_at
                       A  won     100    EUR      2024-01-15
                       B  won     100    EUR      2024-02-15
                       C  open    100    EUR      .
                       D  won     100    USD      2024-01-15
                       E  won     .      EUR      2024-01-15
                       F  won     100    CHF      2024-01-15
                       G  won     100    .        2024-01-15
                       H  lost    100    EUR      .
                       I  won     100    EUR      2023-12-31`);
const RATES: readonly Rate[] = [
  { currency: 'EUR', rate: 1.5, from: day('2024-03-01') },
  { currency: 'EUR', rate: 1.1, from: day('2024-01-01') },
  { currency: 'EUR', rate: 1.2, from: day('2024-02-15') },
];
const AS_OF = day('2024-03-31');

it('takes the newest rate on or before the closing, for an open or undated deal that of the snapshot', () => {
  const { deals, currencies } = convertAmounts(DEALS, { to: 'USD', rates: RATES }, AS_OF);
  const shown = Array.from({ length: deals.size }, (_, row) => {
    const { id, amount, currency } = deals.record(row);
    return [id, amount === null ? null : Math.round(amount), currency];
  });
  expect(shown).toEqual([
    ['A', 110, 'USD'],
    ['B', 120, 'USD'],
    ['C', 150, 'USD'],
    ['D', 100, 'USD'],
    ['E', null, 'EUR'],
    ['F', 100, 'CHF'],
    ['G', 100, null],
    ['H', 150, 'USD'],
    ['I', 100, 'EUR'],
  ]);
  expect(currencies.map((one) => ({ ...one }))).toEqual([
    { currency: 'EUR', amounts: 4, low: 1.1, high: 1.5, without: 1 },
    expect.objectContaining({ currency: 'CHF', amounts: 0, without: 1 }),
  ]);
});

it('takes a rate without a day always, and a currency of the report that no deal names', () => {
  const { deals } = convertAmounts(DEALS, { to: 'IRR', rates: [{ currency: 'EUR', rate: 2 }] }, AS_OF);
  expect(deals.record(8)).toMatchObject({ amount: 200, currency: 'IRR' });
  expect(deals.record(3)).toMatchObject({ amount: 100, currency: 'USD' });
});

it('leaves the deals themselves as they are, and tells what an amount was', () => {
  const { deals } = convertAmounts(DEALS, { to: 'USD', rates: RATES }, AS_OF);
  expect(DEALS.record(0)).toMatchObject({ amount: 100, currency: 'EUR' });
  expect(originalOf(DEALS, deals, 0)).toEqual({ amount: 100, currency: 'EUR' });
  expect(originalOf(DEALS, deals, 3)).toBeNull();
  expect(originalOf(DEALS, deals, 4)).toBeNull();
});

it('has nothing to do without amounts, currencies or rates that fit', () => {
  for (const table of ['id amount\nA 5', 'id currency\nA EUR', 'id outcome amount currency\nA won 5 USD']) {
    const deals = dealsOf(table);
    expect(convertAmounts(deals, { to: 'USD', rates: RATES }, AS_OF)).toEqual({ deals, currencies: [] });
  }
});

it('knows that a toman is ten rials, whichever of the two has a rate', () => {
  const deals = dealsOf('id amount currency\nA 100 IRT\nB 3000 IRR\nC 5 USD');
  const amounts = (to: string, rates: readonly Rate[]): number[] =>
    [...convertAmounts(deals, { to, rates }, AS_OF).deals.column('amount')].map(
      (amount) => Math.round(amount * 1e6) / 1e6,
    );
  // 100 tomans are 1,000 rials, at 0.000 02 dollars a rial 0.02 dollars; 3,000 rials are 0.06.
  expect(amounts('USD', [{ currency: 'IRR', rate: 0.00002 }])).toEqual([0.02, 0.06, 5]);
  expect(amounts('USD', [{ currency: 'IRT', rate: 0.0002 }])).toEqual([0.02, 0.06, 5]);
  expect(amounts('IRT', [{ currency: 'USD', rate: 50_000 }])).toEqual([100, 300, 250_000]);
  expect([...convertible({ to: 'USD', rates: [{ currency: 'IRR', rate: 0.00002 }] })].sort()).toEqual([
    'IRR',
    'IRT',
    'USD',
  ]);
});
