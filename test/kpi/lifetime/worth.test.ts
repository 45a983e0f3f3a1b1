import { expect, it } from 'vitest';
import { horizonOf } from '../../../src/kpi/lifetime/horizon.js';
import { fitBuying, fitSpending } from '../../../src/kpi/lifetime/models.js';
import { summariesOf } from '../../../src/kpi/lifetime/summaries.js';
import { intervalsOf, type Outlook, worthOf } from '../../../src/kpi/lifetime/worth.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import { buyersOf } from '../../support/drawn.js';

const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
const UNTIL = 7 * 104;

function outlookOf(seed: number): { readonly fitted: Outlook; readonly true: Outlook } {
  const buyers = buyersOf(250, KNOWN, { seed, until: UNTIL, joining: 500 });
  const customers = summariesOf(dealsOfBuyers(buyers).all(), BUYERS_START + UNTIL);
  const [buying, spending] = [fitBuying(customers).estimates, fitSpending(customers).estimates];
  if (buying === null || spending === null) throw new Error('no model');
  const fitted = { customers, buying, spending, horizon: horizonOf(24, 0.1), margin: undefined };
  const { r, alpha, a, b, p, q, v } = KNOWN;
  return {
    fitted,
    true: {
      ...fitted,
      buying: { ...buying, values: { r, alpha, a, b } },
      spending: { ...spending, values: { p, q, v } },
    },
  };
}

it('intervals hold what the true parameters would expect, of the mean and of single customers, 19 times of 20', () => {
  let [means, singles, all] = [0, 0, 0];
  for (let seed = 1; seed <= 20; seed++) {
    const outlook = outlookOf(seed);
    const [worth, truth] = [worthOf(outlook.fitted), worthOf(outlook.true)];
    const intervals = intervalsOf(outlook.fitted, worth);
    const holds = (interval: { low: number; high: number } | null | undefined, value: number): number =>
      interval !== null && interval !== undefined && value >= interval.low && value <= interval.high ? 1 : 0;
    means += holds(intervals?.ofMean, truth.value.reduce((sum, one) => sum + one, 0) / truth.value.length);
    for (let i = 0; i < truth.value.length; i += 25) {
      all++;
      singles += holds(intervals?.of(i), truth.value[i] as number);
    }
  }
  // Of 20 intervals at 95 % fewer than 16 hold once in 400 times. Customers of one file share their parameters.
  expect(means).toBeGreaterThanOrEqual(16);
  expect(singles / all).toBeGreaterThan(0.88);
});

it('has no interval without a model of spending', () => {
  const { fitted } = outlookOf(1);
  const bare = { ...fitted, spending: null };
  const worth = worthOf(bare);
  expect(intervalsOf(bare, worth)).toBeNull();
  expect(worth.value.every(Number.isNaN)).toBe(true);
  expect(worth.coming.every((one) => one >= 0)).toBe(true);
});
