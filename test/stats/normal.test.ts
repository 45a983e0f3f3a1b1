import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/stats/normal.js';

describe('normalCdf', () => {
  // scipy.stats.norm.cdf, 1.17.1.
  test.each([
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [-1.5, 0.06680720126885807],
    [1.959963984540054, 0.975],
  ])('at %f is %f', (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 14);
  });

  it('keeps its digits far out in the tail', () => {
    expect(normalCdf(-8) / 6.22096057427174e-16).toBeCloseTo(1, 12);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it('has no step where the series hands over to the tail', () => {
    expect(normalCdf(-3 + 1e-9) - normalCdf(-3)).toBeCloseTo(1e-9 * normalDensity(3), 13);
  });
});

describe('normalQuantile', () => {
  test.each([
    [0.975, 1.959963984540054],
    [0.3, -0.5244005127080409],
    [1e-10, -6.361340902404056],
    [0.5, 0],
  ])('at %f is %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  it('undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
      }),
    );
  });

  it('is infinite at 0 and 1, and refuses what is no probability', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});
