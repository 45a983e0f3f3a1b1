import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/stats/survival/kaplan-meier.js';
import { curveQuantile } from '../../../src/stats/survival/quantile.js';
import { MAINTAINED, NONMAINTAINED } from './aml.js';

describe('quantiles of a curve', () => {
  it('are R’s medians of Miller’s arms: 31 (18 to NA) and 23 (8 to NA)', () => {
    expect(curveQuantile(kaplanMeier(MAINTAINED.durations, MAINTAINED.events), 0.5, 'log')).toEqual({
      value: 31,
      interval: { low: 18, high: null, level: 0.95, method: 'brookmeyer-crowley' },
    });
    expect(curveQuantile(kaplanMeier(NONMAINTAINED.durations, NONMAINTAINED.events), 0.5, 'log')).toEqual({
      value: 23,
      interval: { low: 8, high: null, level: 0.95, method: 'brookmeyer-crowley' },
    });
  });

  it('have no value where the curve does not come so far, and an open end where its interval does not', () => {
    const curve = kaplanMeier([2, 5, 9, 9, 9, 9], [1, 1, 0, 0, 0, 0]);
    expect(curveQuantile(curve).value).toBeNull();
    expect(curveQuantile(curve).interval).toMatchObject({ high: null });
    expect(curveQuantile(curve, 0.25).value).toBe(5);
  });

  it('are met exactly although shares are rounded: of 1…10 the median is 5', () => {
    const days = Array.from({ length: 10 }, (_, i) => i + 1);
    expect(
      curveQuantile(
        kaplanMeier(
          days,
          days.map(() => 1),
        ),
      ).value,
    ).toBe(5);
  });

  it('have no interval where nothing has ended, nor where everything ended on one day', () => {
    expect(curveQuantile(kaplanMeier([3, 4], [0, 0]))).toEqual({ value: null, interval: null });
    expect(curveQuantile(kaplanMeier([30, 30, 30], [1, 1, 1]))).toEqual({ value: 30, interval: null });
    expect(curveQuantile(kaplanMeier([], []))).toEqual({ value: null, interval: null });
  });

  it('lie within their interval, and the higher share never comes earlier', () => {
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 1)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(records, (rows) => {
        const curve = kaplanMeier(
          rows.map(([days]) => days),
          rows.map(([, event]) => event),
        );
        const [median, later] = [curveQuantile(curve), curveQuantile(curve, 0.75)];
        if (later.value !== null) expect(later.value).toBeGreaterThanOrEqual(median.value ?? Number.POSITIVE_INFINITY);
        if (median.value === null || median.interval === null) return;
        expect(median.interval.low ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(median.value);
        expect(median.interval.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(median.value);
      }),
    );
  });
});
