import { UTCDateMini } from '@date-fns/utc/date/mini';
import { subDays } from 'date-fns/subDays';
import { subMonths } from 'date-fns/subMonths';
import { subQuarters } from 'date-fns/subQuarters';
import { subWeeks } from 'date-fns/subWeeks';
import { subYears } from 'date-fns/subYears';
import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { calendarOfYear, monthNamed, plainDate } from '../locale/calendar.js';
import { foldText } from '../locale/fold.js';
import { typedDay } from '../locale/typed-day.js';
import { type CivilDay, civilDay, isCivilDate, parseIsoDay } from './civil-day.js';
import {
  addMonths,
  type Calendar,
  type Grain,
  isoWeek,
  isoWeeksIn,
  jalaliWeek,
  jalaliWeeksIn,
  monthPeriod,
  type Period,
  periodContaining,
  quarterPeriod,
  rangePeriod,
  wholeMonths,
  yearPeriod,
} from './period.js';

/** What a period's text leaves open. */
export interface PeriodOptions {
  /** The day that relative periods count from. */
  readonly anchor: CivilDay;
  /**
   * First month of the fiscal year, 1…12, counted in the period's own calendar; default 1. Years and quarters follow
   * it, named by the year they start in: with 4, `2025-Q1` starts in April 2025. Months, weeks and days do not.
   */
  readonly fiscalYearStart?: number;
  /** The calendar that the fiscal year is one of: periods of the other have none. Left out: it is one of either. */
  readonly fiscalCalendar?: Calendar | undefined;
  /** Calendar of relative periods (`last-month`); a written year says its own. Default Gregorian. */
  readonly calendar?: Calendar;
}

/** Rolling ranges longer than this are a slip of the finger. */
const LONGEST_ROLL = 10_000;

/**
 * The period that a text names, or null when it names none:
 * `2025`, `2025-Q3`, `2025-09`, `2025-W36` (ISO week), `2025-09-14`, `last-week|month|quarter|year`, `this-…`,
 * `last-N-days|weeks|months|quarters|years` (whole ones before the anchor's own; days up to the day before it),
 * `A..B` from the first day of A to the last of B, `A..` up to the anchor; all of them Jalali for years 1300…1499,
 * whose weeks are those from Saturday. What reports print is read too: `۱۴۰۳/۱۲/۲۹`, `Sep 2017`, `بهمن ۱۴۰۳`, `زمستان ۱۴۰۳`.
 * Persian and Arabic digits are read as Latin ones; case and surrounding space do not matter.
 */
export function parsePeriod(text: string, options: PeriodOptions): Period | null {
  const plain = plainDate(text);
  const range = /^([^.]+)\.\.([^.]*)$/.exec(plain);
  if (range === null) return absolute(plain, options) ?? relative(plain, options);
  const from = absolute((range[1] ?? '').trim(), options);
  const last = (range[2] ?? '').trim();
  if (from === null) return null;
  if (last === '') return rangeOrNull(from, options.anchor + 1, null);
  const to = absolute(last, options);
  return to === null || to.calendar !== from.calendar ? null : rangeOrNull(from, to.end, to);
}

/** Whether a period's text counts from a day that it does not name: `last-quarter`, `2025-01..`. */
export function isRelative(text: string): boolean {
  const plain = plainDate(text);
  return /^(?:last|this)-/.test(plain) || /\.\.\s*$/.test(plain);
}

/** A range from the first period's start; of whole months when both ends were written without a day. */
function rangeOrNull(from: Period, end: CivilDay, to: Period | null): Period | null {
  if (end <= from.start) return null;
  const byMonth = (period: Period | null): boolean =>
    period !== null && period.grain !== 'day' && period.grain !== 'week';
  const months = byMonth(from) && byMonth(to) ? wholeMonths(from.start, end, from.calendar) : null;
  return rangePeriod(from.start, end, from.calendar, months ?? undefined);
}

