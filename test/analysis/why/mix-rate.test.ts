import { describe, expect, it } from 'vitest';
import { mixRatePart } from '../../../src/analysis/why/mix-rate.js';
import { effectsOf } from '../../../src/analysis/why/parts.js';
import type { Tallies } from '../../../src/analysis/why/tally.js';

const sides = (entries: Record<string, readonly [size: number, total: number]>): Tallies =>
  new Map(Object.entries(entries).map(([key, [size, total]]) => [key, { size, total }]));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('mix and rate', () => {
  it('are those of Das Gupta 1993, example 5.1, taken of whole households', () => {
    const sizes1970 = [129, 109, 95, 80, 78, 84, 86, 78, 70, 59, 47, 36, 49];
    const sizes1985 = [101, 112, 116, 109, 94, 77, 63, 60, 63, 59, 51, 40, 55];
    const rates1970 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8];
    const rates1985 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2];
    const side = (sizes: readonly number[], rates: readonly number[]): Tallies =>
      new Map(sizes.map((size, age) => [`age ${age}`, { size, total: size * (rates[age] as number) }]));
    const part = mixRatePart('age', side(sizes1970, rates1970), side(sizes1985, rates1985));
    expect(part?.mix).toBeCloseTo(1.2269, 4);
    expect(part?.rate).toBeCloseTo(1.7403, 4);
    // Thirteen ages: ten are named, three are the rest, and together they still make the change.
    expect(part?.groups).toHaveLength(11);
    expect(part?.groups.at(-1)).toMatchObject({ key: null, groups: 3 });
    expect(sum(part === null ? [] : effectsOf(part))).toBeCloseTo(47.694 - 44.7268, 4);
  });

  it('say that a falling win rate is all mix where both segments won more often', () => {
    const part = mixRatePart('segment', sides({ SMB: [80, 24], ENT: [20, 2] }), sides({ SMB: [40, 13], ENT: [60, 7] }));
    expect(part?.mix).toBeCloseTo(-0.0816667, 7);
    expect(part?.rate).toBeCloseTo(0.0216667, 7);
    // ENT: −0.0486667 by growing, and (0.1166667 − 0.1) × (0.2 + 0.6) / 2 = 0.0066667 by its rate.
    expect(part?.groups[0]).toMatchObject({ key: 'ENT', before: { size: 20, value: 0.1 }, after: { size: 60 } });
    expect(part?.groups[0]?.mix).toBeCloseTo(-0.0486667, 7);
    expect(part?.groups[0]?.rate).toBeCloseTo(0.0066667, 7);
    // SMB: −0.033 by shrinking, (0.325 − 0.3) × (0.8 + 0.4) / 2 = 0.015.
    expect(part?.groups[1]?.mix).toBeCloseTo(-0.033, 12);
    expect(part?.groups[1]?.rate).toBeCloseTo(0.015, 12);
  });

  it('have a group without records on one side come or go by mix alone', () => {
    const part = mixRatePart('owner', sides({ Ann: [10, 5] }), sides({ Ann: [10, 5], New: [10, 9] }));
    expect(part?.rate).toBe(0);
    expect(part?.groups.find(({ key }) => key === 'New')?.before).toEqual({ size: 0, value: null });
  });

  it('pool the rest: its rate is of all its records', () => {
    // Ten groups that move by 30 records each; two that do not move: 10 of 20 and 0 of 20 → the same.
    const group = (moved: number) =>
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`G${i}`, [100, 20 + moved] as const]));
    const still = { P: [20, 10], Q: [20, 0] } as const;
    const part = mixRatePart('owner', sides({ ...group(0), ...still }), sides({ ...group(30), ...still }));
    expect(part?.groups.at(-1)).toMatchObject({ key: null, groups: 2, before: { size: 40, value: 0.25 } });
    expect(part?.rate).toBeCloseTo(0.3 * (1000 / 1040), 12);
  });

  it('are of no column with one group, with a name for nearly every record, or with nothing on one side', () => {
    expect(mixRatePart('one', sides({ Ann: [10, 5] }), sides({ Ann: [10, 6] }))).toBeNull();
    const names = (from: number) =>
      sides(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`deal ${i + from}`, [1, 1] as const])));
    expect(mixRatePart('name', names(0), names(20))).toBeNull();
    expect(mixRatePart('owner', sides({}), sides({ Ann: [10, 5], Bob: [10, 5] }))).toBeNull();
  });
});
