import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  concentration,
  effectiveNumber,
  fewestFor,
  gini,
  hhi,
  lorenz,
  topShare,
} from '../../src/stats/concentration.js';

const SIX = [20, 19, 18, 17, 16, 10];
/** Customers of the sixteen deals: Alpha, Gamma, Mu, Eta. */
const FOUR = [32_000, 29_000, 5_000, 4_000];
const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 });

describe('concentration', () => {
  it('of shares 20, 19, 18, 17, 16, 10 is HHI 1,730, 5.78 effective holders, Gini 0.10', () => {
    expect(hhi(SIX)).toBeCloseTo(1730, 9);
    expect(effectiveNumber(SIX)).toBeCloseTo(5.78, 2);
    expect(gini(SIX)).toBeCloseTo(0.1, 9);
  });

  it('of 20 and sixteen times 5 is HHI 800, Gini 0.1412', () => {
    const values = [20, ...new Array<number>(16).fill(5)];
    expect(hhi(values)).toBeCloseTo(800, 9);
    expect(gini(values)).toBeCloseTo(0.1412, 4);
  });

  it('of four customers is HHI 3,889.796, effective 2.5708, top one 0.457143', () => {
    expect(hhi(FOUR)).toBeCloseTo(3889.796, 3);
    expect(effectiveNumber(FOUR)).toBeCloseTo(2.5708, 4);
    expect(topShare(FOUR, 1)).toBeCloseTo(0.457143, 6);
  });

  test.each([
    ['all equal', [7, 7, 7], 0],
    ['one has everything', [0, 0, 0, 1], 0.75],
    ['one holder', [5], 0],
  ])('Gini where %s', (_, values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 12);
  });

  it('counts the fewest that make 80 %: 32 + 29 of 70 are 87 %, 32 alone 46 %', () => {
    expect(fewestFor(FOUR)).toBe(2);
    // 0.1 + 0.7 is a little under 0.8 in binary, and still 80 %.
    expect(fewestFor([0.7, 0.1, 0.2])).toBe(2);
    expect(fewestFor([0.1, 0.7, 0.1, 0.1])).toBe(2);
    expect(fewestFor([1, 1, 1, 1], 1)).toBe(4);
  });

  it('says nothing where nothing is held, and refuses a negative value', () => {
    for (const nothing of [[], [0, 0]]) {
      expect(concentration(nothing)).toBeNull();
      expect(hhi(nothing)).toBeNull();
      expect(lorenz(nothing)).toEqual([]);
    }
    expect(() => concentration([5, -1])).toThrow(RangeError);
    expect(() => concentration([5, Number.NaN])).toThrow(RangeError);
  });

  it('stays within its bounds, whatever the order and the unit', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 20 }), (values, top) => {
        const found = concentration(values, top);
        if (found === null) {
          expect(values.every((value) => value === 0)).toBe(true);
          return;
        }
        const n = values.length;
        expect(found.hhi).toBeGreaterThanOrEqual(10_000 / n - 1e-6);
        expect(found.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
        expect(found.effective).toBeLessThanOrEqual(n + 1e-9);
        expect(found.gini).toBeLessThanOrEqual((n - 1) / n + 1e-9);
        expect(found.topShare).toBeGreaterThanOrEqual(Math.min(1, top / n) - 1e-9);
        expect(found.fewest).toBeLessThanOrEqual(Math.ceil(0.8 * n + 1e-9));
        expect(concentration([...values].reverse(), top)).toEqual(found);
        expect(
          concentration(
            values.map((value) => value * 4),
            top,
          )?.gini,
        ).toBeCloseTo(found.gini, 12);
      }),
    );
  });
});

describe('lorenz', () => {
  it('of (1, 3) goes by half of the holders at a quarter', () => {
    expect(lorenz([3, 1])).toEqual([
      { holders: 0, held: 0 },
      { holders: 0.5, held: 0.25 },
      { holders: 1, held: 1 },
    ]);
  });

  it('encloses Gini’s coefficient with the diagonal', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const points = lorenz(values);
        let below = 0;
        points.forEach(({ holders, held }, index) => {
          const before = points[index - 1];
          if (before !== undefined) below += ((holders - before.holders) * (held + before.held)) / 2;
        });
        if (points.length > 0) expect(1 - 2 * below).toBeCloseTo(gini(values) ?? Number.NaN, 9);
      }),
    );
  });
});
