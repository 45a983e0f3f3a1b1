import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../../src/stats/survival/kaplan-meier.js';
import { restrictedMean } from '../../../src/stats/survival/restricted-mean.js';
import { MAINTAINED, NONMAINTAINED } from './aml.js';

const maintained = kaplanMeier(MAINTAINED.durations, MAINTAINED.events);
const nonmaintained = kaplanMeier(NONMAINTAINED.durations, NONMAINTAINED.events);

describe('the restricted mean', () => {
  it('of Miller’s arms is 24.6023 and 19.6944 weeks of 30, 30.7386 and 22.7083 of 45', () => {
    expect([maintained, nonmaintained].map((curve) => restrictedMean(curve, 30)?.value.toFixed(4))).toEqual([
      '24.6023',
      '19.6944',
    ]);
    expect([maintained, nonmaintained].map((curve) => restrictedMean(curve, 45)?.value.toFixed(4))).toEqual([
      '30.7386',
      '22.7083',
    ]);
  });

  it('has the variance of the textbook: durations 1, 2+, 3 up to 3 days', () => {
    // S = 2/3 from 1 to 3: area 1 + 4/3. Σ: at 1 (4/3)² · 1 / (3 · 2) = 8/27; at 3 nothing is left.
    const mean = restrictedMean(kaplanMeier([1, 2, 3], [1, 0, 1]), 3);
    expect(mean?.value).toBeCloseTo(7 / 3, 12);
    expect(mean?.variance).toBeCloseTo(8 / 27, 12);
    expect(mean?.interval).toMatchObject({ method: 'greenwood', high: 3 });
    expect(mean?.interval?.low).toBeCloseTo(7 / 3 - 1.959963984540054 * Math.sqrt(8 / 27), 10);
  });

  it('has no value beyond what was seen, unless everything has ended by then', () => {
    expect(restrictedMean(maintained, 162)).toBeNull();
    expect(restrictedMean(kaplanMeier([], []), 10)).toBeNull();
    // Without anything unseen it is the mean: of 2 and 4 days.
    expect(restrictedMean(kaplanMeier([2, 4], [1, 1]), 100)?.value).toBeCloseTo(3, 12);
  });

  it('is the mean of the durations cut at the horizon where all were seen to their end, with its variance', () => {
    const days = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (durations, horizon) => {
        const cut = durations.map((duration) => Math.min(duration, horizon));
        const mean = cut.reduce((total, duration) => total + duration, 0) / cut.length;
        const spread = cut.reduce((total, duration) => total + (duration - mean) ** 2, 0) / cut.length ** 2;
        const found = restrictedMean(
          kaplanMeier(
            durations,
            durations.map(() => 1),
          ),
          horizon,
        );
        expect(found?.value).toBeCloseTo(mean, 10);
        expect(found?.variance).toBeCloseTo(spread, 8);
      }),
    );
  });
});
