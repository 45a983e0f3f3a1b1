/** The day that a file is named after, as people and programs name exports. */
import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { calendarOfYear, JALALI_YEARS, monthNamed } from '../locale/calendar.js';
import { foldText } from '../locale/fold.js';
import { type CivilDay, civilDay, isCivilDate } from './civil-day.js';

/** Exports of other years there are none; numbers that look like such years are something else. */
const GREGORIAN_YEARS = { first: 1990, last: 2199 } as const;

// What stands between two parts of a day in digits is the same twice. Months are words, Persian ones included.
/** `2025-01-31`, `2025.1.31`. */
const YEAR_FIRST = /(?<!\d)(\d{4})([-_. ])(\d{1,2})\2(\d{1,2})(?!\d)/g;
/** `31.01.2025`. */
const YEAR_LAST = /(?<!\d)(\d{1,2})([-_. ])(\d{1,2})\2(\d{4})(?!\d)/g;
/** `20250131` and `31012025`, with the time behind it or not: `20250131093000`. */
const TOGETHER = /(?<!\d)(\d{8})(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)/g;
/** `31 Jan 2025`, `31jan2025`, `۱۲ بهمن ۱۴۰۳`. */
const DAY_MONTH_YEAR = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-_. ,]{0,2}(\p{L}{3,11})[-_. ,]{0,2}(\d{4})(?!\d)/gu;
/** `Jan 31 2025`, `January-31st,-2025`. */
const MONTH_DAY_YEAR = /(?<!\p{L})(\p{L}{3,11})[-_. ,]{0,2}(\d{1,2})(?:st|nd|rd|th)?[-_. ,]{1,2}(\d{4})(?!\d)/gu;
/** `2025-Jan-31`. */
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})[-_. ,]{0,2}(\p{L}{3,11})[-_. ,]{0,2}(\d{1,2})(?!\d)/gu;

/**
 * The day in the name of a file, else in that of the folder it stands in; Gregorian or, for years 1300…1499 and Jalali
 * months, Jalali, in Latin, Persian or Arabic digits. Null where there is none, where two differ, and where nobody can
 * tell day and month (`01-02-2025`, but `01.02.2025` has its day first) or which part is the year (`25-01-31`).
 *
 * @param path as it was given, with `/` or `\` between folders
 */
export function dayInName(path: string): CivilDay | null {
  const parts = path.split(/[/\\]/);
  const [name = '', folder = ''] = parts.reverse();
  const own = daysIn(name);
  const found = own.size > 0 ? own : daysIn(folder);
  const [day = null, another] = found;
  return another === undefined ? day : null;
}

/** Every day that a name can be read as. */
function daysIn(name: string): ReadonlySet<CivilDay> {
  const text = foldText(name);
  const days = new Set<CivilDay | null>();
  for (const [, year, , month, day] of text.matchAll(YEAR_FIRST)) days.add(dayOf(year, month, day));
  for (const [, first, between, second, year] of text.matchAll(YEAR_LAST)) {
    days.add(dayOf(year, second, first));
    // Only points are written by people all of whom put the day first.
    if (between !== '.') days.add(dayOf(year, first, second));
  }
  for (const [, digits = ''] of text.matchAll(TOGETHER)) {
    days.add(dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)));
    days.add(dayOf(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)));
    days.add(dayOf(digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)));
  }
  for (const [, day, month, year] of text.matchAll(DAY_MONTH_YEAR)) days.add(namedDay(year, month, day));
  for (const [, month, day, year] of text.matchAll(MONTH_DAY_YEAR)) days.add(namedDay(year, month, day));
  for (const [, year, month, day] of text.matchAll(YEAR_MONTH_DAY)) days.add(namedDay(year, month, day));
  days.delete(null);
  return days as ReadonlySet<CivilDay>;
}

function namedDay(year = '', name = '', day = ''): CivilDay | null {
  const meant = monthNamed(name);
  if (meant === null || meant.calendar !== calendarOfYear(Number(year))) return null;
  return dayOf(year, String(meant.month), day);
}

/** Null for what is no day of a year in which files are exported. */
function dayOf(yearText = '', monthText = '', dayText = ''): CivilDay | null {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (year >= JALALI_YEARS.first && year <= JALALI_YEARS.last) {
    if (!isValidJalaaliDate(year, month, day)) return null;
    const { gy, gm, gd } = toGregorian(year, month, day);
    return civilDay(gy, gm, gd);
  }
  const isUsual = year >= GREGORIAN_YEARS.first && year <= GREGORIAN_YEARS.last;
  return isUsual && isCivilDate(year, month, day) ? civilDay(year, month, day) : null;
}
