import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { countDays, countedDays, countOf, lastDay, takeCountedDays } from '../../src/model/day-counts.js';
import { tallyDays } from '../../src/model/tally/program.js';

describe('counts of days', () => {
  it('are known once they were asked for, and another thread goes on with them', () => {
    const days = Int32Array.of(20_000, NO_DAY, 19_000, 20_000, -200_000, 20_000, 19_000, 20_000);
    expect(countedDays(days)).toBeNull();
    const counted = countDays([days]);
    const sent = countedDays(days);
    expect([...(sent ?? [])]).toEqual([20_000, 4, 19_000, 2, -200_000, 1]);
    // The other thread's view of the same cells: it does not look at them.
    const other = new Int32Array(days.length).fill(NO_DAY);
    takeCountedDays(other, sent ?? new Int32Array(0));
    expect(countDays([other])).toEqual(counted);
    expect(lastDay(other)).toBe(20_000);
  });

  it('are not sent where that is as much as the column', () => {
    const days = Int32Array.of(1, 2, 3);
    countDays([days]);
    expect(countedDays(days)).toBeNull();
  });
});

describe.each([
  ['in a program', 0],
  ['in a loop', Number.POSITIVE_INFINITY],
])('countOf, %s', (_, from) => {
  // Days of two centuries have a count of their own; those before and behind are odd ones.
  const day = fc.oneof(
    fc.constantFrom(NO_DAY, NO_DAY + 1, 0x7fff_ffff, -36_526, -36_525, 84_370, 84_371, 0, -1),
    fc.integer({ min: 19_000, max: 19_020 }),
  );

  it('tells how many records have each day, the newest first', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), fc.constantFrom(0, 1, 16_383, 16_384, 40_000), (some, usual) => {
        const days = Int32Array.from([...some, ...Array.from({ length: usual }, (_, row) => 20_000 - (row % 9))]);
        const right = new Map<number, number>();
        for (const one of days) if (one !== NO_DAY) right.set(one, (right.get(one) ?? 0) + 1);
        const found = countOf(days, from);
        expect(found.map(({ day, records }) => `${day}: ${records}`)).toEqual(
          [...right].sort(([a], [b]) => b - a).map(([one, records]) => `${one}: ${records}`),
        );
      }),
    );
  });
});

it('asks the program where there is one', () => {
  const others: number[] = [];
  const found = tallyDays(Int32Array.of(20_000, NO_DAY, 19_000, 20_000, 9), [18_000, 21_000], (day) =>
    others.push(day),
  );
  expect([found?.first, found?.last, found?.records(20_000), found?.records(19_500)]).toEqual([19_000, 20_000, 2, 0]);
  expect(others).toEqual([9]);
});
