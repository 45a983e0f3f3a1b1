/** What an amount is said for each of, and how many of them a period is. */
import type { CivilDay } from './civil-day.js';
import { type Calendar, type Period, periodContaining, wholeMonths } from './period.js';

export const CADENCES = ['week', 'month', 'quarter', 'year'] as const;
export type Cadence = (typeof CADENCES)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const DAYS_OF_WEEK = 7;

/**
 * How many weeks, months, quarters or years the days of a period are, in the period's own calendar. Months are counted,
 * a part of one by its days: three whole months are one quarter whichever months they are, one month is a third of it,
 * 1 to 10 June a third of June. Weeks are seven days.
 */
export function cadencesIn({ start, end, calendar }: Pick<Period, 'start' | 'end' | 'calendar'>, of: Cadence): number {
  if (of === 'week') return (end - start) / DAYS_OF_WEEK;
  return monthsBetween(start, end, calendar) / MONTHS[of];
}

function monthsBetween(start: CivilDay, end: CivilDay, asked: Calendar): number {
  const [first, last] = [periodContaining(start, 'month', asked), periodContaining(end, 'month', asked)];
  // Beyond the tables of the Jalali calendar a day is told in the Gregorian one.
  if (first.calendar !== last.calendar) return monthsBetween(start, end, 'gregorian');
  const whole = wholeMonths(first.start, last.start, first.calendar) ?? 0;
  return whole + (end - last.start) / (last.end - last.start) - (start - first.start) / (first.end - first.start);
}
