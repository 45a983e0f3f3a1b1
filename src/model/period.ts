import { jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js';
import type { Calendar } from '../locale/calendar.js';
import type { CivilDay } from './civil-day.js';
import { civilDate, civilDay, daysInMonth, isoDay, NO_DAY } from './civil-day.js';

/** What a period is counted in; decides what "the previous one" is. `days` = an explicit or rolling range. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days';

export type { Calendar };

/** A half-open range of civil days, or all data (`null` bounds are never used: see ALL_TIME). */
export interface Period {
  /** As a person writes it: `2025-Q3`. */
  readonly label: string;
  readonly start: CivilDay;
  /** First day after the period. */
  readonly end: CivilDay;
  readonly grain: Grain;
  readonly calendar: Calendar;
  /** First month of the fiscal year, where it is not 1: of quarters and years, and of those that a longer range is cut into. */
  readonly fiscalYearStart?: number;
  /** On a range of whole months (grain `days`): how many, so that the one before it is whole months too. */
  readonly months?: number;
  /** Where the snapshot cuts the period: the first day after the whole of it. */
  readonly fullEnd?: CivilDay;
}

/** All data: every deal belongs to it, dated or not. */
export const ALL_TIME: Period = {
  label: 'all',
  start: NO_DAY,
  end: 2147483647,
  grain: 'days',
  calendar: 'gregorian',
};

export function isAllTime(period: Period): boolean {
  return period.start === NO_DAY;
}

/** Whether a day lies in the period. A missing day lies in no period, not even in all time. */
export function inPeriod(period: Period, day: CivilDay): boolean {
  return day !== NO_DAY && day >= period.start && day < period.end;
}

/** The period up to a day, of which the rest is not known yet; itself where it ends by then or begins after it. */
export function cutAt(period: Period, last: CivilDay): Period {
  if (isAllTime(period) || period.start > last || period.end - 1 <= last) return period;
  return { ...period, end: last + 1, fullEnd: period.fullEnd ?? period.end };
}

/** The last day that belongs to the period. */
export function periodEndInclusive(period: Period): CivilDay {
  return period.end - 1;
}

/**
 * The period of the same kind that ends where this one starts: August before September, the fourth quarter before the
 * first, as many days before a range of days, as many months before a range of months; of a period that the snapshot
 * cuts, the same days. All data has none (RangeError).
 */
export function previousPeriod(period: Period): Period {
  if (isAllTime(period)) throw new RangeError('all data has no previous period');
  const { start, grain, calendar, fullEnd: end = period.end } = period;
  if (grain !== 'days') {
    return sameDaysOf(periodContaining(start - 1, grain, calendar, period.fiscalYearStart), period);
  }
  const from = period.months === undefined ? start - (end - start) : addMonths(start, -period.months, calendar);
  return sameDaysOf(rangePeriod(from, start, calendar, period.months), period);
}

/**
 * As much of a period as is known of a running one of its kind: the first ten days of August beside ten days of
 * September. The period itself where the other one is not cut, is of another kind, or as long.
 */
export function sameDaysOf(period: Period, running: Period): Period {
  const { start, calendar, months } = period;
  const alike = period.grain === running.grain && months === running.months;
  if (running.fullEnd === undefined || !alike || isAllTime(period)) return period;
  const end = start + (running.end - running.start);
  if (end >= period.end) return period;
  return { ...period, label: rangePeriod(start, end, calendar).label, end, fullEnd: period.end };
}

/**
 * The same period a year earlier, in the period's own calendar: 2024-Q3 for 2025-Q3, the week of the same number (52
 * where there is no 53), 28 February for the 29th. All data has none (RangeError).
 */
export function lastYear(period: Period): Period {
  if (isAllTime(period)) throw new RangeError('all data has no year before it');
  const { start, grain, calendar } = period;
  if (grain === 'week' && calendar === 'gregorian') {
    const { year, week } = isoWeekOf(start);
    return isoWeek(year - 1, Math.min(week, isoWeeksIn(year - 1)));
  }
  if (grain === 'week') {
    const { year, week } = jalaliWeekOf(start);
    return jalaliWeek(year - 1, Math.min(week, jalaliWeeksIn(year - 1)));
  }
  const from = addMonths(start, -12, calendar);
  if (grain !== 'days') return periodContaining(from, grain, calendar, period.fiscalYearStart);
  return rangePeriod(from, addMonths(period.fullEnd ?? period.end, -12, calendar), calendar, period.months);
}

/** Days that the tables of the Jalali calendar reach (years 61 BP to 3177), with room for a year at both ends. */
const JALALI_DAYS = { first: civilDay(570, 1, 1), last: civilDay(3790, 1, 1) } as const;

/** The calendar that a day can be told in: the asked one, but Gregorian for the Jalali calendar beyond its tables. */
export function calendarFor(calendar: Calendar, ...days: readonly CivilDay[]): Calendar {
  const reached = days.every((day) => day >= JALALI_DAYS.first && day <= JALALI_DAYS.last);
  return reached ? calendar : 'gregorian';
}

/**
 * The day, week, month, quarter or year that a day belongs to. Weeks are ISO weeks (Monday to Sunday), in the Jalali
 * calendar Saturday to Friday. A fiscal year is named by the year it starts in: with `fiscalYearStart` 4, 2025 runs
 * from April 2025 to March 2026 and 2025-Q1 starts in April 2025.
 */
export function periodContaining(
  day: CivilDay,
  grain: Exclude<Grain, 'days'>,
  asked: Calendar = 'gregorian',
  fiscalYearStart = 1,
): Period {
  const calendar = calendarFor(asked, day);
  if (grain === 'day') return { label: dayLabel(day, calendar), start: day, end: day + 1, grain, calendar };
  if (grain === 'week') {
    if (calendar === 'gregorian') {
      const { year, week } = isoWeekOf(day);
      return isoWeek(year, week);
    }
    const { year, week } = jalaliWeekOf(day);
    return jalaliWeek(year, week);
  }
  const { year, month } = dateIn(day, calendar);
  if (grain === 'month') return monthPeriod(year, month, calendar);
  const sinceStart = (month - fiscalYearStart + 12) % 12;
  const fiscalYear = month < fiscalYearStart ? year - 1 : year;
  if (grain === 'year') return yearPeriod(fiscalYear, calendar, fiscalYearStart);
  return quarterPeriod(fiscalYear, Math.floor(sinceStart / 3) + 1, calendar, fiscalYearStart);
}

/** `2025`. */
export function yearPeriod(year: number, calendar: Calendar = 'gregorian', fiscalYearStart = 1): Period {
  const start = firstOfMonth(year, fiscalYearStart, calendar);
  const end = firstOfMonth(year + 1, fiscalYearStart, calendar);
  return { label: yearLabel(year), start, end, grain: 'year', calendar, ...fiscal(fiscalYearStart) };
}

/** `2025-Q3`: the three months from the ninth after the fiscal year's start. */
export function quarterPeriod(
  year: number,
  quarter: number,
  calendar: Calendar = 'gregorian',
  fiscalYearStart = 1,
): Period {
  const first = fiscalYearStart + 3 * (quarter - 1);
  const start = firstOfMonth(year, first, calendar);
  const end = firstOfMonth(year, first + 3, calendar);
  const label = `${yearLabel(year)}-Q${quarter}`;
  return { label, start, end, grain: 'quarter', calendar, ...fiscal(fiscalYearStart) };
}

/** `2025-09`. */
export function monthPeriod(year: number, month: number, calendar: Calendar = 'gregorian'): Period {
  const start = firstOfMonth(year, month, calendar);
  const end = firstOfMonth(year, month + 1, calendar);
  return { label: monthLabel(start, calendar), start, end, grain: 'month', calendar };
}

/** `2025-W36`, Monday to Sunday (ISO 8601: week 1 holds 4 January). */
export function isoWeek(year: number, week: number): Period {
  const fourth = civilDay(year, 1, 4);
  const start = fourth - weekday(fourth) + 7 * (week - 1);
  const label = `${yearLabel(year)}-W${String(week).padStart(2, '0')}`;
  return { label, start, end: start + 7, grain: 'week', calendar: 'gregorian' };
}

/** How many ISO weeks a year has, 52 or 53. */
export function isoWeeksIn(year: number): number {
  return isoWeekOf(civilDay(year, 12, 28)).week;
}

/**
 * `1403-W12`, Saturday to Friday; week 1 holds 1 Farvardin, so that a year may begin in the last days of Esfand (Unicode
 * CLDR, week data of Iran: weeks begin on Saturday, and one day is enough for a first week).
 */
export function jalaliWeek(year: number, week: number): Period {
  const start = saturdayOf(firstOfMonth(year, 1, 'jalali')) + 7 * (week - 1);
  const label = `${yearLabel(year)}-W${String(week).padStart(2, '0')}`;
  return { label, start, end: start + 7, grain: 'week', calendar: 'jalali' };
}

/** How many weeks a Jalali year has, 52 or 53. */
export function jalaliWeeksIn(year: number): number {
  return (saturdayOf(firstOfMonth(year + 1, 1, 'jalali')) - saturdayOf(firstOfMonth(year, 1, 'jalali'))) / 7;
}

/** A week belongs to the year of its Friday. */
function jalaliWeekOf(day: CivilDay): { year: number; week: number } {
  const start = saturdayOf(day);
  const { year } = dateIn(start + 6, 'jalali');
  return { year, week: (start - saturdayOf(firstOfMonth(year, 1, 'jalali'))) / 7 + 1 };
}

/** The Saturday that the day is, or follows. */
function saturdayOf(day: CivilDay): CivilDay {
  return day - weekday(day + 2);
}

/** A range of days, `end` excluded. With `months` it is that many whole months and is written so. */
export function rangePeriod(start: CivilDay, end: CivilDay, calendar: Calendar = 'gregorian', months?: number): Period {
  const write = months === undefined ? dayLabel : monthLabel;
  const label = `${write(start, calendar)}..${write(end - 1, calendar)}`;
  return { label, start, end, grain: 'days', calendar, ...(months === undefined ? {} : { months }) };
}

/** Whole months between two firsts of a month; null when either day is not the first of one. */
export function wholeMonths(start: CivilDay, end: CivilDay, calendar: Calendar): number | null {
  const [from, to] = [dateIn(start, calendar), dateIn(end, calendar)];
  if (from.day !== 1 || to.day !== 1) return null;
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** The same day of the month, `months` later; the month's last day where it is shorter. */
export function addMonths(day: CivilDay, months: number, calendar: Calendar): CivilDay {
  const date = dateIn(day, calendar);
  const index = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const length = calendar === 'jalali' ? jalaaliMonthLength(year, month) : daysInMonth(year, month);
  return firstOfMonth(year, month, calendar) + Math.min(date.day, length) - 1;
}

/** The first day of a month; months past 12 run into the following years. */
function firstOfMonth(year: number, month: number, calendar: Calendar): CivilDay {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
  if (calendar === 'gregorian') return civilDay(y, m, 1);
  const { gy, gm, gd } = toGregorian(y, m, 1);
  return civilDay(gy, gm, gd);
}

function dateIn(day: CivilDay, calendar: Calendar): { year: number; month: number; day: number } {
  const date = civilDate(day);
  if (calendar === 'gregorian') return date;
  const { jy, jm, jd } = toJalaali(date.year, date.month, date.day);
  return { year: jy, month: jm, day: jd };
}

/** 0 Monday … 6 Sunday; 1970-01-01 was a Thursday. */
function weekday(day: CivilDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A week belongs to the year of its Thursday. */
function isoWeekOf(day: CivilDay): { year: number; week: number } {
  const thursday = day - weekday(day) + 3;
  const { year } = civilDate(thursday);
  return { year, week: Math.floor((thursday - civilDay(year, 1, 1)) / 7) + 1 };
}

function fiscal(fiscalYearStart: number): { fiscalYearStart?: number } {
  return fiscalYearStart === 1 ? {} : { fiscalYearStart };
}

function yearLabel(year: number): string {
  return String(year).padStart(4, '0');
}

function monthLabel(day: CivilDay, calendar: Calendar): string {
  return dayLabel(day, calendar).slice(0, -3);
}

function dayLabel(day: CivilDay, calendar: Calendar): string {
  if (calendar === 'gregorian') return isoDay(day);
  const { year, month, day: dayOfMonth } = dateIn(day, calendar);
  return `${yearLabel(year)}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
