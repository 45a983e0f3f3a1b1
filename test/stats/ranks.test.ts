import fc from 'fast-check';
import { expect, it } from 'vitest';
import { midRanks, rankSums, rankSumsOfCounts } from '../../src/stats/ranks.js';

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

it('sums of ranks are of all samples together, days or not', () => {
  // Of 1, 2, 2, 5 the ranks are 1, 2.5, 2.5 and 4. Ties: 2³ − 2 = 6.
  expect(rankSums([[2, 5], [1], [2]])).toEqual({ sums: [6.5, 1, 2.5], tied: 6 });
  expect(rankSums([[0.2, 0.5], [-1], [0.2]])).toEqual({ sums: [6.5, 1, 2.5], tied: 6 });
  const value = fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom(0, -0, -1, 0.5, 65_535, 65_536, 2 ** 32, 2 ** 32 + 3),
  );
  const samples = (one: fc.Arbitrary<number>) => fc.array(fc.array(one), { maxLength: 5 });
  fc.assert(
    fc.property(fc.oneof(samples(value), samples(fc.integer({ min: 0, max: 9 }))), (samples) => {
      const all = samples.flat();
      const count = (test: (one: number) => boolean) => all.filter(test).length;
      const rankOf = (value: number) => count((one) => one < value) + (1 + count((one) => one - value === 0)) / 2;
      const { sums, tied } = rankSums(samples.map((sample) => Float64Array.from(sample)));
      expect(sums).toEqual(samples.map((sample) => sample.reduce((sum, value) => sum + rankOf(value), 0)));
      const ties = [...new Set(all)].map((value) => count((one) => one === value));
      expect(tied).toBe(ties.reduce((sum, t) => sum + t ** 3 - t, 0));
    }),
  );
});

it('sums of ranks are told by counts', () => {
  // 2 and 5, 1, 2: the same samples as above.
  const counts = [
    [0, 0, 1, 0, 0, 1],
    [0, 1],
    [0, 0, 1, 0],
  ];
  const counted = counts.map((one) => ({ n: one.reduce((a, b) => a + b, 0), counts: Uint32Array.from(one) }));
  expect(rankSumsOfCounts(counted)).toEqual({ sums: [6.5, 1, 2.5], tied: 6 });
  expect(rankSumsOfCounts([])).toEqual({ sums: [], tied: 0 });
});
