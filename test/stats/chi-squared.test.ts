import { expect, it, test } from 'vitest';
import { chiSquaredTail } from '../../src/stats/chi-squared.js';

// scipy.stats.chi2.sf, 1.17.1; the first two are the 5 % points of every printed table.
test.each([
  [3.841458820694124, 1, 0.05],
  [5.991464547107979, 2, 0.05],
  [0.5, 3, 0.9188914116546758],
  [30, 10, 0.000856641210775301],
  [120, 100, 0.08440668109369177],
  [80, 100, 0.9296649333406051],
  [1000, 900, 0.010994608942135844],
  [0.001, 1, 0.9747728793699604],
  [50, 1, 1.537459794428033e-12],
])('P(X ≥ %d) with %i degrees of freedom is %d', (x, df, p) => {
  expect(chiSquaredTail(x, df) / p).toBeCloseTo(1, 9);
});

it('is 1 at 0 and 0 at infinity, and has no meaning without a degree of freedom', () => {
  expect(chiSquaredTail(0, 3)).toBe(1);
  expect(chiSquaredTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(() => chiSquaredTail(1, 0)).toThrow(RangeError);
});
