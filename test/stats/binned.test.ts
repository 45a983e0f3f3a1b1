import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned } from '../../src/stats/binned.js';

describe('order statistics by bins', () => {
  // Few distinct values, values far apart, and sums beyond all numbers.
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(5e-324, 1e308, -1e308, 1e-12, Number.POSITIVE_INFINITY),
  );

  it('are those of the sorted numbers', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), fc.array(value), (some, others) => {
        const values = some.map((one) => one + 0);
        const sorted = Float64Array.from(values).sort();
        const known = binned(Float64Array.from(values));
        for (let k = 0; k < sorted.length; k++) expect(known.smallest(k)).toBe(sorted[k]);
        for (const limit of [...values, ...others, Number.NEGATIVE_INFINITY]) {
          expect(known.countBelow(limit)).toBe(sorted.filter((one) => one < limit).length);
          expect(known.countBelow(limit, true)).toBe(sorted.filter((one) => one <= limit).length);
        }
      }),
    );
  });

  it('leave the numbers as they are, and say that nothing is below no number', () => {
    const values = Float64Array.of(3, 1, 2);
    expect(binned(values).smallest(0)).toBe(1);
    expect([...values]).toEqual([3, 1, 2]);
    expect(binned(values).countBelow(Number.NaN, true)).toBe(0);
  });
});
