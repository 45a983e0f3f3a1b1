import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerStream, randomIntegers } from '../../src/stats/random.js';
import { nextResampledMeans, resampledMeans } from '../../src/stats/resamples.js';

/** The definition, a number at a time. */
function plainly(values: readonly number[], next: () => number, resamples: number): number[] {
  return Array.from({ length: resamples }, () => {
    let total = 0;
    for (let i = 0; i < values.length; i++) total += values[Math.floor((next() * values.length) / 2 ** 32)] as number;
    return total / values.length;
  });
}

const sample = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 70 });
const seed = fc.constantFrom(1, 20_240_101, 2 ** 40 + 5);

describe('the means of resamples', () => {
  it('are those of the seed to the last digit, also where the draws are kept from a sample before', () => {
    fc.assert(
      fc.property(sample, seed, fc.integer({ min: 1, max: 30 }), (values, start, resamples) => {
        const expected = plainly(values, randomIntegers(start), resamples);
        const typed = Float64Array.from(values);
        expect([...resampledMeans(typed, start, resamples)]).toEqual(expected);
        expect([...resampledMeans(typed, start, resamples)]).toEqual(expected);
      }),
    );
  });

  it('go on with the numbers of one stream in a second sample', () => {
    fc.assert(
      fc.property(sample, sample, seed, (first, second, start) => {
        const next = randomIntegers(start);
        const stream = integerStream(start);
        for (const values of [first, second]) {
          const found = nextResampledMeans(Float64Array.from(values), stream, 9);
          expect([...found]).toEqual(plainly(values, next, 9));
        }
      }),
    );
  });
});
