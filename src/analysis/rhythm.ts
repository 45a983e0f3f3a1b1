import type { MeasuredValue } from '../kpi/definition.js';
import { isMean, withRowsOf, withSampleOf } from '../kpi/figures.js';
import type { CivilDay } from '../model/civil-day.js';
import { midRanks } from '../stats/ranks.js';
import { meanScoresTest } from '../stats/stratified.js';
import type { DayTally } from './day-tally.js';
import type { QuarterCalendar } from './part-of-quarter.js';
import {
  decidedByQuarter,
  type OfMonths,
  type OfQuarter,
  recordsByQuarter,
  type Scored,
} from './records-by-quarter.js';

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
  readonly scores: readonly [Float64Array, Float64Array, Float64Array];
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
  calendar: QuarterCalendar,
): QuarterRhythm | null {
  return withScores(measured, (scored) => rhythmIn(scored, closedAt, until, calendar));
}

function rhythmIn(
  scored: Scores,
  closedAt: Int32Array,
  until: CivilDay,
  calendar: QuarterCalendar,
): QuarterRhythm | null {
  const { isRate } = scored;
  const found = recordsByQuarter({ ...scored, days: closedAt, until }, calendar);
  if (found === null) return null;
  const isWhole = (quarter: number): boolean => found.sizes(quarter).every((size) => size >= LEAST_OF_MONTH);
  const whole = found.quarters.filter(isWhole);
  if (whole.length < LEAST_QUARTERS) return null;
  // Sums of whole numbers (won deals, days) tell enough to leave most files at that; others are summed in one order.
  const months = found.months(whole);
  if (months !== null && !isApart(months, isRate)) return null;
  const strata = found.strata(whole);
  if (months === null && shareApart(strata) < LEAST_SHARE) return null;
  const ranked = strata.map(({ scores: own, groups }) => ({
    scores: isRate ? own : midRanks(own).ranks.map((rank) => rank / (own.length + 1)),
    groups,
  }));
  const test = meanScoresTest(ranked, MONTHS);
  if (test === null || test.pValue > ALPHA) return null;
  const told = strata
    .map((stratum, index): WholeQuarter => {
      const quarter = whole[index] as number;
      const month = (place: number): MonthOfQuarter => {
        const values = ofMonth([stratum], place);
        return { start: found.startOf(quarter, place), n: values.length, mean: meanOf(values) };
      };
      return { start: found.startOf(quarter), months: [month(0), month(1), month(2)] };
    })
    .sort((one, other) => one.start - other.start);
  return {
    isRate,
    quarters: told,
    scores: [ofMonth(strata, 0), ofMonth(strata, 1), ofMonth(strata, 2)],
    pValue: test.pValue,
  };
}

/**
 * Whether the win rate of all deals can have a {@link quarterRhythm}: the counts of a tally by closing leave most files at
 * that, before a deal is looked at.
 */
export function mayHaveRhythm(tally: DayTally, until: CivilDay, calendar: QuarterCalendar): boolean {
  const whole = decidedByQuarter(tally, until, calendar).filter((months) =>
    months.every(({ n }) => n >= LEAST_OF_MONTH),
  );
  const months = [0, 1, 2].map((place) => ({
    n: whole.reduce((sum, quarter) => sum + (quarter[place]?.n ?? 0), 0),
    sum: whole.reduce((sum, quarter) => sum + (quarter[place]?.sum ?? 0), 0),
  }));
  return whole.length >= LEAST_QUARTERS && isApart(months, true);
}

/** {@link quarterRhythm}, where nothing but whether there is one is asked. */
export function hasQuarterRhythm(...asked: Parameters<typeof quarterRhythm>): boolean {
  return quarterRhythm(...asked) !== null;
}

/** The scores of the records of one month of quarters, in the order of the quarters. */
function ofMonth(strata: readonly OfQuarter[], place: number): Float64Array {
  const found = new Float64Array(strata.reduce((sum, { sizes }) => sum + (sizes[place] as number), 0));
  let size = 0;
  for (const { scores, groups } of strata) {
    for (let i = 0; i < groups.length; i++) if (groups[i] === place) found[size++] = scores[i] as number;
  }
  return found;
}

function sumOf(values: Float64Array, from = 0): number {
  let sum = from;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}

function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

function apartOf(means: readonly number[]): number {
  return Math.max(...means) - Math.min(...means);
}

/** Whether the means of the months are so far apart that it matters. */
function isApart(months: readonly OfMonths[], isRate: boolean): boolean {
  const means = months.map(({ n, sum }) => sum / n);
  if (isRate) return apartOf(means) >= LEAST_POINTS;
  const count = months.reduce((n, month) => n + month.n, 0);
  const all = months.reduce((sum, month) => sum + month.sum, 0) / count;
  return all !== 0 && apartOf(means) / Math.abs(all) >= LEAST_SHARE;
}

/** Largest less smallest mean of the months, over all quarters, as a share of the mean of all. */
function shareApart(strata: readonly OfQuarter[]): number {
  const months = [0, 1, 2].map((place) => ofMonth(strata, place));
  const count = months.reduce((n, { length }) => n + length, 0);
  const all = months.reduce((sum, values) => sumOf(values, sum), 0) / count;
  return all === 0 ? 0 : apartOf(months.map(meanOf)) / Math.abs(all);
}

/** A score for each record: 1 of the numerator and 0 of the others, or its own value. */
interface Scores {
  readonly rows: Uint32Array;
  readonly scores: Scored['scores'];
  readonly isRate: boolean;
}

/** Does some work with the scores behind a figure, of which nothing is kept; null where it has none. */
function withScores<T>(measured: MeasuredValue, work: (scored: Scores) => T | null): T | null {
  const { numerator, denominator, interval } = measured;
  if (interval?.method === 'wilson' && numerator !== undefined && denominator !== undefined) {
    return withRowsOf(denominator, (rows) =>
      rows.length === 0 ? null : withRowsOf(numerator, (ones) => work({ rows, scores: { ones }, isRate: true })),
    );
  }
  if (!isMean(measured)) return null;
  return withRowsOf(measured, (rows) =>
    withSampleOf(measured, (scores) => (rows.length === scores.length ? work({ rows, scores, isRate: false }) : null)),
  );
}
