import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dasGupta, kitagawa } from '../../src/stats/decomposition.js';

const sizes1970 = [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9];
const sizes1985 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5];
const rates1970 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8];
const rates1985 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2];
const at = (list: readonly number[], index: number): number => list[index] as number;

describe('kitagawa', () => {
  it('takes the household rates of Das Gupta 1993, example 5.1, apart', () => {
    const change = kitagawa(
      sizes1970.map((size, i) => ({
        before: { size, rate: at(rates1970, i) },
        after: { size: at(sizes1985, i), rate: at(rates1985, i) },
      })),
    );
    expect(change?.before).toBeCloseTo(44.7268, 4);
    expect(change?.after).toBeCloseTo(47.694, 4);
    expect(change?.mix).toBeCloseTo(1.2269, 4);
    expect(change?.rate).toBeCloseTo(1.7403, 4);
    expect((change?.mix ?? 0) / 2.9672).toBeCloseTo(0.4135, 4);
  });

  it('says that a falling win rate is all mix where both segments won more often', () => {
    const change = kitagawa([
      { before: { size: 80, rate: 24 / 80 }, after: { size: 40, rate: 13 / 40 } },
      { before: { size: 20, rate: 2 / 20 }, after: { size: 60, rate: 7 / 60 } },
    ]);
    expect(change?.before).toBeCloseTo(0.26, 12);
    expect(change?.after).toBeCloseTo(0.2, 12);
    expect(change?.mix).toBeCloseTo(-0.0816667, 7);
    expect(change?.rate).toBeCloseTo(0.0216667, 7);
    expect(change?.groups[0]?.mix).toBeCloseTo(-0.033, 12);
    expect(change?.groups[1]?.mix).toBeCloseTo(-0.0486667, 7);
  });

  it('counts a group that comes or goes as mix alone', () => {
    const change = kitagawa([
      { before: { size: 10, rate: 0.5 }, after: { size: 10, rate: 0.5 } },
      { before: { size: 0, rate: null }, after: { size: 10, rate: 0.9 } },
    ]);
    expect(change?.rate).toBe(0);
    expect(change?.mix).toBeCloseTo(0.2, 12);
  });

  it('is null where a side has nothing', () => {
    expect(kitagawa([{ before: { size: 0, rate: null }, after: { size: 1, rate: 1 } }])).toBeNull();
    expect(kitagawa([])).toBeNull();
  });

  it('adds up to the change, and by group to its parts', () => {
    const side = fc
      .integer({ min: 0, max: 500 })
      .chain((size) => fc.integer({ min: 0, max: size }).map((x) => ({ size, rate: size === 0 ? null : x / size })));
    fc.assert(
      fc.property(fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 12 }), (groups) => {
        const change = kitagawa(groups);
        if (change === null) return;
        expect(change.mix + change.rate).toBeCloseTo(change.after - change.before, 10);
        const mixes = change.groups.reduce((total, { mix }) => total + mix, 0);
        expect(mixes).toBeCloseTo(change.mix, 10);
      }),
    );
  });
});

describe('dasGupta', () => {
  const effects = (
    before: readonly number[],
    after: readonly number[],
    expected: readonly number[],
    digits: number,
  ) => {
    const found = dasGupta(before, after);
    expect(found).toHaveLength(expected.length);
    expected.forEach((effect, index) => {
      expect(found[index]).toBeCloseTo(effect, digits);
    });
  };

  it('of two factors: (0.6, 0.5) → (0.3, 0.45) is −0.1425 and −0.0225', () => {
    effects([0.6, 0.5], [0.3, 0.45], [-0.1425, -0.0225], 12);
  });

  it('of four factors gives the effects of Das Gupta 1993, example 2.3', () => {
    effects([25.3, 0.214, 0.279, 0.949], [32.7, 0.29, 0.473, 0.986], [0.6889411, 0.8125381, 1.3829055, 0.1047547], 7);
  });

  it('takes the velocity 2,777.78 → 3,267.00 apart; the cycle divides, so its reciprocal is the factor', () => {
    effects([40, 0.25, 25_000, 1 / 90], [44, 0.22, 27_000, 1 / 80], [288.1481, -387.6389, 232.7315, 355.9815], 4);
  });

  it('adds up to the change of the product, whatever the factors', () => {
    const factors = fc.array(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(factors, (pairs) => {
        const [before, after] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const product = (list: readonly number[]): number => list.reduce((total, factor) => total * factor, 1);
        const sum = dasGupta(before, after).reduce((total, effect) => total + effect, 0);
        expect(sum).toBeCloseTo(product(after) - product(before), 6);
      }),
    );
  });

  it('refuses lists of different length', () => {
    expect(() => dasGupta([1], [1, 2])).toThrow(RangeError);
  });
});
