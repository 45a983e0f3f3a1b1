import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mannKendall, seasonalKendall, seasonalSlope, theilSen } from '../../src/stats/trend.js';

/** An ordering of 1…n with the given S: the largest is moved down until enough pairs fall. */
function withS(n: number, s: number): number[] {
  const values = Array.from({ length: n }, (_, i) => i + 1);
  let inversions = ((n * (n - 1)) / 2 - s) / 2;
  for (let pass = n - 1; inversions > 0; pass--) {
    for (let i = 0; i < pass && inversions > 0; i++, inversions--) {
      [values[i], values[i + 1]] = [values[i + 1] as number, values[i] as number];
    }
  }
  return values;
}

describe('mannKendall', () => {
  // Upper-tail probabilities of S as printed to three digits (Kendall 1970, table 1; Gilbert 1987, table A18), doubled.
  test.each([
    [4, 4, 0.167],
    [4, 6, 0.042],
    [5, 8, 0.042],
    [5, 10, 0.0083],
    [8, 12, 0.089],
    [8, 16, 0.031],
    [8, 18, 0.016],
    [9, 18, 0.038],
    [10, 21, 0.036],
    [10, 25, 0.014],
  ])('of %i values with S = %i has a one-sided p of %f', (n, s, p) => {
    const found = mannKendall(withS(n, s));
    expect(found?.s).toBe(s);
    expect(found?.method).toBe('exact');
    expect((found?.pValue ?? 0) / 2).toBeCloseTo(p, p < 0.01 ? 4 : 3);
  });

  it('agrees with scipy.stats.kendalltau(method="exact") 1.17.1 over twelve values', () => {
    const found = mannKendall([1, 3, 2, 5, 4, 7, 6, 9, 8, 12, 10, 11]);
    expect(found?.tau).toBeCloseTo(0.8181818181818181, 12);
    expect(found?.pValue).toBeCloseTo(4.4129288920955584e-5, 12);
  });

  // All orderings, listed one by one.
  test.each([
    [[1, 1, 2, 2, 3, 5], 13, 8 / 720],
    [[1, 2, 1, 3, 3, 3], 9, 72 / 720],
    [[2, 1, 2, 4, 3, 4, 5], 15, 128 / 5040],
  ])('counts ties out: %j has S = %i, p = %f', (values, s, p) => {
    const found = mannKendall(values);
    expect(found?.s).toBe(s);
    expect(found?.pValue).toBeCloseTo(p, 12);
  });

  it('is no trend where all values are equal, and no test under three values', () => {
    expect(mannKendall([4, 4, 4, 4])).toEqual({ n: 4, s: 0, tau: null, pValue: 1, method: 'exact' });
    expect(mannKendall([1, 2])).toBeNull();
  });

  it('goes over from counting to the normal distribution without a jump', () => {
    const wave = (n: number): number[] => Array.from({ length: n }, (_, i) => i * 0.15 + ((i * 37) % 11));
    const [counted, normal] = [mannKendall(wave(40)), mannKendall(wave(41))];
    expect([counted?.method, normal?.method]).toEqual(['exact', 'normal']);
    // One value more changes S a little; the p-values stay of one size.
    expect(Math.abs(Math.log((counted?.pValue ?? 0) / (normal?.pValue ?? 1)))).toBeLessThan(0.7);
  });

  // Kendall 1970: Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18, z = (|S| − 1) / √Var S, p = erfc(z / √2).
  it('of 45 values without ties is normal with a continuity correction', () => {
    // Var S = 45 · 44 · 95 / 18 = 10,450, and z = 199 / √10,450 = 1.946682.
    const found = mannKendall(withS(45, 200));
    expect(found).toMatchObject({ n: 45, s: 200, method: 'normal' });
    expect(found?.pValue).toBeCloseTo(0.05157291501015143, 7);
  });

  it('of 48 values with ties has the smaller variance of tied groups', () => {
    // (i · 7 mod 16) + ⌊i / 12⌋ over i = 0…47: S = 183, Var S = 12,601 (12,658.7 without the ties), z = 182 / √12,601.
    const found = mannKendall(Array.from({ length: 48 }, (_, i) => ((i * 7) % 16) + Math.floor(i / 12)));
    expect(found).toMatchObject({ n: 48, s: 183, method: 'normal' });
    expect(found?.pValue).toBeCloseTo(0.10494891413978605, 7);
  });

  it('of many values is no trend where they rise and fall alike', () => {
    const found = mannKendall(Array.from({ length: 60 }, (_, i) => (i < 30 ? i : 59 - i)));
    expect(found).toMatchObject({ s: 0, pValue: 1, method: 'normal' });
  });

  it('turns its sign with the values, and keeps its p-value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 50 }), (values) => {
        const [up, down] = [mannKendall(values), mannKendall([...values].reverse())];
        expect(down?.s).toBe(-(up?.s ?? Number.NaN) || 0);
        expect(down?.pValue).toBeCloseTo(up?.pValue ?? Number.NaN, 10);
        expect(up?.pValue).toBeGreaterThanOrEqual(0);
        expect(up?.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('theilSen', () => {
  // scipy.stats.theilslopes 1.17.1.
  test.each([
    [[3, 5, 4, 8, 9, 7, 12, 11, 13, 15], 1.3333333333333333, 2.5, 1, 1.6666666666666667],
    [[2, 2, 3, 5, 5, 7, 8, 8], 1, 1.5, 0.75, 1.25],
  ])('of %j is %f a step', (values, slope, intercept, low, high) => {
    const line = theilSen([...values.keys()], values);
    expect(line?.slope).toBeCloseTo(slope, 12);
    expect(line?.intercept).toBeCloseTo(intercept, 12);
    expect(line?.interval).toMatchObject({ low, high, level: 0.95, method: 'theil-sen' });
  });

  it('is not bent by one wild value', () => {
    expect(theilSen([0, 1, 2, 3, 4, 5], [0, 2, 4, 600, 8, 10])?.slope).toBeCloseTo(2, 12);
  });

  it('needs two times, and one value for each', () => {
    expect(theilSen([1, 1], [2, 3])).toBeNull();
    expect(theilSen([1], [2])).toBeNull();
    expect(() => theilSen([1, 2], [2])).toThrow(RangeError);
  });

  it('moves with the values and the unit of time', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -5, max: 5 }), (given, steep) => {
        const times = [...given.keys()];
        const line = theilSen(times, given);
        const tilted = theilSen(
          times,
          given.map((value, i) => value + steep * i),
        );
        expect((tilted?.slope ?? 0) - (line?.slope ?? 0)).toBeCloseTo(steep, 9);
        expect(
          theilSen(
            times.map((time) => 2 * time),
            given,
          )?.slope,
        ).toBeCloseTo((line?.slope ?? 0) / 2, 9);
      }),
    );
  });
});

