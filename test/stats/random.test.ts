import { expect, test } from 'vitest';
import { randomIntegers } from '../../src/stats/random.js';

test('the same seed gives the same numbers, another seed others', () => {
  const take = (seed: number) =>
    Array.from(
      { length: 5 },
      (
        (next) => () =>
          next()
      )(randomIntegers(seed)),
    );
  expect(take(42)).toEqual(take(42));
  expect(take(42)).not.toEqual(take(43));
  expect(take(1)).not.toEqual(take(1 + 2 ** 32));
});

test('a thousand draws per sixteenth stay within chance (chi-square with 15 degrees of freedom, p > 0.0001)', () => {
  const next = randomIntegers(20_240_101);
  const counts = new Array<number>(16).fill(0);
  for (let i = 0; i < 16_000; i++) {
    const bin = next() >>> 28;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(44.3);
});
