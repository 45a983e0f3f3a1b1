import type { CivilDay } from '../model/civil-day.js';
import { type Calendar, type Period, periodContaining, previousPeriod } from '../model/period.js';

/** Which months begin a quarter. */
export interface QuarterCalendar {
  readonly calendar: Calendar;
  readonly fiscalYearStart?: number | undefined;
}

/** The quarter of a day, and which month of it the day is in, from 0. */
export function placeInQuarter(
  day: CivilDay,
  calendar: Calendar,
  fiscalYearStart: number,
): { readonly quarter: CivilDay; readonly month: number } {
  const { start } = periodContaining(day, 'quarter', calendar, fiscalYearStart);
  let month = 0;
  for (let at = periodContaining(day, 'month', calendar); at.start > start; at = previousPeriod(at)) month++;
  return { quarter: start, month };
}

/** The quarter that holds the middle of a period, and which part of it that is: its month, week or day, from 0. */
export function partOfQuarter(
  { start, end, grain }: Pick<Period, 'start' | 'end' | 'grain'>,
  { calendar, fiscalYearStart = 1 }: QuarterCalendar,
): { readonly quarter: CivilDay; readonly part: number } {
  const middle = start + Math.floor((end - 1 - start) / 2);
  const { quarter, month } = placeInQuarter(middle, calendar, fiscalYearStart);
  if (grain === 'month') return { quarter, part: month };
  return { quarter, part: Math.floor((middle - quarter) / (grain === 'week' ? 7 : 1)) };
}

/** More than so much of two periods in other parts of a quarter: February is short, and leap years are. */
const ALIKE_UP_TO = 0.15;

/** Whether two periods are the same part of a quarter, as second months, whole quarters and whole years are. */
export function isSamePartOfQuarter(
  first: Pick<Period, 'start' | 'end'>,
  second: Pick<Period, 'start' | 'end'>,
  calendar: QuarterCalendar,
): boolean {
  const [one, other] = [partsOf(first, calendar), partsOf(second, calendar)];
  return one.reduce((sum, share, month) => sum + Math.abs(share - (other[month] as number)), 0) / 2 <= ALIKE_UP_TO;
}

/** The share of a period's days in the first, second and third months of quarters. */
function partsOf(
  { start, end }: Pick<Period, 'start' | 'end'>,
  { calendar, fiscalYearStart = 1 }: QuarterCalendar,
): number[] {
  const days = [0, 0, 0];
  for (let day = start; day < end; ) {
    const month = periodContaining(day, 'month', calendar);
    const until = Math.min(month.end, end);
    const place = placeInQuarter(day, calendar, fiscalYearStart).month;
    days[place] = (days[place] as number) + until - day;
    day = until;
  }
  return days.map((count) => count / Math.max(1, end - start));
}
