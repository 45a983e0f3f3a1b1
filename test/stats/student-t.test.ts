import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { logBeta } from '../../src/stats/beta.js';
import { normalCdf, normalQuantile } from '../../src/stats/normal.js';
import { studentCdf, studentQuantile, studentTwoSided } from '../../src/stats/student-t.js';

describe('studentQuantile', () => {
  // scipy.stats.t.ppf, 1.17.1; 1 and 2 degrees of freedom have closed forms.
  test.each([
    [0.975, 1, Math.tan(Math.PI * 0.475)],
    [0.975, 2, 0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025))],
    [0.975, 3, 3.1824463052837078],
    [0.975, 7.5, 2.333039626864974],
    [0.975, 17.776, 2.102821310380221],
    [0.975, 29, 2.045229642132703],
    [0.975, 194, 1.9722675325821355],
    [0.975, 1e5, 1.9599877075346095],
    [0.6, 3, 0.2766706623326898],
    [0.6, 194, 0.25369481884871586],
  ])('at %f with %f degrees of freedom is %f', (p, df, t) => {
    expect(studentQuantile(p, df)).toBeCloseTo(t, 10);
  });

  it('is found on the same steps, to the last digit, as where every bound is asked of the distribution function', () => {
    const probability = fc.oneof(
      fc.constantFrom(0.95, 0.975, 0.995),
      fc.double({ min: 0.5001, max: 0.999999, noNaN: true }),
      // Quantiles close to the bounds 1, 2 and 4.
      fc
        .tuple(fc.constantFrom(1, 2, 4), fc.double({ min: -0.01, max: 0.01, noNaN: true }))
        .map(([at, off]) => normalCdf(at + off)),
    );
    const df = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.5, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(probability, df, (p, df) => {
        expect(studentQuantile(p, df)).toBe(quantileStepByStep(p, df));
      }),
      { numRuns: 400 },
    );
  });

  it('is symmetric, and 0 in the middle', () => {
    expect(studentQuantile(0.025, 9)).toBe(-studentQuantile(0.975, 9));
    expect(studentQuantile(0.5, 9)).toBe(0);
  });

  it('undoes the distribution function', () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(probability, fc.double({ min: 1, max: 5000, noNaN: true }), (p, df) => {
        expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 10);
      }),
    );
  });

  it('refuses what is no probability and what are no degrees of freedom', () => {
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
  });
});

describe('studentTwoSided', () => {
  // 2 · scipy.stats.t.sf(3.3, df).
  test.each([
    [3, 0.0457334506359987],
    [7.5, 0.011891634562261168],
    [194, 0.0011505096840177752],
    [1e5, 0.0009671862623271432],
  ])('of 3.3 with %f degrees of freedom is %f', (df, p) => {
    expect(studentTwoSided(3.3, df)).toBeCloseTo(p, 12);
    expect(studentTwoSided(-3.3, df)).toBeCloseTo(p, 12);
  });

  it('is 1 at 0 and 0 at infinity', () => {
    expect(studentTwoSided(0, 4)).toBe(1);
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 4)).toBe(0);
  });
});

/** Newton's steps within a bracket that is doubled until it holds the quantile. */
function quantileStepByStep(p: number, df: number): number {
  const upper = 2 * (1 - p);
  const scale = logBeta(df / 2, 0.5);
  let [low, high] = [0, 1];
  while (studentTwoSided(high, df, scale) > upper) [low, high] = [high, 2 * high];
  const z = normalQuantile(p);
  let t = z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
  for (let step = 0; step < 200; step++) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const excess = studentTwoSided(t, df, scale) - upper;
    if (excess > 0) low = t;
    else high = t;
    const slope = Math.exp(-0.5 * Math.log(df) - scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
    const next = t + excess / (2 * slope);
    if (Math.abs(next - t) <= 1e-14 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}
