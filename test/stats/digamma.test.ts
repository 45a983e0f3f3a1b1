import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digamma } from '../../src/stats/digamma.js';

it('is −γ at 1 and −γ − 2 ln 2 at ½', () => {
  const gamma = 0.5772156649015329;
  expect(digamma(1)).toBeCloseTo(-gamma, 14);
  expect(digamma(0.5)).toBeCloseTo(-gamma - 2 * Math.log(2), 14);
});

it('steps by 1/x', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 9);
    }),
  );
});

it('refuses 0 and less', () => {
  expect(() => digamma(0)).toThrow(RangeError);
});
