import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CADENCES, cadencesIn } from '../../src/model/cadence.js';
import { civilDay, parseIsoDay } from '../../src/model/civil-day.js';
import { monthPeriod, quarterPeriod, rangePeriod, yearPeriod } from '../../src/model/period.js';

const range = (from: string, to: string, calendar: 'gregorian' | 'jalali' = 'gregorian') =>
  rangePeriod(parseIsoDay(from) as number, (parseIsoDay(to) as number) + 1, calendar);

describe('how many weeks, months, quarters and years a period is', () => {
  it('counts whole ones, whichever months they are', () => {
    expect(cadencesIn(quarterPeriod(2025, 1), 'quarter')).toBe(1);
    expect(cadencesIn(range('2025-02-01', '2025-04-30'), 'quarter')).toBe(1);
    expect(cadencesIn(monthPeriod(2025, 2), 'quarter')).toBeCloseTo(1 / 3, 15);
    expect(cadencesIn(yearPeriod(2025), 'month')).toBe(12);
    expect(cadencesIn(yearPeriod(2025, 'gregorian', 4), 'quarter')).toBe(4);
    expect(cadencesIn(quarterPeriod(2024, 1), 'year')).toBe(0.25);
  });

  it('counts the days of a part of a month', () => {
    // 10 of 30 days of June.
    expect(cadencesIn(range('2025-06-01', '2025-06-10'), 'month')).toBeCloseTo(10 / 30, 15);
    // The last 14 of 28 days of February and the first 31 of 31 of March.
    expect(cadencesIn(range('2025-02-15', '2025-03-31'), 'month')).toBeCloseTo(1.5, 15);
    expect(cadencesIn(range('2025-01-01', '2025-01-14'), 'week')).toBe(2);
  });

  it('counts months of the Jalali calendar in a Jalali period', () => {
    // Farvardin 1403: 20 March to 19 April 2024, 31 days; Esfand 1403 (a leap year): 19 February to 20 March 2025, 30 days.
    expect(cadencesIn(range('2024-03-20', '2024-04-19', 'jalali'), 'month')).toBe(1);
    expect(cadencesIn(range('2025-02-19', '2025-03-05', 'jalali'), 'month')).toBeCloseTo(15 / 30, 15);
    expect(cadencesIn(quarterPeriod(1403, 4, 'jalali'), 'quarter')).toBe(1);
  });

  it('adds up: a period is as many as its two parts', () => {
    const first = civilDay(2000, 1, 1);
    const day = fc.integer({ min: 0, max: 12_000 });
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(...CADENCES), fc.boolean(), (a, b, c, of, jalali) => {
        const [start = 0, cut = 0, end = 0] = [a, b, c].sort((one, other) => one - other).map((at) => first + at);
        const calendar = jalali ? ('jalali' as const) : ('gregorian' as const);
        const of3 = cadencesIn({ start, end: cut, calendar }, of) + cadencesIn({ start: cut, end, calendar }, of);
        expect(cadencesIn({ start, end, calendar }, of)).toBeCloseTo(of3, 8);
      }),
    );
  });
});
