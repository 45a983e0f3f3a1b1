import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf, valueCounts } from '../../src/analysis/value-counts.js';
import { quantile } from '../../src/stats/quantile.js';

/** Days, ages and their like, and now and then what lies far from them or between. */
const VALUE = fc.oneof(
  { arbitrary: fc.integer({ min: -40, max: 40 }), weight: 8 },
  fc.integer({ min: -800_000, max: 800_000 }),
  fc.constantFrom(0.5, 20_000.25, Number.NaN),
);

describe('valueCounts', () => {
  it('counts each value once, in ascending order', () => {
    expect(valueCounts([3, -2, 3, Number.NaN, 0.5])).toEqual([
      { value: -2, n: 1 },
      { value: 0.5, n: 1 },
      { value: 3, n: 2 },
    ]);
    expect(valueCounts([Number.NaN])).toEqual([]);
  });

  it('says the same of values near to each other and far from each other', () => {
    fc.assert(
      fc.property(fc.array(VALUE, { maxLength: 60 }), (values) => {
        const known = values.filter((value) => !Number.isNaN(value));
        const distinct = [...new Set(known)].sort((a, b) => a - b);
        const expected = distinct.map((value) => ({ value, n: known.filter((one) => one === value).length }));
        expect(valueCounts(values)).toEqual(expected);
      }),
    );
  });
});

describe('quantileOf', () => {
  it('lies between the values around a place', () => {
    // Of 15, 20, 35, 40 and 50 the place of 0.4 is 1.6 (type 7).
    expect(quantileOf(valueCounts([50, 35, 15, 40, 20]), 0.4)).toBe(29);
  });

  it('is the quantile of the values that were counted, to the last digit', () => {
    const days = fc.array(fc.integer({ min: -30, max: 60 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        expect(quantileOf(valueCounts(values), p)).toBe(quantile(values, p));
      }),
    );
  });
});
