import { expect, it } from 'vitest';
import { cycleDays, cycles } from '../../src/kpi/cycle-days.js';
import { dealsOf } from '../support/deals.js';

const deals = dealsOf(`id outcome created_at closed_at
                       A  won     2024-01-05 2024-01-05
                       B  won     2024-02-28 2024-03-01
                       C  lost    2023-12-31 2024-12-31`).all();

it('are counted from creation to closing, 2024 being a leap year, and found once', () => {
  expect([...cycleDays(deals)]).toEqual([0, 2, 366]);
  expect(cycleDays(deals)).toBe(cycleDays(deals));
});

it('add up without being gathered', () => {
  const { n, sum, gather } = cycles(deals);
  expect([n, sum(), gather()]).toEqual([3, 368, cycleDays(deals)]);
});
