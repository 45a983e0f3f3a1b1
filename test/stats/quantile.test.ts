import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWhole,
  median,
  quantile,
  quantiles,
  quantilesOfCounts,
  sumOfCounts,
  type WholeCounts,
} from '../../src/stats/quantile.js';
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

describe('counted values', () => {
  it('have the quantiles of the values, to the last digit', () => {
    const whole = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 65_535 }));
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 60 }), probabilities, (values, ps) => {
        const counted = countWhole(Float64Array.from(values));
        const sorted = [...values].sort((a, b) => a - b);
        const expected = ps.map((p) => {
          const position = (sorted.length - 1) * p;
          const [low, high] = [Math.floor(position), Math.ceil(position)].map((rank) => sorted[rank] as number);
          return (low as number) + (position - Math.floor(position)) * ((high as number) - (low as number));
        });
        expect(counted === null ? null : quantilesOfCounts(counted, ps)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('are whole numbers under 65,536, and nothing else is counted', () => {
    expect(countWhole(Float64Array.of(3, 0, 3))).toEqual({ n: 3, counts: Uint32Array.of(1, 0, 0, 2) });
    expect(sumOfCounts(countWhole(Float64Array.of(3, 0, 65_535, 3)) as WholeCounts)).toBe(65_541);
    for (const other of [0.5, -1, 65_536, 2 ** 32, Number.NaN])
      expect(countWhole(Float64Array.of(1, other))).toBeNull();
  });

  it('are counted piece by piece, too, few or many', () => {
    for (const times of [2, 5_000]) {
      const each = (take: (piece: Float64Array) => void) => {
        for (let at = 0; at < times; at++) take(Float64Array.of(3, at === 0 ? 5 : 0));
      };
      const counts = Uint32Array.of(times - 1, 0, 0, times, 0, 1);
      expect(countWhole({ length: 2 * times, each })).toEqual({ n: 2 * times, counts });
      // One that cannot be counted is not made good by those behind it.
      const withOdd = (take: (piece: Float64Array) => void) => {
        for (const odd of [-1, 1]) take(new Float64Array(times).fill(odd));
      };
      expect(countWhole({ length: 2 * times, each: withOdd })).toBeNull();
    }
  });

  it('refuse none at all and what is no probability', () => {
    const counts = Uint32Array.of(0, 1);
    expect(() => quantilesOfCounts({ n: 0, counts: new Uint32Array(1) }, [0.5])).toThrow(RangeError);
    expect(() => quantilesOfCounts({ n: 1, counts }, [1.5])).toThrow(RangeError);
  });
});
