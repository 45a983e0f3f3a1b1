import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chebyshevPoints, interpolate } from '../../src/stats/chebyshev.js';

it('has its ends among the points, and goes through all of them', () => {
  const points = chebyshevPoints(1, 3, 5);
  expect(points[0]).toBeCloseTo(1, 15);
  expect(points[2]).toBeCloseTo(2, 15);
  expect(points[4]).toBeCloseTo(3, 15);
  const values = points.map((x) => x ** 2);
  points.forEach((x, k) => {
    expect(interpolate(points, values, x)).toBe(values[k]);
  });
});

it('is a polynomial of its degree, and all but an analytic function', () => {
  const points = chebyshevPoints(0, 4, 24);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 4, noNaN: true }), (x) => {
      expect(
        interpolate(
          points,
          points.map((p) => p ** 5 - p),
          x,
        ),
      ).toBeCloseTo(x ** 5 - x, 8);
      expect(interpolate(points, points.map(Math.exp), x)).toBeCloseTo(Math.exp(x), 10);
    }),
  );
});
