import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { countDays, countedDays, lastDay, takeCountedDays } from '../../src/model/day-counts.js';

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
