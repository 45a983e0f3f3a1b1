import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { civilDay, isoDay, NO_DAY } from '../../src/model/civil-day.js';
import {
  ALL_TIME,
  addMonths,
  calendarFor,
  cutAt,
  type Grain,
  inPeriod,
  isAllTime,
  isoWeek,
  isoWeeksIn,
  lastYear,
  monthPeriod,
  type Period,
  periodContaining,
  periodEndInclusive,
  previousPeriod,
  quarterPeriod,
  rangePeriod,
  sameDaysOf,
  wholeMonths,
  yearPeriod,
} from '../../src/model/period.js';
import { day } from '../support/deals.js';

const anyDay = fc.integer({ min: civilDay(1950, 1, 1), max: civilDay(2100, 12, 31) });
const grain = fc.constantFrom<Exclude<Grain, 'days'>>('day', 'week', 'month', 'quarter', 'year');
const calendar = fc.constantFrom('gregorian', 'jalali');
const fiscalYearStart = fc.integer({ min: 1, max: 12 });
const anyPeriod = fc
  .tuple(anyDay, grain, calendar, fiscalYearStart)
  .map(([at, of, by, start]) => periodContaining(at, of, by, start));

const bounds = ({ label, start, end }: Period) => `${label} ${isoDay(start)}..${isoDay(end - 1)}`;

test('a missing day lies in no period, not even in all time', () => {
  expect(inPeriod(ALL_TIME, NO_DAY)).toBe(false);
  expect(inPeriod(ALL_TIME, 0)).toBe(true);
  expect(isAllTime(ALL_TIME)).toBe(true);
});

test('the last day belongs to a period, the first day after it does not', () => {
  const september = monthPeriod(2025, 9);
  expect(isoDay(periodEndInclusive(september))).toBe('2025-09-30');
  expect(inPeriod(september, day('2025-09-30'))).toBe(true);
  expect(inPeriod(september, day('2025-10-01'))).toBe(false);
  expect(inPeriod(september, day('2025-08-31'))).toBe(false);
});

describe('previousPeriod', () => {
  test.each([
    [yearPeriod(2025), '2024 2024-01-01..2024-12-31'],
    [quarterPeriod(2025, 1), '2024-Q4 2024-10-01..2024-12-31'],
    [monthPeriod(2025, 3), '2025-02 2025-02-01..2025-02-28'],
    [isoWeek(2021, 1), '2020-W53 2020-12-28..2021-01-03'],
    [periodContaining(day('2025-03-01'), 'day'), '2025-02-28 2025-02-28..2025-02-28'],
    [rangePeriod(day('2025-03-01'), day('2025-03-11')), '2025-02-19..2025-02-28 2025-02-19..2025-02-28'],
    [rangePeriod(day('2025-01-01'), day('2025-04-01'), 'gregorian', 3), '2024-10..2024-12 2024-10-01..2024-12-31'],
    [monthPeriod(1404, 1, 'jalali'), '1403-12 2025-02-19..2025-03-20'],
    [quarterPeriod(2025, 1, 'gregorian', 4), '2024-Q4 2025-01-01..2025-03-31'],
  ])('of $label', (period, expected) => {
    expect(bounds(previousPeriod(period))).toBe(expected);
  });

  it('ends where the period starts, and is of the same kind', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = previousPeriod(period);
        expect(before.end).toBe(period.start);
        expect(before.start).toBeLessThan(before.end);
        expect([before.grain, before.calendar]).toEqual([period.grain, period.calendar]);
      }),
    );
  });

  it('does not exist for all data', () => {
    expect(() => previousPeriod(ALL_TIME)).toThrow(RangeError);
    expect(() => lastYear(ALL_TIME)).toThrow(RangeError);
  });
});

describe('lastYear', () => {
  test.each([
    [quarterPeriod(2025, 3), '2024-Q3 2024-07-01..2024-09-30'],
    [isoWeek(2020, 53), '2019-W52 2019-12-23..2019-12-29'],
    [isoWeek(2025, 36), '2024-W36 2024-09-02..2024-09-08'],
    [periodContaining(day('2024-02-29'), 'day'), '2023-02-28 2023-02-28..2023-02-28'],
    [rangePeriod(day('2024-02-01'), day('2024-03-01')), '2023-02-01..2023-02-28 2023-02-01..2023-02-28'],
    [yearPeriod(1404, 'jalali'), '1403 2024-03-20..2025-03-20'],
    [quarterPeriod(2025, 1, 'gregorian', 4), '2024-Q1 2024-04-01..2024-06-30'],
  ])('of $label', (period, expected) => {
    expect(bounds(lastYear(period))).toBe(expected);
  });
});

