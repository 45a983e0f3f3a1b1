import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachOfDraws } from '../../../src/analysis/forecast/intervals.js';

describe('what draws reach', () => {
  it('holds what is expected, where one deal in a hundred makes the mean', () => {
    // Ninety-nine times nothing, once 10,000: 100 on average, and both upper quantiles at 0.
    const draws = Float64Array.from({ length: 100 }, (_, at) => (at === 0 ? 10_000 : 0));
    const { interval, best, worst } = reachOfDraws(draws, 100, 7);
    expect([interval.low, worst, best, interval.high]).toEqual([7, 7, 107, 107]);
  });

  it('is in order, whatever is drawn and shown', () => {
    const value = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), value, value, (draws, coming, won) => {
        const { interval, best, worst } = reachOfDraws(Float64Array.from(draws), coming, won);
        const inOrder = [interval.low, worst, won + coming, best, interval.high];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });
});
