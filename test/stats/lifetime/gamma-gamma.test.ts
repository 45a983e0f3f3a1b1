import { describe, expect, it } from 'vitest';
import { expectedSpending, fitGammaGamma, gammaGammaLogLikelihood } from '../../../src/stats/lifetime/gamma-gamma.js';
import { buyersOf } from '../../support/drawn.js';

/** CDNOW's 946 repeat buyers (P. S. Fader and B. G. S. Hardie 2013). */
const CDNOW = { p: 6.25, q: 3.74, v: 15.44 };

describe('E[M]', () => {
  it('is p·v / (q − 1) of a customer without a known value: 35.22 with the published parameters', () => {
    expect(expectedSpending(CDNOW, 0, 0)).toBeCloseTo(35.219, 3);
  });

  it('weighs the own mean by p·x / (p·x + q − 1)', () => {
    // w = 12.5 / 15.24 = 0.820210; 0.179790 × 35.219 + 0.820210 × 22.35 = 24.664
    expect(expectedSpending(CDNOW, 2, 22.35)).toBeCloseTo(24.664, 3);
  });
});

const KNOWN = { r: 2, alpha: 8, a: 1, b: 5, p: 6, q: 4, v: 20 };

describe('the fit', () => {
  const buyers = buyersOf(3_000, KNOWN, { seed: 20_240_302, until: 7 * 104, joining: 7 * 52 }).filter(
    ({ days }) => days.length > 1,
  );
  const repeated = buyers.map(({ values }) => values.slice(1));
  const spending = {
    count: Float64Array.from(repeated, (values) => values.length),
    mean: Float64Array.from(repeated, (values) => values.reduce((sum, one) => sum + one, 0) / values.length),
  };
  const fit = fitGammaGamma(spending);

  it('finds the parameters that invented customers were made with, within three standard errors', () => {
    expect(fit.end).toBe('converged');
    for (const name of fit.names) {
      const error = fit.standardErrors?.[name] ?? 0;
      expect(Math.abs(fit.values[name] - KNOWN[name]) / error, name).toBeLessThan(3);
    }
  });

  it('is the top: every parameter a little off is less likely', () => {
    expect(gammaGammaLogLikelihood(spending, fit.values)).toBeCloseTo(fit.logLikelihood, 6);
    for (const name of fit.names) {
      for (const factor of [0.98, 1.02]) {
        const beside = { ...fit.values, [name]: fit.values[name] * factor };
        expect(gammaGammaLogLikelihood(spending, beside)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it('is the same in another currency, but for v, and in any order of the customers', () => {
    const rials = fitGammaGamma({ count: spending.count, mean: spending.mean.map((one) => one * 1e6) });
    expect(rials.values.v / 1e6).toBeCloseTo(fit.values.v, 4);
    expect(rials.values.p).toBeCloseTo(fit.values.p, 5);
    const reversed = fitGammaGamma({ count: spending.count.slice().reverse(), mean: spending.mean.slice().reverse() });
    expect(reversed.values).toEqual(fit.values);
  });

  it('says so where all spend the same', () => {
    const same = fitGammaGamma({ count: new Float64Array(80).fill(2), mean: new Float64Array(80).fill(50) });
    expect(same.end).not.toBe('converged');
  });
});
