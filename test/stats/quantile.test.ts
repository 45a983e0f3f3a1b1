import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, quantiles } from '../../src/stats/quantile.js';
import { randomIntegers } from '../../src/stats/random.js';

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

  it('agrees with sorting in large samples of numbers of every size and sign, and of few distinct ones', () => {
    const integers = randomIntegers(7);
    const draw = () => integers() / 2 ** 32;
    const wide = () => (draw() < 0.4 ? -1 : 1) * 10 ** (600 * draw() - 300);
    const days = () => Math.floor(400 * draw()) - 100;
    for (const next of [wide, days, () => 1000 + draw(), () => (draw() < 0.5 ? 0 : -5)]) {
      const sample = Float64Array.from({ length: 30_011 }, next).subarray(10);
      const sorted = sample.slice().sort();
      const ps = [1, 0, 0.5, 0.9, 0.123456, 0.25, 0.999];
      const expected = ps.map((p) => {
        const [below, above] = [Math.floor(30_000 * p), Math.ceil(30_000 * p)].map((rank) => sorted[rank] as number);
        return (below as number) + (30_000 * p - Math.floor(30_000 * p)) * ((above as number) - (below as number));
      });
      expect(quantiles(sample, ps)).toEqual(expected);
    }
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
