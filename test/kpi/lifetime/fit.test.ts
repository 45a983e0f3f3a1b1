import { expect, it } from 'vitest';
import { frequencyFit, holdOut } from '../../../src/kpi/lifetime/fit.js';
import { fitBuying } from '../../../src/kpi/lifetime/models.js';
import { summariesOf } from '../../../src/kpi/lifetime/summaries.js';
import type { BgNbdName } from '../../../src/stats/lifetime/bg-nbd.js';
import type { Estimates } from '../../../src/stats/lifetime/estimates.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import { buyersOf } from '../../support/drawn.js';

/** CDNOW's published parameters, in weeks. */
const CDNOW: Estimates<BgNbdName> = {
  names: ['r', 'alpha', 'a', 'b'],
  values: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  standardErrors: null,
  covariance: null,
  logLikelihood: 0,
  end: 'converged',
  starts: 1,
  evaluations: 1,
  n: 1,
};

it('expects 573.79 of 1,000 customers to buy once in 39 weeks, as published', () => {
  const buyers = Array.from({ length: 1_000 }, (_, i) => ({ days: i < 600 ? [0] : [0, 20 + (i % 200)], values: [] }));
  const found = frequencyFit(CDNOW, summariesOf(dealsOfBuyers(buyers).all(), BUYERS_START + 39 * 7));
  expect(found).toHaveLength(8);
  expect(found[0]?.observed).toBe(600);
  expect(found[0]?.expected).toBeCloseTo(573.7864, 4);
  expect(found[1]?.observed).toBe(400);
  expect(found.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(1_000, 8);
});

it('holds a fit of the first two thirds against what came then, by what was known then', () => {
  const known = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
  const buyers = buyersOf(800, known, { seed: 20_240_306, until: 600, joining: 300 });
  const deals = dealsOfBuyers(buyers).all();
  const customers = summariesOf(deals, BUYERS_START + 599);
  const first = Math.min(...buyers.map(({ days }) => days[0] ?? 0));
  const cut = first + Math.floor(((599 - first) * 2) / 3);
  const found = holdOut(deals, customers) ?? [];
  // Everybody had come by then: counted by hand, who had bought how often, and how often since.
  for (const group of found) {
    const own = buyers.filter(({ days }) => {
      const repeats = days.filter((day) => day <= cut).length - 1;
      return group.purchases === 7 ? repeats >= 7 : repeats === group.purchases;
    });
    expect(group.customers).toBe(own.length);
    const since = own.reduce((sum, { days }) => sum + days.filter((day) => day > cut).length, 0);
    expect(group.actual).toBeCloseTo(since / own.length, 10);
  }
  expect(found.reduce((sum, group) => sum + group.customers, 0)).toBe(800);
});

it('holds nothing out where the first two thirds carry no model', () => {
  const buyers = Array.from({ length: 60 }, (_, i) => ({ days: [i, 250 + i], values: [] }));
  const deals = dealsOfBuyers(buyers).all();
  const customers = summariesOf(deals, BUYERS_START + 330);
  expect(fitBuying(summariesOf(deals, BUYERS_START + 220)).reason).toBe('few_repeat_customers');
  expect(holdOut(deals, customers)).toBeNull();
});
