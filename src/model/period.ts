import type { CivilDay } from './civil-day.js';
import { NO_DAY } from './civil-day.js';

/** What a period is counted in; decides what "the previous one" is. `days` = an explicit or rolling range. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days';

/** A half-open range of civil days, or all data (`null` bounds are never used: see ALL_TIME). */
export interface Period {
  /** As a person writes it: `2025-Q3`. */
  readonly label: string;
  readonly start: CivilDay;
  /** First day after the period. */
  readonly end: CivilDay;
  readonly grain: Grain;
  readonly calendar: 'gregorian' | 'jalali';
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
