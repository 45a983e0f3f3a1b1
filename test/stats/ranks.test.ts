import fc from 'fast-check';
import { expect, it } from 'vitest';
import { midRanks } from '../../src/stats/ranks.js';

it('equal values share the mean of their ranks', () => {
  // 1 is first; three 2s share (2 + 3 + 4) / 3; 5 is fifth. Ties: 3³ − 3 = 24.
  expect(midRanks(Float64Array.of(2, 5, 2, 1, 2))).toEqual({ ranks: Float64Array.of(3, 5, 3, 1, 3), tied: 24 });
  expect(midRanks(new Float64Array(0))).toEqual({ ranks: new Float64Array(0), tied: 0 });
});

it('a rank is the number of smaller values and half of the equal ones, whole numbers or not, near or far', () => {
  const value = fc.oneof(
    fc.integer({ min: -20, max: 20 }),
    fc.integer({ min: -20, max: 20 }).map((n) => n / 8),
    fc.double({ noNaN: true }),
    fc.constantFrom(0, -0, 1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(value), fc.array(fc.integer({ min: -9, max: 9 }))), (values) => {
      const count = (test: (one: number) => boolean) => values.filter(test).length;
      const { ranks, tied } = midRanks(Float64Array.from(values));
      values.forEach((value, at) => {
        const [below, alike] = [count((one) => one < value), count((one) => one === value)];
        expect(ranks[at]).toBe(below + (1 + alike) / 2);
      });
      const groups = [...new Set(values)].map((value) => count((one) => one === value));
      expect(tied).toBe(groups.reduce((sum, t) => sum + t ** 3 - t, 0));
    }),
  );
});
