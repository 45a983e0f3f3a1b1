import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/stats/survival/kaplan-meier.js';
import { reachOf } from '../../../src/stats/survival/reach.js';

describe('how far a curve is read', () => {
  it('is to its end where nothing was lost from sight: each of 25 counts for 4 points everywhere', () => {
    const days = Array.from({ length: 25 }, (_, i) => i + 1);
    const ones = days.map(() => 1);
    expect(reachOf(kaplanMeier(days, ones))).toBe(25);
    // Each of 25 counts for more than 3 points from the first day on.
    expect(reachOf(kaplanMeier(days, ones), 0.03)).toBeNull();
  });

  it('ends before the day on which one of the few left would decide', () => {
    // Ten of 30 end on day 1 (each 1/30), 18 are last seen on day 5; on day 9 one of two takes 1/3 with it.
    const durations = [...Array(10).fill(1), ...Array(18).fill(5), 9, 9];
    const events = [...Array(10).fill(1), ...Array(18).fill(0), 1, 0];
    expect(reachOf(kaplanMeier(durations, events))).toBe(5);
  });

  it('is nowhere without a record', () => {
    expect(reachOf(kaplanMeier([], []))).toBeNull();
  });

  it('never leaves a day behind on which one record moved the curve by more', () => {
    const record = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 80 }), (rows) => {
        const curve = kaplanMeier(
          rows.map(([days]) => days),
          rows.map(([, event]) => event),
        );
        const reach = reachOf(curve) ?? -1;
        let before = 1;
        curve.times.forEach((day, at) => {
          if (day <= reach && (curve.events[at] ?? 0) > 0) {
            expect((before - (curve.survival[at] ?? 0)) / (curve.events[at] ?? 1)).toBeLessThanOrEqual(0.05 + 1e-12);
          }
          before = curve.survival[at] ?? 0;
        });
      }),
    );
  });
});
