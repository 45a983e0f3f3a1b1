import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoOfDay, monthTicks } from '../../../../src/format/html/charts/calendar-axis.js';

const number = (iso: string): number => {
  const found = dayNumber(iso);
  if (found === null) throw new Error(iso);
  return found;
};
const GREGORIAN = { lang: 'en', calendar: 'gregorian' } as const;
const JALALI = { lang: 'fa', calendar: 'jalali' } as const;

describe('days along an axis', () => {
  it('are counted as the calendar has them', () => {
    expect(number('2024-03-01') - number('2024-02-28')).toBe(2);
    expect(number('2023-03-01') - number('2023-02-28')).toBe(1);
    expect(number('1900-03-01') - number('1900-02-28')).toBe(1);
    expect(number('2001-01-01') - number('2000-01-01')).toBe(366);
    expect(dayNumber('yesterday')).toBe(null);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(isoOfDay(number(iso))).toBe(iso);
          const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
          expect(number(next)).toBe(number(iso) + 1);
        },
      ),
    );
  });

  it('are told by the first days of months, in the calendar of the reader', () => {
    const ticks = monthTicks(number('2024-11-15'), number('2025-02-20'), 1000, GREGORIAN);
    expect(ticks.map(({ at, text }) => [isoOfDay(at), text])).toEqual([
      ['2024-12-01', 'Dec 2024'],
      ['2025-01-01', 'Jan 2025'],
      ['2025-02-01', 'Feb'],
    ]);
    // 1 Farvardin 1404 was 21 March 2025, 1 Ordibehesht a month of 31 days later.
    const persian = monthTicks(number('2025-03-01'), number('2025-04-30'), 1000, JALALI);
    expect(persian.map(({ at, text }) => [isoOfDay(at), text])).toEqual([
      ['2025-03-21', 'فروردین ۱۴۰۴'],
      ['2025-04-21', 'اردیبهشت'],
    ]);
  });

  it('are few enough for the room, over a month or over centuries', () => {
    const many = monthTicks(number('1980-01-01'), number('2025-01-01'), 300, GREGORIAN);
    expect(many.length).toBeGreaterThan(1);
    expect(many.length).toBeLessThan(8);
    expect(monthTicks(number('2025-01-02'), number('2025-01-09'), 300, GREGORIAN)).toEqual([]);
  });
});
