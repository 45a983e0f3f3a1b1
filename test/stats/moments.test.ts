import { expect, test } from 'vitest';
import { moments } from '../../src/stats/moments.js';

test('moments of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32/7', () => {
  const { n, mean, sd } = moments([2, 4, 4, 4, 5, 5, 7, 9]);
  expect([n, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 14);
});

test('the spread of large close values survives: 1e9 + (4, 7, 13, 16) has variance 30 (NIST, Chan and others 1983)', () => {
  expect(moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sd).toBeCloseTo(Math.sqrt(30), 9);
});

test('one value has a mean and no spread; none has neither', () => {
  expect(moments([3])).toEqual({ n: 1, mean: 3, sd: null });
  expect(() => moments([])).toThrow(RangeError);
});