/** A period that names its year. */
function absolute(text: string, options: PeriodOptions): Period | null {
  const match = /^(\d{4})(?:-(?:q([1-4])|w(\d{1,2})|(\d{1,2})(?:-(\d{1,2}))?))?$/.exec(text);
  if (match === null) return named(text);
  const [, yearText, quarter, week, monthText, dayText] = match;
  const year = Number(yearText);
  if (year === 0) return null;
  const calendar = calendarOfYear(year);
  const fiscalYearStart = fiscalStartIn(calendar, options);
  if (quarter !== undefined) return quarterPeriod(year, Number(quarter), calendar, fiscalYearStart);
  if (week !== undefined) {
    const number = Number(week);
    const [weeks, of] = calendar === 'jalali' ? [jalaliWeeksIn(year), jalaliWeek] : [isoWeeksIn(year), isoWeek];
    return number >= 1 && number <= weeks ? of(year, number) : null;
  }
  if (monthText === undefined) return yearPeriod(year, calendar, fiscalYearStart);
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) return monthPeriod(year, month, calendar);
  const day = dayOf(year, month, Number(dayText), calendar);
  return day === null ? null : periodContaining(day, 'day', calendar);
}

const SEASONS = ['بهار', 'تابستان', 'پاییز', 'زمستان'].map(foldText);

/** A month or season by its name and its year; a name of the other calendar than the year's names nothing. */
function named(text: string): Period | null {
  const match = /^(\D{2,20}) (\d{4})$/.exec(text);
  if (match === null) return null;
  const [name, year] = [foldText(match[1] ?? ''), Number(match[2])];
  const calendar = calendarOfYear(year);
  const season = SEASONS.indexOf(name);
  if (season >= 0) return calendar === 'jalali' ? quarterPeriod(year, season + 1, calendar) : null;
  const month = monthNamed(name);
  return month === null || month.calendar !== calendar ? null : monthPeriod(year, month.month, calendar);
}

/** Where fiscal years of a calendar begin. */
function fiscalStartIn(calendar: Calendar, { fiscalYearStart = 1, fiscalCalendar }: PeriodOptions): number {
  return fiscalCalendar === undefined || fiscalCalendar === calendar ? fiscalYearStart : 1;
}

/** The day that a person types, as {@link typedDay} reads it; null for what is no day. */
export function parseDay(text: string): CivilDay | null {
  const iso = typedDay(text);
  return iso === null ? null : parseIsoDay(iso);
}

/** The day of a date that exists; null for 30 February and 30 Esfand of a common year. */
function dayOf(year: number, month: number, day: number, calendar: Calendar): CivilDay | null {
  if (calendar === 'gregorian') return isCivilDate(year, month, day) ? civilDay(year, month, day) : null;
  if (!isValidJalaaliDate(year, month, day)) return null;
  const { gy, gm, gd } = toGregorian(year, month, day);
  return civilDay(gy, gm, gd);
}

/** A period that counts from the anchor. */
function relative(text: string, options: PeriodOptions): Period | null {
  const { anchor, calendar = 'gregorian' } = options;
  const fiscalYearStart = fiscalStartIn(calendar, options);
  const match = /^(last|this)-(?:(\d{1,5})-)?(day|week|month|quarter|year)(s?)$/.exec(text);
  if (match === null) return null;
  const [, which, countText, unit, plural] = match;
  const grain = unit as Exclude<Grain, 'days'>;
  const current = periodContaining(anchor, grain, calendar, fiscalYearStart);
  if (countText === undefined) {
    if (plural !== '') return null;
    return which === 'this' ? current : periodContaining(current.start - 1, grain, calendar, fiscalYearStart);
  }
  const count = Number(countText);
  if (which === 'this' || count < 1 || count > LONGEST_ROLL) return null;
  const start = stepBack(current.start, grain, count, calendar);
  if (count === 1) return periodContaining(start, grain, calendar, fiscalYearStart);
  const months = { day: undefined, week: undefined, month: count, quarter: 3 * count, year: 12 * count }[grain];
  return rangePeriod(start, current.start, calendar, months);
}

/** The start of the unit that lies `count` units before the one that starts at `day`. */
function stepBack(day: CivilDay, grain: Exclude<Grain, 'days'>, count: number, calendar: Calendar): CivilDay {
  if (calendar === 'jalali' && grain !== 'day' && grain !== 'week') {
    return addMonths(day, -count * { month: 1, quarter: 3, year: 12 }[grain], calendar);
  }
  // A UTC date has no zone of the machine in it, so no step lands an hour short of its day.
  const step = { day: subDays, week: subWeeks, month: subMonths, quarter: subQuarters, year: subYears }[grain];
  return Math.round(step(new UTCDateMini(day * MILLISECONDS_PER_DAY), count).getTime() / MILLISECONDS_PER_DAY);
}

const MILLISECONDS_PER_DAY = 86_400_000;