describe('periodContaining', () => {
  it('holds its day, and every other day of it gives the same period', () => {
    fc.assert(
      fc.property(anyDay, grain, calendar, fiscalYearStart, fc.nat(400), (at, of, by, start, step) => {
        const period = periodContaining(at, of, by, start);
        expect(inPeriod(period, at)).toBe(true);
        const other = period.start + (step % (period.end - period.start));
        expect(periodContaining(other, of, by, start)).toEqual(period);
      }),
    );
  });

  it('gives weeks of seven days from Monday, in the Jalali calendar from Saturday', () => {
    fc.assert(
      fc.property(anyDay, calendar, (at, by) => {
        const week = periodContaining(at, 'week', by);
        expect(week.end - week.start).toBe(7);
        const weekday = new Date(week.start * 86_400_000).getUTCDay();
        expect(weekday).toBe(by === 'gregorian' ? 1 : 6);
      }),
    );
  });

  it('names fiscal years by the year they start in: February 2025 is in 2024-Q4 of a year from April', () => {
    const quarter = periodContaining(day('2025-02-10'), 'quarter', 'gregorian', 4);
    expect(bounds(quarter)).toBe('2024-Q4 2025-01-01..2025-03-31');
    expect(bounds(periodContaining(day('2025-02-10'), 'year', 'gregorian', 4))).toBe('2024 2024-04-01..2025-03-31');
  });
});

test('ISO years have 53 weeks when they have 53 Thursdays: 2015, 2020, 2026', () => {
  expect([2014, 2015, 2016, 2019, 2020, 2021, 2025, 2026].map(isoWeeksIn)).toEqual([52, 53, 52, 52, 53, 52, 52, 53]);
});

test('addMonths keeps the day of the month, or takes the last one there is', () => {
  expect(isoDay(addMonths(day('2024-01-31'), 1, 'gregorian'))).toBe('2024-02-29');
  expect(isoDay(addMonths(day('2024-01-31'), -14, 'gregorian'))).toBe('2022-11-30');
  // 31 Farvardin 1404 + 11 months: Esfand 1404 has 29 days, and ends on 20 March 2026.
  expect(isoDay(addMonths(day('2025-04-20'), 11, 'jalali'))).toBe('2026-03-20');
});

test('wholeMonths counts months between firsts, and nothing else', () => {
  expect(wholeMonths(day('2024-11-01'), day('2025-02-01'), 'gregorian')).toBe(3);
  expect(wholeMonths(day('2024-11-02'), day('2025-02-01'), 'gregorian')).toBeNull();
});

describe('a period that the snapshot cuts', () => {
  const june = monthPeriod(2024, 6);
  const running = cutAt(june, day('2024-06-10'));
  const shown = ({ label, start, end }: Period): string => `${label}: ${isoDay(start)}..${isoDay(end - 1)}`;

  it('goes to the snapshot and knows its whole end', () => {
    expect(shown(running)).toBe('2024-06: 2024-06-01..2024-06-10');
    expect(running.fullEnd).toBe(june.end);
    expect(cutAt(june, day('2024-06-30'))).toBe(june);
    expect(cutAt(june, day('2024-05-31'))).toBe(june);
    expect(cutAt(ALL_TIME, day('2024-05-31'))).toBe(ALL_TIME);
    expect(cutAt(running, day('2024-06-04')).fullEnd).toBe(june.end);
  });

  it('has the same days of the one before, and of the year before', () => {
    expect(shown(previousPeriod(running))).toBe('2024-05-01..2024-05-10: 2024-05-01..2024-05-10');
    expect(shown(sameDaysOf(lastYear(june), running))).toBe('2023-06-01..2023-06-10: 2023-06-01..2023-06-10');
    const range = cutAt(rangePeriod(day('2024-06-01'), day('2024-06-21')), day('2024-06-05'));
    // Twenty days from 1 June; five of the twenty before.
    expect(shown(previousPeriod(range))).toBe('2024-05-12..2024-05-16: 2024-05-12..2024-05-16');
  });

  it('has no more days than the other one, nor a part of another kind', () => {
    const march = cutAt(monthPeriod(2023, 3), day('2023-03-30'));
    expect(sameDaysOf(monthPeriod(2023, 2), march)).toEqual(monthPeriod(2023, 2));
    expect(sameDaysOf(quarterPeriod(2024, 1), running)).toEqual(quarterPeriod(2024, 1));
    expect(sameDaysOf(monthPeriod(2024, 5), june)).toEqual(monthPeriod(2024, 5));
  });
});

it('tells days that the Jalali calendar does not reach in the Gregorian one', () => {
  expect(calendarFor('jalali', day('2024-06-10'))).toBe('jalali');
  for (const far of ['0001-01-01', '9999-12-31']) {
    expect(calendarFor('jalali', day('2024-06-10'), day(far))).toBe('gregorian');
    expect(periodContaining(day(far), 'month', 'jalali').label).toBe(far.slice(0, 7));
  }
});
