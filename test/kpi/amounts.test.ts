import { expect, it } from 'vitest';
import { amountsOf, amountTotal } from '../../src/kpi/amounts.js';
import { priced } from '../../src/kpi/populations.js';
import { dealsOf } from '../support/deals.js';

const DEALS = dealsOf('id amount\nA 1\nB .\nC 1e100\nD 1\nE -1e100');

it('are one per deal in the order of the rows, and added up without a drift', () => {
  const deals = priced(DEALS.all());
  expect([...amountsOf(deals)]).toEqual([1, 1e100, 1, -1e100]);
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
    expect(amountTotal(priced(part))).toBe(own.reduce((sum, amount) => sum + amount, 0));
  });
});
