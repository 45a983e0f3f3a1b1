import { describe, expect, it } from 'vitest';
import { BandedGroups, type Grouped } from '../../src/stats/log-spreads.js';
import { median } from '../../src/stats/quantile.js';
import { randomIntegers } from '../../src/stats/random.js';

/** By definition: the median of all logarithms, then that of all distances. */
function defined(values: readonly number[]) {
  const logs = values.map(Math.log);
  const centre = sortedMedian(logs);
  return { centre, spread: sortedMedian(logs.map((log) => Math.abs(log - centre))) };
}

function sortedMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] ?? Number.NaN, sorted[Math.ceil(middle)] ?? Number.NaN];
  return low + (middle - Math.floor(middle)) * (high - low);
}

/** Groups one after the other, dealt out over the values in turn, with a value of nobody before each. Codes count from 1. */
function dealtOut(groups: readonly (readonly number[])[]) {
  const [values, codes]: [number[], number[]] = [[], []];
  for (let at = 0; at < Math.max(...groups.map(({ length }) => length)); at++) {
    groups.forEach((group, code) => {
      const value = group[at];
      if (value === undefined) return;
      values.push(-1, value);
      codes.push(0, code + 1);
    });
  }
  const sizes = Uint32Array.from(groups, ({ length }) => length);
  const groupOf = Uint16Array.of(groups.length, ...groups.keys());
  return [Float64Array.from(values), { codes: Uint16Array.from(codes), groupOf, sizes }] as const;
}

function logSpreads(values: Float64Array, grouped: Grouped, least: number) {
  return new BandedGroups(values, grouped, least).spreads();
}

const next = randomIntegers(7);
const amounts = (n: number, amountOf: (one: number) => number) =>
  Array.from({ length: n }, () => amountOf((next() % 1_000_000) + 1));

describe('the spreads of banded groups', () => {
  it('is the median of the logarithms and the median distance from it, by hand', () => {
    // Powers of two: -1, 0, 1, 3 have the median 0.5; the distances 1.5, 0.5, 0.5, 2.5 have the median 1.
    const dealt = dealtOut([[0.5, 1, 2, 8]]);
    const [found] = logSpreads(...dealt, 1);
    expect((found?.centre ?? 0) / Math.LN2).toBeCloseTo(0.5, 12);
    expect((found?.spread ?? 0) / Math.LN2).toBeCloseTo(1, 12);
  });

  it('leaves out groups that are too small', () => {
    const dealt = dealtOut([[1, 2, 3], [5], []]);
    const found = logSpreads(...dealt, 2);
    expect(found.map((one) => one === null)).toEqual([false, true, true]);
  });

  it('gives for large groups what sorting all of them gives, to the last digit', () => {
    const groups = [
      amounts(30_001, (one) => one / 100),
      amounts(20_000, (one) => Math.exp(one / 50_000)),
      amounts(25_000, (one) => (one % 3 === 0 ? 1e-7 : 1e25)),
      amounts(24_999, (one) => (one % 2 === 0 ? 5000 : one)),
      amounts(20_001, () => 99),
      amounts(50, (one) => one),
      // Two heaps of one size: the middle lies between them.
      [...amounts(15_000, (one) => 1 + one / 1e7), ...amounts(15_000, (one) => 900 + one / 1e7)],
    ];
    const dealt = dealtOut(groups);
    expect(logSpreads(...dealt, 20)).toEqual(groups.map(defined));
  });

  it('counts more groups than fit into numbers of two bytes', () => {
    const groups = Array.from({ length: 40 }, (_, code) => amounts(20_000, (one) => one + code));
    expect(logSpreads(...dealtOut(groups), 20)).toEqual(groups.map(defined));
  });

  it('agrees with the median of the same package', () => {
    const own = amounts(40_000, (one) => one ** 2 / 7);
    const dealt = dealtOut([own]);
    expect(logSpreads(...dealt, 20)[0]?.centre).toBe(median(Float64Array.from(own, Math.log)));
  });
});

describe('what lies beyond bounds in banded groups', () => {
  const groups = [
    amounts(25_000, (one) => one / 100),
    amounts(300, (one) => one),
    amounts(20_000, (one) => Math.exp(one / 50_000)),
    [1, 2, 3],
  ];
  const [values, grouped] = dealtOut(groups);

  it('is what is under the low or above the high one, at most a bound itself', () => {
    // A bound that is a value of the group, one beyond all, and none.
    const low = Float64Array.of(groups[0]?.[7] ?? 0, 5e5, Number.NEGATIVE_INFINITY, 2, Number.NEGATIVE_INFINITY);
    const high = Float64Array.of(9999.99, groups[1]?.[3] ?? 0, 4, 2.5, Number.POSITIVE_INFINITY);
    const expected = [...values.keys()].filter((row) => {
      const group = (grouped.codes[row] ?? 0) - 1;
      const value = values[row] ?? 0;
      return group >= 0 && (value < (low[group] ?? 0) || value > (high[group] ?? 0));
    });
    expect(expected.length).toBeGreaterThan(10_000);
    expect([...new BandedGroups(values, grouped, 1).beyond(low, high)]).toEqual(expected);
  });

  it('is nothing where there are no bounds', () => {
    const none = Float64Array.from(groups, () => Number.POSITIVE_INFINITY);
    expect(
      new BandedGroups(values, grouped, 1).beyond(
        none.map((one) => -one),
        none,
      ),
    ).toHaveLength(0);
  });

  it('leaves out groups that are too small', () => {
    const [low, high] = [Float64Array.of(0, 0, 0, 9), Float64Array.of(1e9, 1e9, 1e9, 9)];
    expect(new BandedGroups(values, grouped, 4).beyond(low, high)).toHaveLength(0);
    expect(new BandedGroups(values, grouped, 3).beyond(low, high)).toHaveLength(3);
  });
});
