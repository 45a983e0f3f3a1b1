import type { MeasuredValue } from '../kpi/definition.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { type Calendar, type Period, periodContaining, previousPeriod } from '../model/period.js';
import { midRanks } from '../stats/ranks.js';
import { meanScoresTest } from '../stats/stratified.js';
import { timeline } from './timeline.js';

/** Which months begin a quarter. */
export interface QuarterCalendar {
  readonly calendar: Calendar;
  readonly fiscalYearStart?: number | undefined;
}

/** Months of a quarter. */
const MONTHS = 3;
/** One quarter of its own shows no rhythm; so many records in each month of a quarter make it a whole one. */
const LEAST_QUARTERS = 2;
const LEAST_OF_MONTH = 5;
/** A rhythm takes verdicts away, so it is believed at 1 % only (a judgement). */
const ALPHA = 0.01;
/** Least distance between the months of a quarter that matters: points of a rate, share of a mean (judgements). */
const LEAST_POINTS = 0.05;
const LEAST_SHARE = 0.1;

/** One month of a quarter: how many records, and their mean (a rate, where the figure is one). */
export interface MonthOfQuarter {
  readonly start: CivilDay;
  readonly n: number;
  readonly mean: number;
}

/** A quarter with enough records in each of its months. */
export interface WholeQuarter {
  readonly start: CivilDay;
  readonly months: readonly [MonthOfQuarter, MonthOfQuarter, MonthOfQuarter];
}

/** A figure that is another one in the first, second and third month of a quarter. */
export interface QuarterRhythm {
  /** Whether the figure is a rate of records; else it is a mean. */
  readonly isRate: boolean;
  /** In time order; the test is over these. */
  readonly quarters: readonly WholeQuarter[];
  /** The scores of the records of first, second and third months: 1 and 0 of a rate, values of a mean. */
  readonly scores: readonly [readonly number[], readonly number[], readonly number[]];
  readonly pValue: number;
}

/**
 * Whether a figure of closed deals is another one in the first, second and third month of a quarter, over all quarters
 * up to a day: the mean score statistic within quarters (see `meanScoresTest`), of won and lost for a rate, of ranks for
 * a mean. Deals without a closing date do not count. Null where it is not, and where the file has no two whole quarters.
 *
 * @param measured the figure over all data, with the rows behind it
 */
export function quarterRhythm(
  measured: MeasuredValue,
  closedAt: Int32Array,
  until: CivilDay,
  { calendar, fiscalYearStart = 1 }: QuarterCalendar,
): QuarterRhythm | null {
  const scored = scoresOf(measured);
  if (scored === null) return null;
  const { rows, scores, isRate } = scored;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < rows.length; i++) {
    const day = closedAt[rows[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (last - first < LEAST_QUARTERS * 60) return null;
  const months = timeline({ first, last }, 'month', { calendar });
  const places = months.periods.map(({ start }) => placeInQuarter(start, calendar, fiscalYearStart));
  const starts = new Map(
    places.map(({ quarter, month }, index) => [`${quarter} ${month}`, months.periods[index]?.start]),
  );
  const quarters = new Map<CivilDay, Stratum>();
  for (let i = 0; i < rows.length; i++) {
    const day = closedAt[rows[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    const place = places[months.indexOf(day)];
    if (place === undefined) continue;
    const quarter = quarters.get(place.quarter) ?? { scores: [], groups: [], sizes: [0, 0, 0] };
    quarters.set(place.quarter, quarter);
    quarter.scores.push(scores[i] as number);
    quarter.groups.push(place.month);
    quarter.sizes[place.month] = (quarter.sizes[place.month] as number) + 1;
  }
  const whole = [...quarters].filter(([, { sizes }]) => sizes.every((size) => size >= LEAST_OF_MONTH));
  const ofMonths = scoresOfMonths(whole.map(([, stratum]) => stratum));
  if (whole.length < LEAST_QUARTERS || spreadOf(ofMonths, isRate) < (isRate ? LEAST_POINTS : LEAST_SHARE)) return null;
  const strata = whole.map(([, { scores: own, groups }]) => ({
    scores: isRate ? own : midRanks(Float64Array.from(own)).ranks.map((rank) => rank / (own.length + 1)),
    groups,
  }));
  const test = meanScoresTest(strata, MONTHS);
  if (test === null || test.pValue > ALPHA) return null;
  const told = whole
    .map(([start, stratum]) => ({ start, months: monthsOf(start, stratum) }))
    .sort((one, other) => one.start - other.start);
  return { isRate, quarters: told, scores: ofMonths, pValue: test.pValue };

  function monthsOf(quarter: CivilDay, stratum: Stratum): WholeQuarter['months'] {
    const own = scoresOfMonths([stratum]);
    const month = (place: number): MonthOfQuarter => {
      const values = own[place] ?? [];
      return { start: starts.get(`${quarter} ${place}`) ?? quarter, n: values.length, mean: meanOf(values) };
    };
    return [month(0), month(1), month(2)];
  }
}

/** {@link quarterRhythm}, where nothing but whether there is one is asked. */
export function hasQuarterRhythm(...asked: Parameters<typeof quarterRhythm>): boolean {
  return quarterRhythm(...asked) !== null;
}

/** The records of one quarter, and in which of its months each is. */
interface Stratum {
  readonly scores: number[];
  readonly groups: number[];
  readonly sizes: number[];
}

function scoresOfMonths(strata: readonly Stratum[]): QuarterRhythm['scores'] {
  const found: [number[], number[], number[]] = [[], [], []];
  for (const { scores, groups } of strata) {
    groups.forEach((month, index) => {
      found[month]?.push(scores[index] as number);
    });
  }
  return found;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Largest less smallest mean of the months, over all quarters; of means as a share of the mean of all. */
function spreadOf(months: QuarterRhythm['scores'], isRate: boolean): number {
  const means = months.map(meanOf);
  const apart = Math.max(...means) - Math.min(...means);
  const all = meanOf(months.flat());
  return isRate ? apart : all === 0 ? 0 : apart / Math.abs(all);
}

/** A score for each record: 1 of the numerator and 0 of the others, or its own value. */
function scoresOf({ numerator, denominator, interval, sample, rows }: MeasuredValue): {
  readonly rows: Uint32Array;
  readonly scores: ArrayLike<number>;
  readonly isRate: boolean;
} | null {
  if (interval?.method === 'wilson' && numerator !== undefined && denominator !== undefined) {
    if (denominator.rows.length === 0) return null;
    const successes = new Set(numerator.rows);
    return {
      rows: denominator.rows,
      scores: Uint8Array.from(denominator.rows, (row) => (successes.has(row) ? 1 : 0)),
      isRate: true,
    };
  }
  if (sample === undefined || rows === undefined || rows.length !== sample.length) return null;
  return { rows, scores: sample, isRate: false };
}

function placeInQuarter(
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
