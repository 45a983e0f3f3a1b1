import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIn, dayBins, MOST_BINS } from '../../src/analysis/day-bins.js';
import type { ValueCount } from '../../src/analysis/value-counts.js';

const days = (...values: readonly number[]): ValueCount[] =>
  [...new Set(values)]
    .sort((a, b) => a - b)
    .map((value) => ({ value, n: values.filter((other) => other === value).length }));
const upTo = (last: number) => days(...Array(last + 1).keys());

describe('bins of days', () => {
  it('are as wide as makes twenty at most, from 0', () => {
    // 0 … 119 in tens are twelve, in fives 24.
    expect(dayBins(upTo(119))).toEqual(Array.from({ length: 12 }, (_, at) => ({ from: at * 10, to: at * 10 + 10 })));
    expect(dayBins(upTo(9)).map(({ from }) => from)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('end in an open one where few lie far out', () => {
    // Forty values of 0 … 39, and one of 900: the 95 % point is 38.
    const bins = dayBins(days(...Array(40).keys(), 900));
    expect(bins.at(-1)).toEqual({ from: 40, to: null });
    expect(bins[0]).toEqual({ from: 0, to: 5 });
    expect(countIn(bins, days(...Array(40).keys(), 900))).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 1]);
  });

  it('begin where the values do, where 0 is far away', () => {
    expect(dayBins(days(301, 305, 312)).map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 12 }, (_, at) => [301 + at, 302 + at]),
    );
  });

  it('are one for deals closed on the day they were created, and none without deals', () => {
    expect(dayBins(days(0, 0))).toEqual([{ from: 0, to: 1 }]);
    expect(dayBins(days())).toEqual([]);
  });

  it('hold every value once, follow each other, and are few', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(30), fc.nat(400), fc.nat(100_000)), { minLength: 1 }), (values) => {
        const bins = dayBins(days(...values));
        expect(bins.length).toBeLessThanOrEqual(MOST_BINS);
        bins.forEach(({ to }, at) => {
          expect(to).toBe(bins[at + 1]?.from ?? to);
        });
        const inEach = bins.map(
          ({ from, to }) => values.filter((one) => one >= from && (to === null || one < to)).length,
        );
        expect(countIn(bins, days(...values))).toEqual(inEach);
        expect(inEach.reduce((sum, one) => sum + one, 0)).toBe(values.length);
      }),
    );
  });
});
