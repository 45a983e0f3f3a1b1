import { expect, it } from 'vitest';
import { summariesOf } from '../../../src/kpi/lifetime/summaries.js';
import { parseIsoDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';

const day = (text: string): number => parseIsoDay(text) as number;

const DEALS = dealsOf(`
  id outcome customer closed_at  amount
  D1 won     Ada      2024-03-01 300
  D2 won     Bo       2024-01-10 50
  D3 won     Ada      2024-01-05 100
  D4 won     Ada      2024-02-01 40
  D5 won     Ada      2024-02-01 60
  D6 won     Ada      2024-02-20 .
  D7 won     Cy       2024-02-02 .
  D8 won     Ada      2024-04-01 999`);

it('sums up customers: purchases of one day are one, and nothing later than the day counts', () => {
  const found = summariesOf(DEALS.all(), day('2024-03-15'));
  const names = Array.from(found.codes, (code) => DEALS.column('customer').values[code]);
  expect(names).toEqual(['Ada', 'Bo', 'Cy']);
  // Ada: 5 January, 1 February (two deals), 20 February (no amount), 1 March.
  expect(Array.from(found.purchases)).toEqual([4, 1, 1]);
  expect(Array.from(found.first)).toEqual(['2024-01-05', '2024-01-10', '2024-02-02'].map(day));
  expect(Array.from(found.last)).toEqual(['2024-03-01', '2024-01-10', '2024-02-02'].map(day));
  expect(Array.from(found.spent)).toEqual([500, 50, Number.NaN]);
  // Repeat days with an amount: 100 on 1 February and 300 on 1 March.
  expect(Array.from(found.paidRepeats)).toEqual([2, 0, 0]);
  expect(Array.from(found.paidMean)).toEqual([200, Number.NaN, Number.NaN]);
});

it('of an earlier day, knows what was known then', () => {
  const found = summariesOf(DEALS.all(), day('2024-01-31'));
  expect(Array.from(found.purchases)).toEqual([1, 1]);
  expect(found.size).toBe(2);
});

it('of nobody', () => {
  expect(summariesOf(DEALS.all(), day('2023-01-01')).size).toBe(0);
});
