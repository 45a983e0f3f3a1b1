import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundAges, roundDays } from '../../../src/analysis/survival/round-days.js';

it('are few, round, and end with the last day', () => {
  expect(roundDays(0, 36)).toEqual([0]);
  expect(roundDays(5, 36)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(roundDays(100, 12)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(roundDays(423, 12)).toEqual([0, 60, 120, 180, 240, 300, 360, 420, 423]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000 }), fc.integer({ min: 2, max: 40 }), (last, most) => {
      const days = roundDays(last, most);
      expect(days.length).toBeLessThanOrEqual(most + 1);
      expect([days[0], days.at(-1)]).toEqual([0, last]);
    }),
  );
});

it('of open deals are ages before the end, without those so young that they say what the first one says', () => {
  expect(roundAges(0)).toEqual([0]);
  expect(roundAges(20)).toEqual([0, 1, 3, 7, 14]);
  expect(roundAges(423)).toEqual([0, 14, 30, 60, 90, 120, 180, 270, 365]);
});
