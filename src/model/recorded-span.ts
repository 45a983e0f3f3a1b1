import type { CivilDay } from './civil-day.js';
import type { DayColumn } from './column.js';
import { countDays, type DayCount, isolatedFrom, recordsOf } from './day-counts.js';

/** From when to when one kind of date is recorded, and how often near both ends. */
export interface RecordedSpan {
  readonly first: CivilDay;
  readonly last: CivilDay;
  /** A usual long gap between recorded days at the beginning, in days; 0 where there is one day alone. */
  readonly gapAtStart: number;
  /** The same at the end. */
  readonly gapAtEnd: number;
  /** Single days far before all others, ascending: typos, or what was taken over from another system. */
  readonly early: readonly CivilDay[];
}

/** So many gaps next to an end are its rhythm: a business that grew had others. */
const GAPS = 40;
/** All but one of twenty gaps are no longer: weekends and holidays are usual, a lost month is not. */
const USUAL = 0.95;
/** Nearly all records: what lies more than a year before them begins nothing. */
const NEARLY_ALL = 0.995;
const YEAR = 366;

/**
 * The span of recorded days, its end no later than `until`. Days far before all others (as far before them as
 * `newestDay` leaves days after them aside, or one record of two hundred, more than a year before) begin nothing. Null
 * without a day. O(records + days).
 */
export function recordedSpan(columns: readonly DayColumn[], until: CivilDay): RecordedSpan | null {
  return spanOf(countDays(columns), until);
}

/** The same of records that are counted by their days, the newest day first. */
export function spanOf(days: readonly DayCount[], until: CivilDay): RecordedSpan | null {
  const early = Math.max(isolatedFrom(mirrored(days)), farBefore(days));
  const usual = days.slice(0, days.length - early);
  const past = usual.filter(({ day }) => day <= until);
  const first = usual[usual.length - 1];
  if (first === undefined) return null;
  return {
    first: first.day,
    last: past[0]?.day ?? first.day,
    gapAtStart: usualGap(usual.slice(-GAPS - 1)),
    gapAtEnd: usualGap(past.slice(0, GAPS + 1)),
    early: days
      .slice(usual.length)
      .map(({ day }) => day)
      .reverse(),
  };
}

/** The same days as seen from the other end of time. */
function mirrored(days: readonly DayCount[]): DayCount[] {
  return days.map(({ day, records }) => ({ day: -day, records })).reverse();
}

/** How many days, the oldest ones, lie more than a year before 99.5 % of the records. */
function farBefore(days: readonly DayCount[]): number {
  const few = recordsOf(days) * (1 - NEARLY_ALL);
  let older = 0;
  let aside = 0;
  for (let at = days.length - 1; at > 0; at--) {
    older += (days[at] as DayCount).records;
    if (older > few) break;
    if ((days[at - 1] as DayCount).day - (days[at] as DayCount).day > YEAR) aside = days.length - at;
  }
  return aside;
}

/**
 * The gap that 95 % of those between the given days (newest first) do not exceed. Of fewer than twenty gaps the longest
 * is that at most, and the next one may well be longer: the fewer, the more room it gets (thrice as long beside one, a
 * fifth longer beside ten). 0 without a gap.
 */
function usualGap(days: readonly DayCount[]): number {
  const gaps = days.slice(1).map(({ day }, at) => (days[at] as DayCount).day - day);
  if (gaps.length === 0) return 0;
  gaps.sort((a, b) => a - b);
  const usual = gaps[Math.ceil(USUAL * gaps.length) - 1] as number;
  return gaps.length * (1 - USUAL) < 1 ? usual * (1 + 2 / gaps.length) : usual;
}