describe('seasonalKendall', () => {
  it('adds up S within seasons: 1 2 3 and 30 20 are 3 − 1, of 3! · 2! orderings', () => {
    // S: 3, 1, 1, −1, −1, −3 each with ±1, so |S| ≥ 2 of 4, 2, 2, 0, 2, 0, 0, −2, 0, −2, −2, −4: eight of twelve.
    const found = seasonalKendall([
      [1, 2, 3],
      [30, 20],
    ]);
    expect(found).toMatchObject({ n: 5, s: 2, method: 'exact' });
    expect(found?.pValue).toBeCloseTo(8 / 12, 12);
    expect(found?.tau).toBeCloseTo(2 / 4, 12);
  });

  it('of one season is the test of Mann and Kendall', () => {
    const values = [2, 1, 2, 4, 3, 4, 5];
    expect(seasonalKendall([values])).toEqual(mannKendall(values));
    expect(seasonalKendall([[1], [2], [3]])).toBeNull();
    expect(seasonalKendall([[1, 2]])).toBeNull();
  });

  it('beyond forty values is normal with the variances added: five seasons of ten that rise', () => {
    // S = 5 · 45 = 225, variance 5 · 10 · 9 · 25 / 18 = 625, z = 224 / 25 = 8.96.
    const ten = Array.from({ length: 10 }, (_, i) => i);
    expect(seasonalKendall([ten, ten, ten, ten, ten])).toMatchObject({ s: 225, tau: 1, method: 'normal' });
    expect(seasonalKendall([ten, ten, ten, ten, ten])?.pValue).toBeLessThan(1e-15);
  });
});

it('the seasonal slope is the median of the slopes within seasons', () => {
  // 1 per unit in the one (2, 2, 2 apart 2), 3 per unit in the other: 1, 1, 1, 3 → 1.
  const line = seasonalSlope([
    { times: [0, 2, 4], values: [5, 7, 9] },
    { times: [1, 3], values: [100, 106] },
  ]);
  expect(line?.slope).toBe(1);
  expect(seasonalSlope([{ times: [0], values: [1] }])).toBeNull();
});
