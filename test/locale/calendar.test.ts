import { describe, expect, it } from 'vitest';
import { calendarOfYear, datePartsOf, monthNamed, monthNames, plainDate } from '../../src/locale/calendar.js';

describe('a month by its name', () => {
  it('is found in both languages and calendars', () => {
    expect(monthNamed('Farvardin')).toEqual({ calendar: 'jalali', month: 1 });
    expect(monthNamed('فروردین')).toEqual({ calendar: 'jalali', month: 1 });
    expect(monthNamed(' مهر ')).toEqual({ calendar: 'jalali', month: 7 });
    expect(monthNamed('april')).toEqual({ calendar: 'gregorian', month: 4 });
    expect(monthNamed('Apr.')).toEqual({ calendar: 'gregorian', month: 4 });
    expect(monthNamed('ژوئیه')).toEqual({ calendar: 'gregorian', month: 7 });
    expect(monthNamed('جولای')).toEqual({ calendar: 'gregorian', month: 7 });
    expect(monthNamed('Smarch')).toBeNull();
    expect(monthNames()).toHaveLength(48);
  });
});

describe('a day as it is typed', () => {
  it('takes Persian and Arabic digits, slashes, points and single digits', () => {
    expect(plainDate('۱۴۰۳/۱۲/۲۹')).toBe('1403-12-29');
    expect(plainDate('١٤٠٣/١/٢')).toBe('1403-01-02');
    expect(plainDate(' 1403.1.9 ')).toBe('1403-01-09');
    expect(plainDate('۱۴۰۳/۱۲')).toBe('1403-12');
    expect(plainDate('1403/1/1..1403/2/3')).toBe('1403-01-01..1403-02-03');
    expect(plainDate('2025–09–30')).toBe('2025-09-30');
    expect(plainDate('1403-Q4')).toBe('1403-q4');
  });
});

describe('a day in a calendar', () => {
  it('is told by its numbers, where the calendar reaches it', () => {
    expect(datePartsOf('2024-03-20', 'jalali')).toEqual({ year: 1403, month: 1, day: 1 });
    expect(datePartsOf('0500-01-01', 'jalali')).toBeNull();
    expect(datePartsOf('9999-01-01', 'jalali')).toBeNull();
    expect(datePartsOf('yesterday', 'gregorian')).toBeNull();
    expect([1299, 1300, 1499, 1500].map(calendarOfYear)).toEqual(['gregorian', 'jalali', 'jalali', 'gregorian']);
  });
});
