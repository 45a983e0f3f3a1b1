import { describe, expect, it, test } from 'vitest';
import { incompleteBeta, logBeta, logGamma } from '../../src/stats/beta.js';

describe('logGamma', () => {
  it('is ln √π at ½, 0 at 1 and 2, ln 9! at 10', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(2)).toBeCloseTo(0, 14);
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 13);
    expect(logGamma(123.4)).toBeCloseTo(469.3360974421906, 10); // scipy.special.gammaln
  });

  it('refuses 0 and less', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

test('logBeta keeps its digits where the Γ terms cancel', () => {
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
  expect(logBeta(20, 30)).toBeCloseTo(logGamma(20) + logGamma(30) - logGamma(50), 11);
  // Γ(a) Γ(½) / Γ(a + ½) = √(π/a) (1 + 1/(8a) + …) for large a; the difference of three ln Γ is 1e-9 off here.
  expect(logBeta(1e6, 0.5)).toBeCloseTo(0.5 * Math.log(Math.PI / 1e6) + 1 / 8e6, 13);
});

describe('incompleteBeta', () => {
  it('is x^a for b = 1, and 1 − (1 − x)^b for a = 1', () => {
    expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 14);
    expect(incompleteBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 14);
  });

  it('agrees with scipy.special.betainc for uneven and for large parameters', () => {
    expect(incompleteBeta(0.3, 2.5, 0.5)).toBeCloseTo(0.018927124071945658, 14);
    expect(incompleteBeta(0.9999, 50_000, 0.5)).toBeCloseTo(0.0015650197621734966, 13);
  });

  it('is 0 and 1 at the ends', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });
});
