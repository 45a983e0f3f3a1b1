import { isValidJalaaliDate, toGregorian } from 'jalaali-js';
import { calendarOfYear, plainDate } from './calendar.js';

/** Nobody keeps deals of an earlier year in a CRM. */
const FIRST_YEAR = 1900;

/**
 * A day as a person types it, as ISO 8601: `2025-09-30`, `2025/9/30`, `1404-07-08`, `۱۴۰۴/۷/۸`; years 1300…1499 are Jalali.
 * Null for what is no day, for 30 February, and for years in which nobody kept a CRM.
 */
export function typedDay(text: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plainDate(text));
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (calendarOfYear(year) === 'gregorian') {
    return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
      ? iso(year, month, day)
      : null;
  }
  if (!isValidJalaaliDate(year, month, day)) return null;
  const { gy, gm, gd } = toGregorian(year, month, day);
  return iso(gy, gm, gd);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
