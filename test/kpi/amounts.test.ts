import { expect, it } from 'vitest';
import { amountMoments, amountsOf, amountTotal } from '../../src/kpi/amounts.js';
import { priced } from '../../src/kpi/populations.js';
import { dealsOf } from '../support/deals.js';

const DEALS = dealsOf('id amount\nA 1\nB .\nC 1e36\nD 1\nE -1e36');

it('are one per deal in the order of the rows, and added up without a drift', () => {
  const deals = priced(DEALS.all());
  expect([...amountsOf(deals)]).toEqual([1, 1e36, 1, -1e36]);
  expect(amountsOf(deals)).toBe(amountsOf(deals));
  expect(amountTotal(deals)).toBe(2);
});

it('of many deals are the same in each part of them', () => {
  const size = 300;
  const rows = Array.from({ length: size }, (_, row) => `${row} ${row % 7 === 0 ? '.' : row}`);
  const deals = dealsOf(['id amount', ...rows].join('\n'));
  const parts = deals.all().split(
    Uint8Array.from({ length: size }, (_, row) => row % 3),
    3,
  );
  parts.forEach((part, at) => {
    const own = Array.from({ length: size }, (_, row) => row).filter((row) => row % 3 === at && row % 7 !== 0);
    expect([...amountsOf(priced(part))]).toEqual(own);
    const total = own.reduce((sum, amount) => sum + amount, 0);
    expect(amountTotal(priced(part))).toBe(total);
    const { n, mean, sd } = amountMoments(priced(part));
    expect([n, mean]).toEqual([own.length, total / own.length]);
    const squares = own.reduce((sum, amount) => sum + (amount - total / own.length) ** 2, 0);
    expect(sd).toBeCloseTo(Math.sqrt(squares / (own.length - 1)), 9);
  });
});

it('have moments of all together, too', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32 / 7.
  const rows = [2, 4, 4, 4, 5, 5, 7, 9].map((amount, id) => `${id} ${amount}`);
  const { n, mean, sd } = amountMoments(dealsOf(['id amount', ...rows].join('\n')).all());
  expect([n, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
});
