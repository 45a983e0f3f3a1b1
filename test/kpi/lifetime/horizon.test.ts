import { expect, it } from 'vitest';
import { comingIfAlive, horizonOf, undiscounted } from '../../../src/kpi/lifetime/horizon.js';
import { summariesOf } from '../../../src/kpi/lifetime/summaries.js';
import { MONTH, weeksOfDays } from '../../../src/kpi/lifetime/weeks.js';
import { aliveProbability, Coming, expectedComing } from '../../../src/stats/lifetime/bg-nbd.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';

const CDNOW = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425754 };

it('a month is 365.25 / 12 / 7 = 4.348 weeks, a day a seventh of one', () => {
  expect(MONTH).toBeCloseTo(4.348214, 6);
  expect(weeksOfDays(14)).toBe(2);
});

it('discounts each month by its end: 10 % a year are 1.1 after twelve months', () => {
  const { factors } = horizonOf(24, 0.1);
  expect(factors[11]).toBeCloseTo(1 / 1.1, 14);
  expect(factors[23]).toBeCloseTo(1 / 1.21, 14);
  expect(undiscounted(horizonOf(3, 0.1)).factors).toEqual(Float64Array.of(1, 1, 1));
});

it('undiscounted steps add up to the whole', () => {
  const coming = new Coming(CDNOW, 2);
  expect(coming.inSteps(MONTH, new Float64Array(12).fill(1), 38.86)).toBeCloseTo(coming.within(12 * MONTH, 38.86), 12);
});

it('is week-consistent: CDNOW’s first three customers over twelve months at 1 % a month', () => {
  // 36.289, 4.637, 8.369 with months of 4.345 weeks and parameters of another fit: the third figure moves by 0.3 % with
  // the third digit of r. With weeks taken for days they would be 140.1, 18.9, 38.2.
  const customers = [
    { x: 2, last: 30.43, spending: 24.65, expected: 36.289 },
    { x: 1, last: 1.71, spending: 18.91, expected: 4.637 },
    { x: 0, last: 0, spending: 35.17, expected: 8.369 },
  ];
  const factors = Float64Array.from({ length: 12 }, (_, m) => 1.01 ** -(m + 1));
  for (const { x, last, spending, expected } of customers) {
    const coming = new Coming(CDNOW, x).inSteps(4.345, factors, 38.86);
    const value = spending * aliveProbability(CDNOW, x, last, 38.86) * coming;
    expect(Math.abs(value / expected - 1)).toBeLessThan(0.004);
  }
});

it('interpolates between ages as if each were computed', () => {
  // 200 customers who bought once, on 200 different days; 30 who bought twice.
  const once = Array.from({ length: 200 }, (_, i) => ({ days: [i * 3], values: [1] }));
  const twice = Array.from({ length: 30 }, (_, i) => ({ days: [i, 100 + i], values: [1, 1] }));
  const customers = summariesOf(dealsOfBuyers([...once, ...twice]).all(), BUYERS_START + 600);
  const found = comingIfAlive(CDNOW, customers, undiscounted(horizonOf(36, 0)));
  for (let i = 0; i < customers.size; i++) {
    const age = weeksOfDays(customers.at - (customers.first[i] as number));
    const x = (customers.purchases[i] as number) - 1;
    const last = weeksOfDays((customers.last[i] as number) - (customers.first[i] as number));
    const exact = expectedComing(CDNOW, 36 * MONTH, x, last, age) / aliveProbability(CDNOW, x, last, age);
    expect((found[i] as number) / exact).toBeCloseTo(1, 9);
  }
});
