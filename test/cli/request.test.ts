import { describe, expect, it } from 'vitest';
import { civilDayOf, given } from '../../src/cli/request.js';
import { parseIsoDay } from '../../src/model/civil-day.js';

describe('civilDayOf', () => {
  const instant = Date.UTC(2025, 2, 20, 21, 30); // 20 March 2025, 21:30 UTC

  it.each([
    ['UTC', '2025-03-20'],
    ['Asia/Tehran', '2025-03-21'], // UTC+03:30: one o'clock, the first day of 1404
    ['America/New_York', '2025-03-20'],
    ['Pacific/Kiritimati', '2025-03-21'], // UTC+14
    ['Pacific/Pago_Pago', '2025-03-20'], // UTC−11
  ])('is the date on a calendar in %s', (zone, date) => {
    expect(civilDayOf(instant, zone)).toBe(parseIsoDay(date));
  });

  it('knows days before 1970 and the edge of a day', () => {
    expect(civilDayOf(-1, 'UTC')).toBe(-1);
    expect(civilDayOf(0, 'UTC')).toBe(0);
    expect(civilDayOf(86_399_999, 'UTC')).toBe(0);
    expect(civilDayOf(86_400_000, 'UTC')).toBe(1);
  });
});

describe('given', () => {
  it('leaves out what is undefined, and keeps false, 0 and empty', () => {
    expect(Object.keys(given({ a: undefined, b: false, c: 0, d: '', e: null }))).toEqual(['b', 'c', 'd', 'e']);
  });
});
