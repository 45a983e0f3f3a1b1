import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { type Grain, periodContaining } from '../../src/model/period.js';
import { type PeriodOptions, parsePeriod } from '../../src/model/period-parse.js';
import { day } from '../support/deals.js';

/** A Wednesday. */
const ANCHOR = day('2025-10-01');

function read(text: string, options: Partial<PeriodOptions> = {}): string | null {
  const period = parsePeriod(text, { anchor: ANCHOR, ...options });
  return period === null ? null : `${period.label} ${period.grain} ${isoDay(period.start)} ${isoDay(period.end - 1)}`;
}

describe('periods that name their year', () => {
  test.each([
    ['2025', '2025 year 2025-01-01 2025-12-31'],
    ['2025-Q3', '2025-Q3 quarter 2025-07-01 2025-09-30'],
    ['2025-q4', '2025-Q4 quarter 2025-10-01 2025-12-31'],
    ['2024-02', '2024-02 month 2024-02-01 2024-02-29'],
    ['2025-12', '2025-12 month 2025-12-01 2025-12-31'],
    ['2025-W36', '2025-W36 week 2025-09-01 2025-09-07'],
    ['2020-w53', '2020-W53 week 2020-12-28 2021-01-03'],
    ['2025-W01', '2025-W01 week 2024-12-30 2025-01-05'],
    ['2025-09-14', '2025-09-14 day 2025-09-14 2025-09-14'],
    [' 2025-Q3 ', '2025-Q3 quarter 2025-07-01 2025-09-30'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  // Nowruz of 1404 was 21 March 2025, of 1403 (a leap year) 20 March 2024, of 1405 21 March 2026.
  test.each([
    ['1404', '1404 year 2025-03-21 2026-03-20'],
    ['1403', '1403 year 2024-03-20 2025-03-20'],
    ['1404-Q2', '1404-Q2 quarter 2025-06-22 2025-09-22'],
    ['1404-06', '1404-06 month 2025-08-23 2025-09-22'],
    ['1404-06-15', '1404-06-15 day 2025-09-06 2025-09-06'],
    ['1403-12-30', '1403-12-30 day 2025-03-20 2025-03-20'],
    ['۱۴۰۴-۰۶', '1404-06 month 2025-08-23 2025-09-22'],
    ['١٤٠٤-Q2', '1404-Q2 quarter 2025-06-22 2025-09-22'],
    ['۲۰۲۵-۰۹', '2025-09 month 2025-09-01 2025-09-30'],
    ['۱۴۰۴/۰۶', '1404-06 month 2025-08-23 2025-09-22'],
    ['۱۴۰۴/۶/۱۵', '1404-06-15 day 2025-09-06 2025-09-06'],
    ['شهریور ۱۴۰۴', '1404-06 month 2025-08-23 2025-09-22'],
    ['تابستان ۱۴۰۴', '1404-Q2 quarter 2025-06-22 2025-09-22'],
    ['Sep 2025', '2025-09 month 2025-09-01 2025-09-30'],
    // 1 Farvardin 1404 was a Friday: its week began on Saturday 15 March.
    ['1404-W01', '1404-W01 week 2025-03-15 2025-03-21'],
    ['1404-W29', '1404-W29 week 2025-09-27 2025-10-03'],
    // 1 Farvardin 1405 was Saturday 21 March 2026, so 1404 has 53 weeks.
    ['1404-W53', '1404-W53 week 2026-03-14 2026-03-20'],
    ['1405-w1', '1405-W01 week 2026-03-21 2026-03-27'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('follows the fiscal year in years and quarters, not in months', () => {
    const fiscal = { fiscalYearStart: 4 };
    expect(read('2025', fiscal)).toBe('2025 year 2025-04-01 2026-03-31');
    expect(read('2025-Q1', fiscal)).toBe('2025-Q1 quarter 2025-04-01 2025-06-30');
    expect(read('2025-Q4', fiscal)).toBe('2025-Q4 quarter 2026-01-01 2026-03-31');
    expect(read('2025-09', fiscal)).toBe('2025-09 month 2025-09-01 2025-09-30');
  });
});

describe('a fiscal year of one calendar', () => {
  it('holds for periods of that calendar alone', () => {
    const jalali = { fiscalYearStart: 7, fiscalCalendar: 'jalali' } as const;
    expect(read('1403', jalali)).toBe('1403 year 2024-09-22 2025-09-22');
    expect(read('2025', jalali)).toBe('2025 year 2025-01-01 2025-12-31');
    expect(read('last-year', { ...jalali, calendar: 'jalali' })).toBe('1403 year 2024-09-22 2025-09-22');
    expect(read('last-year', jalali)).toBe('2024 year 2024-01-01 2024-12-31');
  });
});

describe('periods that count from the anchor', () => {
  test.each([
    ['last-week', '2025-W39 week 2025-09-22 2025-09-28'],
    ['this-week', '2025-W40 week 2025-09-29 2025-10-05'],
    ['last-month', '2025-09 month 2025-09-01 2025-09-30'],
    ['this-month', '2025-10 month 2025-10-01 2025-10-31'],
    ['last-quarter', '2025-Q3 quarter 2025-07-01 2025-09-30'],
    ['this-quarter', '2025-Q4 quarter 2025-10-01 2025-12-31'],
    ['last-year', '2024 year 2024-01-01 2024-12-31'],
    ['this-year', '2025 year 2025-01-01 2025-12-31'],
    ['last-90-days', '2025-07-03..2025-09-30 days 2025-07-03 2025-09-30'],
    ['last-۷-days', '2025-09-24..2025-09-30 days 2025-09-24 2025-09-30'],
    ['last-4-weeks', '2025-09-01..2025-09-28 days 2025-09-01 2025-09-28'],
    ['last-3-months', '2025-07..2025-09 days 2025-07-01 2025-09-30'],
    ['last-2-quarters', '2025-04..2025-09 days 2025-04-01 2025-09-30'],
    ['last-1-months', '2025-09 month 2025-09-01 2025-09-30'],
    ['Last-Month', '2025-09 month 2025-09-01 2025-09-30'],
  ])('%s from Wednesday 2025-10-01', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('count Jalali months and Saturday weeks where that calendar is asked for', () => {
    // 1 October 2025 is 9 Mehr 1404, a Wednesday.
    expect(read('last-month', { calendar: 'jalali' })).toBe('1404-06 month 2025-08-23 2025-09-22');
    expect(read('this-week', { calendar: 'jalali' })).toBe('1404-W29 week 2025-09-27 2025-10-03');
    expect(read('last-2-months', { calendar: 'jalali' })).toBe('1404-05..1404-06 days 2025-07-23 2025-09-22');
  });

  it('follow the fiscal year', () => {
    expect(read('last-year', { fiscalYearStart: 4 })).toBe('2024 year 2024-04-01 2025-03-31');
    expect(read('this-quarter', { fiscalYearStart: 2 })).toBe('2025-Q3 quarter 2025-08-01 2025-10-31');
  });

  it('step over the end of a month and of winter time without losing a day', () => {
    expect(read('last-month', { anchor: day('2024-03-31') })).toBe('2024-02 month 2024-02-01 2024-02-29');
    expect(read('last-3-days', { anchor: day('2025-03-31') })).toBe(
      '2025-03-28..2025-03-30 days 2025-03-28 2025-03-30',
    );
  });
});

describe('ranges', () => {
  test.each([
    ['2025-01-15..2025-03-31', '2025-01-15..2025-03-31 days 2025-01-15 2025-03-31'],
    ['2025-01..2025-03', '2025-01..2025-03 days 2025-01-01 2025-03-31'],
    ['2024-Q4..2025-02', '2024-10..2025-02 days 2024-10-01 2025-02-28'],
    ['2025-02-03..2025-02-03', '2025-02-03..2025-02-03 days 2025-02-03 2025-02-03'],
    ['1404-06-15..1404-06-20', '1404-06-15..1404-06-20 days 2025-09-06 2025-09-11'],
    ['1404-06-15..', '1404-06-15..1404-07-09 days 2025-09-06 2025-10-01'],
    ['2025-09..', '2025-09-01..2025-10-01 days 2025-09-01 2025-10-01'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('of whole months know how many, those of days do not', () => {
    expect(parsePeriod('2025-01..2025-03', { anchor: ANCHOR })?.months).toBe(3);
    expect(parsePeriod('2025-01-01..2025-03-31', { anchor: ANCHOR })?.months).toBeUndefined();
  });
});

test.each([
  '',
  'q3',
  '25-09',
  '2025-13',
  '2025-00',
  '2025-Q5',
  '2025-W54',
  '2025-W53',
  '2025-W00',
  '2025-02-29',
  '2025-09-31',
  '1404-12-30',
  '1404-W54',
  '0000',
  'last-weeks',
  'last-0-days',
  'last-99999-days',
  'this-3-months',
  'next-month',
  '2025-03..2025-01',
  '2025-01..1404-06',
  '..2025-01',
  '2025-12-01..',
  '2025-01...2025-03',
  '2025-01..2025-02..2025-03',
  '2025-01-01T00:00',
])('"%s" names no period', (text) => {
  expect(read(text)).toBeNull();
});

test('the label of every period reads back as the same period', () => {
  const at = fc.integer({ min: civilDay(1950, 1, 1), max: civilDay(2100, 12, 31) });
  const grain = fc.constantFrom<Exclude<Grain, 'days'>>('day', 'week', 'month', 'quarter', 'year');
  fc.assert(
    fc.property(
      at,
      grain,
      fc.constantFrom('gregorian', 'jalali'),
      fc.integer({ min: 1, max: 12 }),
      (anchor, of, calendar, fiscalYearStart) => {
        fc.pre(!(calendar === 'jalali' && of === 'week'));
        const period = periodContaining(anchor, of, calendar, fiscalYearStart);
        expect(parsePeriod(period.label, { anchor: 0, fiscalYearStart })).toEqual(period);
      },
    ),
  );
});
