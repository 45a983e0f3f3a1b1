import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaPoints, softplus } from '../../src/stats/beta-mean.js';
import { hypergeometric } from '../support/hypergeometric.js';

function mean(a: number, b: number, of: (p: number) => number): number {
  const { p, weight } = betaPoints(a, b);
  return p.reduce((sum, one, k) => sum + (weight[k] as number) * of(one), 0);
}

const shape = fc.double({ min: 0.05, max: 300, noNaN: true });

describe('points of a beta distribution', () => {
  it('have its mass, mean and variance', () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        expect(mean(a, b, () => 1)).toBeCloseTo(1, 11);
        // What is promised is the error beside 1, the bound of these functions, not beside a mean that may be small.
        expect(mean(a, b, (p) => p)).toBeCloseTo(a / (a + b), 11);
        expect(mean(a, b, (p) => p * p)).toBeCloseTo((a * (a + 1)) / ((a + b) * (a + b + 1)), 11);
      }),
      { numRuns: 1_000 },
    );
  });

  it('give ₂F₁ as Euler’s integral does, however near its pole lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        (a, b, s, w) => {
          // ₂F₁(s, a; a+b; −w) by Pfaff's transformation, all of whose terms are of one sign.
          const published = (1 + w) ** -s * hypergeometric(s, b, a + b, w / (1 + w));
          expect(mean(a, b, (p) => (1 + p * w) ** -s)).toBeCloseTo(published, 10);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep the mass that lies under every double', () => {
    expect(mean(1e-4, 2, () => 1)).toBeCloseTo(1, 12);
    expect(mean(1e-4, 2, (p) => p)).toBeCloseTo(1e-4 / 2.0001, 12);
  });
});

it('softplus does not overflow', () => {
  expect(softplus(0)).toBeCloseTo(Math.LN2, 15);
  expect(softplus(1_000)).toBe(1_000);
  expect(softplus(-1_000)).toBe(0);
});
