import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from '../../../src/stats/survival/kaplan-meier.js';
import { lifeTable, riskAt, stepAt, tableAfter } from '../../../src/stats/survival/life-table.js';
import { naiveAt } from './naive.js';

describe('the table of durations', () => {
  it('counts by day: who was there, what ended by which cause, who was last seen', () => {
    const table = lifeTable([2, 2, 2, 5, 5, 7], [1, 2, 0, 1, 1, 0]);
    expect([...table.times]).toEqual([2, 5, 7]);
    expect([...table.atRisk]).toEqual([6, 3, 1]);
    expect(table.events.map((counts) => [...counts])).toEqual([
      [1, 2, 0],
      [1, 0, 0],
    ]);
    expect([...table.censored]).toEqual([1, 0, 1]);
    expect(table.n).toBe(6);
  });

  it('holds nobody at risk up to the age from which he was under observation', () => {
    // The second was first seen after day 2, the third after day 5, the fourth only on the day that it ended.
    const table = lifeTable([2, 6, 7, 7], [1, 1, 1, 1], [-1, 2, 5, 7]);
    expect([...table.times]).toEqual([2, 6, 7]);
    expect([...table.atRisk]).toEqual([1, 2, 1]);
    expect(table.n).toBe(3);
  });

  it('with entries gives the textbook’s curve over who was under observation', () => {
    const record = fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(0, 1, 2),
      fc.integer({ min: -1, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 21 }), (rows, t) => {
        const [durations, causes, entry] = [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])];
        const curve = kaplanMeier(durations, causes, entry);
        expect(survivalAt(curve, t)).toBeCloseTo(naiveAt(t, durations, causes, entry).survival, 12);
      }),
    );
  });

  it('counts the same where a place for every day would be too many, and durations that are no whole days', () => {
    const far = lifeTable([2, 9_000_000, 3_000_000], [1, 0, 2]);
    expect([[...far.times], [...far.atRisk]]).toEqual([
      [2, 3_000_000, 9_000_000],
      [3, 2, 1],
    ]);
    expect([...lifeTable([2.5, 1.25], [1, 1]).times]).toEqual([1.25, 2.5]);
  });

  it('tells who was there on any day, also between the days on which anything happened', () => {
    const record = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -1, max: 20 }));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 22 }), (rows, t) => {
        const table = lifeTable(
          rows.map(([days]) => days),
          rows.map(() => 1),
          rows.map(([, entry]) => entry),
        );
        expect(riskAt(table, t)).toBe(rows.filter(([days, entry]) => entry < t && t <= days).length);
      }),
    );
  });

  it('after an age is that of those who lasted longer', () => {
    const table = lifeTable([2, 5, 5, 7, 9], [1, 1, 0, 2, 0]);
    const after = tableAfter(table, 5);
    expect([after.n, [...after.times], [...after.atRisk]]).toEqual([2, [7, 9], [2, 1]]);
    expect(tableAfter(table, 9).n).toBe(0);
    expect(tableAfter(table, 1).n).toBe(5);
  });

  it('refuses what is no duration, and is empty for none', () => {
    expect(() => lifeTable([-1], [1])).toThrow(RangeError);
    expect(() => lifeTable([Number.NaN], [1])).toThrow(RangeError);
    expect(() => lifeTable([Number.POSITIVE_INFINITY], [1])).toThrow(RangeError);
    expect(lifeTable([], [])).toMatchObject({ n: 0, times: new Float64Array(0) });
  });

  it('is read as a step function', () => {
    const [times, values] = [Float64Array.of(2, 5), Float64Array.of(0.5, 0.25)];
    expect([1, 2, 4, 5, 99].map((t) => stepAt(times, values, t, 1))).toEqual([1, 0.5, 0.5, 0.25, 0.25]);
  });
});
