import { describe, expect, it } from 'vitest';
import { addWins, ageClass, classAge, type Future, winsOfNew } from '../../../src/analysis/forecast/outlook.js';

const future = (days: number, months: number, more: Partial<Future> = {}): Future => ({
  months,
  month: Int32Array.from({ length: days }, (_, day) => Math.floor((day * months) / days)),
  win: new Float64Array(days).fill(1),
  loss: new Float64Array(days).fill(1),
  created: new Float64Array(days),
  ...more,
});

describe('addWins', () => {
  it('multiplies what is still open, day by day', () => {
    const out = new Float64Array(2);
    const hazards = { win: Float64Array.of(0.5, 0.2, 0.1), loss: Float64Array.of(0, 0.3, 0.4) };
    addWins(hazards, future(4, 2), 0, 1, out, 0, 1);
    // Ages 1, 2, then 2 goes on: 0.2; 0.5 · 0.1 | 0.25 · 0.1; 0.125 · 0.1.
    expect(out[0]).toBeCloseTo(0.25, 12);
    expect(out[1]).toBeCloseTo(0.0375, 12);
  });

  it('is never more than certain, however the rhythm presses', () => {
    const out = new Float64Array(1);
    addWins(
      { win: Float64Array.of(0.6), loss: Float64Array.of(0.3) },
      future(3, 1, { win: Float64Array.of(5, 5, 5) }),
      0,
      0,
      out,
      0,
      1,
    );
    // 3.0 and 0.3 are made 0.909 and 0.091: nothing is open afterwards.
    expect(out[0]).toBeCloseTo(3 / 3.3, 12);
  });
});

describe('winsOfNew', () => {
  it('wins new deals from their first day on, in the month they close', () => {
    const created = new Float64Array(10);
    created[0] = 2;
    // A stride of five days stands on its middle one: day 2, in the first of two months of five days.
    const out = winsOfNew({ win: Float64Array.of(0.1), loss: Float64Array.of(0) }, future(10, 2, { created }));
    const first = 2 * (1 - 0.9 ** 3);
    expect(out[0]).toBeCloseTo(first, 12);
    expect(out[1]).toBeCloseTo(2 * 0.9 ** 3 * (1 - 0.9 ** 5), 12);
    expect([out[2], out[3]]).toEqual([0, 0]);
  });
});

it('classes of ages cover every age once, in order', () => {
  let before = 0;
  for (let age = 0; age < 2000; age++) {
    const index = ageClass(age);
    expect(index === before || index === before + 1).toBe(true);
    expect(ageClass(classAge(index))).toBe(index);
    before = index;
  }
});
