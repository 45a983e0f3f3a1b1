import { describe, expect, it } from 'vitest';
import { logSpreads } from '../../src/stats/log-spreads.js';
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

/** Groups one after the other, dealt out over the rows in turn, with a row that belongs to nobody before each. */
function dealtOut(groups: readonly (readonly number[])[]) {
  const [values, rows, groupOf]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at < Math.max(...groups.map(({ length }) => length)); at++) {
    groups.forEach((group, code) => {
      const value = group[at];
      if (value === undefined) return;
      values.push(-1, value);
      rows.push(values.length - 1);
      groupOf.push(code);
    });
  }
  const sizes = Uint32Array.from(groups, ({ length }) => length);
  const grouped = { rows: Uint32Array.from(rows), groupOf: Uint16Array.from(groupOf), sizes };
  return [Float64Array.from(values), grouped] as const;
}

const next = randomIntegers(7);
const amounts = (n: number, amountOf: (one: number) => number) =>
  Array.from({ length: n }, () => amountOf((next() % 1_000_000) + 1));

describe('logSpreads', () => {
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
