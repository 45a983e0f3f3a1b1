import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeIndex, readableEdges } from '../../src/stats/bins.js';

it('rounds the sixths to what a person can read', () => {
  // 0 … 600: the sixths are 100, 200, …; each is a multiple of 100 already.
  expect(readableEdges(Float64Array.from({ length: 601 }, (_, at) => at))).toEqual([100, 200, 300, 400, 500]);
  // Years 1979 … 2014: the sixths are 1984.83, 1990.67, 1996.5, …, 5.83 apart: multiples of 5.
  expect(readableEdges(Float64Array.from({ length: 36 }, (_, at) => 1979 + at))).toEqual([
    1985, 1990, 1995, 2000, 2010,
  ]);
  // Tenths are written as decimals.
  expect(readableEdges(Float64Array.from({ length: 7 }, (_, at) => at / 10))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
});

it('parts two values, and nothing where all are alike', () => {
  const between = readableEdges(Float64Array.of(5, 9));
  expect(between.length).toBeGreaterThan(0);
  expect(between.every((edge) => edge > 5 && edge <= 9)).toBe(true);
  expect(readableEdges(Float64Array.of(7, 7, 7))).toEqual([]);
  expect(readableEdges(Float64Array.of())).toEqual([]);
});

it('for any numbers: ascending edges that leave no range at the ends empty, and every number in one range', () => {
  const number = fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.double({ noNaN: true, min: -1e12, max: 1e12 }));
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (values) => {
      const edges = readableEdges(Float64Array.from(values));
      expect(edges.length).toBeLessThanOrEqual(6);
      expect([...edges].sort((a, b) => a - b)).toEqual(edges);
      expect(new Set(edges).size).toBe(edges.length);
      for (const value of values) {
        const index = rangeIndex(edges, value);
        expect(value).toBeGreaterThanOrEqual(edges[index - 1] ?? Number.NEGATIVE_INFINITY);
        expect(value).toBeLessThan(edges[index] ?? Number.POSITIVE_INFINITY);
      }
      const found = new Set(values.map((value) => rangeIndex(edges, value)));
      expect(found.has(0) && found.has(edges.length)).toBe(true);
    }),
  );
});
