import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, quantiles } from '../../src/stats/quantile.js';

describe('quantile', () => {
  it('interpolates as type 7: the 90th percentile of 1…10 is 9.1, not 9.9 (type 6) or 9 (type 1)', () => {
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBeCloseTo(9.1, 12);
  });

  it('gives 29 for the 40th percentile of 15, 20, 35, 40, 50, in any order', () => {
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 12);
    expect(quantile([50, 35, 15, 40, 20], 0.4)).toBeCloseTo(29, 12);
  });

  it('leaves the sample as it is', () => {
    const sample = Float64Array.from([3, 1, 2]);
    median(sample);
    expect([...sample]).toEqual([3, 1, 2]);
  });

  it('agrees with sorting, for every probability, with ties, in samples of every size', () => {
    const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 300 });
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(sample, probabilities, (values, ps) => {
        const sorted = [...values].sort((a, b) => a - b);
        const expected = ps.map((p) => {
          const position = (sorted.length - 1) * p;
          const low = sorted[Math.floor(position)] ?? Number.NaN;
          const high = sorted[Math.ceil(position)] ?? Number.NaN;
          return low + (position - Math.floor(position)) * (high - low);
        });
        quantiles(values, ps).forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 9);
        });
      }),
    );
  });

  it('stays fast on a million equal values', () => {
    expect(quantiles(new Float64Array(1_000_000).fill(7), [0, 0.5, 1])).toEqual([7, 7, 7]);
  });

  it('refuses an empty sample and what is no probability', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});
