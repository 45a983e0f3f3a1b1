import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fisherExact, pooledZ } from '../../src/stats/two-rates.js';

describe('fisherExact', () => {
  it('does not call 7 of 34 against 1 of 34 significant: p = 0.0544 (Fagerland and others 2015)', () => {
    expect(fisherExact(7, 34, 1, 34)).toBeCloseTo(0.0544, 4);
  });

  // scipy.stats.fisher_exact, 1.17.1.
  test.each([
    [15, 20, 10, 20, 0.19079257232761124],
    [3, 8, 5, 6, 0.13752913752913754],
    [300, 1000, 350, 1000, 0.019284321614513614],
    [0, 5, 5, 5, 0.007936507936507938],
  ])('%i of %i against %i of %i: p = %f', (x1, n1, x2, n2, p) => {
    expect(fisherExact(x1, n1, x2, n2)).toBeCloseTo(p, 10);
  });

  it('is 1 where the rates are equal, and null where a side has no records', () => {
    expect(fisherExact(5, 10, 5, 10)).toBeCloseTo(1, 12);
    expect(fisherExact(0, 0, 5, 10)).toBeNull();
  });

  it('is a probability and does not depend on which side comes first', () => {
    const side = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(side, side, ([x1, n1], [x2, n2]) => {
        const p = fisherExact(x1, n1, x2, n2) ?? Number.NaN;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(x2, n2, x1, n1)).toBeCloseTo(p, 8);
      }),
    );
  });
});

describe('pooledZ', () => {
  it('gives z = 1.633, p = 0.1025 for 15 of 20 against 10 of 20 (pooled 25/40, by hand)', () => {
    expect(pooledZ(15, 20, 10, 20)?.z).toBeCloseTo(1.633, 3);
    expect(pooledZ(15, 20, 10, 20)?.pValue).toBeCloseTo(0.1025, 4);
  });

  it('calls 7 of 34 against 1 of 34 significant where the exact test does not', () => {
    expect(pooledZ(7, 34, 1, 34)?.z).toBeCloseTo(2.258, 3);
    expect(pooledZ(7, 34, 1, 34)?.pValue).toBeCloseTo(0.0239, 4);
  });

  it('is undefined where nothing varies', () => {
    expect(pooledZ(0, 10, 0, 10)).toBeNull();
    expect(pooledZ(0, 0, 0, 10)).toBeNull();
  });
});
