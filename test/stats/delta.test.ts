import { describe, expect, it } from 'vitest';
import { productChange, shareInterval, totalsDifference } from '../../src/stats/delta.js';

const Z = 1.959963984540054;

describe('shareInterval', () => {
  it('of equal values is the plain interval of a share: 50 of 100 is 0.5 ± 1.96 · √(0.25 / 99)', () => {
    const interval = shareInterval(new Array<number>(100).fill(7), (index) => index < 50);
    expect(interval?.low).toBeCloseTo(0.5 - Z * Math.sqrt(0.25 / 99), 12);
    expect(interval?.high).toBeCloseTo(0.5 + Z * Math.sqrt(0.25 / 99), 12);
    expect(interval?.method).toBe('delta-method');
  });

  it('of few large values is wide, and stays inside 0…1', () => {
    // Share 60/100; residuals 60 − 36 = 24, −0.6·30 = −18, −0.6·10 = −6; Σ² = 936; reach = z·√(936·3/2)/100 = 0.734.
    const interval = shareInterval([60, 30, 10], (index) => index === 0);
    expect(interval).toMatchObject({ low: 0, high: 1 });
    const many = shareInterval(
      Array.from({ length: 12 }, (_, i) => [60, 30, 10][i % 3] ?? 0),
      (index) => index % 3 === 0,
    );
    expect(many?.low).toBeCloseTo(0.6 - (Z * Math.sqrt((936 * 4 * 12) / 11)) / 400, 12);
  });

  it('is null where nothing is held, and of one value', () => {
    expect(shareInterval([5], () => true)).toBeNull();
    expect(shareInterval([0, 0], () => true)).toBeNull();
    expect(shareInterval([], () => true)).toBeNull();
  });
});

describe('totalsDifference', () => {
  it('of ones is that of two Poisson counts: 40 against 20 is 20 ± 1.96 · √60', () => {
    const { low, high } = totalsDifference(new Array<number>(40).fill(1), new Array<number>(20).fill(1));
    expect(low).toBeCloseTo(20 - Z * Math.sqrt(60), 10);
    expect(high).toBeCloseTo(20 + Z * Math.sqrt(60), 10);
  });

  it('scales with the unit, and credits widen it', () => {
    expect(totalsDifference([100, 300], [200]).low).toBeCloseTo(100 * totalsDifference([1, 3], [2]).low, 8);
    expect(totalsDifference([100, -100], []).high).toBeCloseTo(Z * Math.sqrt(20_000), 8);
  });
});

describe('productChange', () => {
  it('of a doubling with relative variances 0.02 and 0.02 is exp(ln 2 ± 1.96 · 0.2) − 1', () => {
    const interval = productChange(5, 10, [0.02, 0.02]);
    expect(interval?.low).toBeCloseTo(2 * Math.exp(-Z * 0.2) - 1, 12);
    expect(interval?.high).toBeCloseTo(2 * Math.exp(Z * 0.2) - 1, 12);
  });

  it('is the point without variance, and null where there is no ratio', () => {
    expect(productChange(4, 5, [])).toMatchObject({ low: 0.25 });
    expect(productChange(0, 5, [])).toBeNull();
    expect(productChange(5, -1, [])).toBeNull();
    expect(productChange(5, 6, [Number.NaN])).toBeNull();
  });
});
