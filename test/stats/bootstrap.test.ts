import { describe, expect, it, test } from 'vitest';
import { bootstrapDifference, bootstrapMean } from '../../src/stats/bootstrap.js';

describe('bootstrapMean', () => {
  // scipy.stats.bootstrap 1.17.1, method BCa, 99,999 resamples; its own ends move by about the tolerance from seed to seed.
  test.each([
    [[4000, 5000, 6000, 9000, 12000, 14000, 20000], 6714, 14714, 150],
    [[45, 44, 30, 90, 30, 0, 60], 25.43, 62.14, 2],
    [[1, 1, 2, 3, 3, 4, 5, 8, 13, 40], 3.6, 20.6, 0.7],
  ])('of %j is near scipy', (sample, low, high, tolerance) => {
    const interval = bootstrapMean(sample, 1);
    expect(Math.abs(interval.low - low)).toBeLessThan(tolerance);
    expect(Math.abs(interval.high - high)).toBeLessThan(tolerance);
    expect(interval.method).toBe('bca-bootstrap');
  });

  it('depends on the values and the seed, not on their order', () => {
    const sample = [12.5, 3.25, 8, 1, 40.75, 5];
    expect(bootstrapMean(sample, 7)).toEqual(bootstrapMean([...sample].reverse(), 7));
    expect(bootstrapMean(sample, 7)).not.toEqual(bootstrapMean(sample, 8));
  });

  it('of a constant sample is the point', () => {
    expect(bootstrapMean([5, 5, 5, 5, 5, 5], 1)).toMatchObject({ low: 5, high: 5 });
  });

  it('covers the mean it was made for about 19 times in 20', () => {
    // Samples of 20 from an exponential distribution of mean 1, by inverting a low-discrepancy sequence.
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const sample = Array.from({ length: 20 }, (_, i) => {
        const u = ((trial * 20 + i + 1) * 0.7548776662466927 + Math.sin(trial * 12.9898 + i * 78.233) * 43758.5453) % 1;
        return -Math.log(1 - Math.abs(u));
      });
      const { low, high } = bootstrapMean(sample, trial, 0.95, 999);
      if (low <= 1 && high >= 1) covered++;
    }
    expect(covered / 200).toBeGreaterThan(0.86);
    expect(covered / 200).toBeLessThan(0.99);
  });
});

describe('bootstrapDifference', () => {
  const won = [45, 44, 30, 90, 30, 0, 60];
  const lost = [60, 90, 90, 100];

  it('of won and lost cycles is near scipy 1.17.1 (BCa, 200,000 resamples): −64.0 to −15.3', () => {
    const { low, high, method } = bootstrapDifference(won, lost, 1);
    expect(Math.abs(low - -64)).toBeLessThan(1.5);
    expect(Math.abs(high - -15.3)).toBeLessThan(1.5);
    expect(method).toBe('bca-bootstrap');
  });

  it('turns round with the samples, and does not depend on the order of the values', () => {
    const there = bootstrapDifference(won, lost, 3);
    const back = bootstrapDifference(lost, won, 3);
    expect(Math.abs(there.low + back.high)).toBeLessThan(2);
    expect(bootstrapDifference([...won].reverse(), [...lost].reverse(), 3)).toEqual(there);
  });

  it('of two constant samples is the point', () => {
    expect(bootstrapDifference([5, 5, 5], [2, 2], 1)).toMatchObject({ low: 3, high: 3 });
  });
});
