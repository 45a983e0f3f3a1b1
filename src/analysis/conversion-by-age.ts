import { leftOut } from '../kpi/figures.js';
import type { Question } from '../kpi/measure.js';
import { closed, counted, outcomeExcluded, undatedClosed, undatedCreated, won } from '../kpi/populations.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import type { Exclusion } from '../model/exclusion.js';
import { WON } from '../model/outcome.js';
import { ALL_TIME, isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { createdDays, createdTally, type DealsOfDay } from './day-tally.js';
import { type DayRange, knownUntil, rangeOf, type SeriesGrain } from './grain.js';
import { type Timeline, timeline } from './timeline.js';
import { listed, PLACES, quantileOf, type ValueCount } from './value-counts.js';

/** The deals created in one period. */
export interface CreatedCohort {
  readonly period: Period;
  readonly size: number;
  /** Won within so many days of their creation, by the ages; null where not every deal of the period has had them. */
  readonly won: readonly (number | null)[];
}

export interface ConversionByAge {
  readonly grain: SeriesGrain;
  /** In days, ascending: the last is an age by which nine in ten won deals were won. */
  readonly ages: readonly number[];
  /** The last day that counts. */
  readonly until: CivilDay;
  /** In the order of time; periods without a deal are left out. */
  readonly rows: readonly CreatedCohort[];
  /** Periods whose first wins the file cannot have seen, and the day on which its closings begin; null where it saw all. */
  readonly unseen: { readonly periods: number; readonly closingsFrom: CivilDay } | null;
  readonly excluded: readonly Exclusion[];
}

/** Under so many wins nobody knows how long deals take (a judgement, as for the threshold of stalled deals). */
const LEAST_WINS = 10;
/** Rows of months, and of quarters, that are still one table. */
const MOST_ROWS = 24;
/** A table of more periods (a creation in the year 1) is none. */
const MOST_PERIODS = 1_000;
/** Ages to choose from, short ones first. */
const LADDERS: readonly (readonly number[])[] = [
  [1, 2, 3, 5, 7],
  [3, 7, 14, 21, 30],
  [7, 14, 30, 45, 60],
  [15, 30, 60, 90, 120, 150],
  [30, 60, 90, 120, 180, 270],
  [60, 90, 180, 270, 365, 540],
  [90, 180, 365, 540, 730, 1_095],
  [365, 730, 1_095, 1_460, 1_825],
];
/** Wins expected before the first closing of the file; that there are none is then chance in under 5 % (e⁻³). */
const EXPECTED_ALL = 3;
/** And of one period: as many make its row too low by more than a rounding. */
const EXPECTED_OF_ROW = 0.5;
/** Closings that begin within a week of the creations begin with them. */
const FREE_DAYS = 7;

/**
 * How many of the deals created in a period were won within so many days of their creation, up to the end of the asked
 * period or the snapshot: read down an age, periods are compared where all their deals had as long. Deals won on an
 * unknown day are left out. What closed later counts as not won yet.
 *
 * A file whose closings begin later than its creations (an export by close date) cannot have seen the early wins of the
 * deals created before: where three or more of them were to be expected, going by the deals created since, the periods
 * concerned are left out. Null without both dates, under ten wins, where the file holds nothing but won deals, and beyond a
 * thousand periods. O(deals + periods × ages).
 */
export function conversionByAge(question: Question, asked: SeriesGrain | null): ConversionByAge | null {
  const { population, period, file, settings } = question;
  for (const field of ['outcome', 'created_at', 'closed_at'] as const) if (!population.has(field)) return null;
  if (!file.hasLost && !settings.assumeComplete) return null;
  const until = Math.min(knownUntil(question), isAllTime(period) ? Number.POSITIVE_INFINITY : period.end - 1);
  const deals = counted(population);
  const created = deals.column('created_at');
  const range = rangeOf([created], deals, ALL_TIME, until, createdTally(deals).tally);
  if (range === null || range.last < range.first) return null;
  const wins = won(deals);
  const byAge = winsByAge(wins, until);
  if (byAge.reduce((sum, { n }) => sum + n, 0) < LEAST_WINS) return null;
  const limit = quantileOf(byAge, 0.9);
  const ladder =
    LADDERS.find((one) => (one[one.length - 1] ?? 0) >= limit) ?? (LADDERS[LADDERS.length - 1] as number[]);
  const line = lineOf(range, asked, period);
  if (line === null) return null;
  const { periods, indexOf } = line;
  const days = createdDays(deals);
  const sizes = new Float64Array(periods.length);
  const countIn = (day: CivilDay, n: number): void => {
    const at = indexOf(day);
    // The last period may go on behind the last day that counts.
    if (at >= 0 && day <= until) sizes[at] = (sizes[at] as number) + n;
  };
  for (const { day, n } of days) countIn(day, n);
  // Wins by period and by the first age of the ladder that they were won by; behind these the later ones.
  const steps = ladder.length + 1;
  const reached = new Uint32Array(periods.length * steps);
  const stepOf = stepsOf(ladder);
  const ended = deals.column('closed_at');
  wins.withRows((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const day = created[row] as number;
      const to = ended[row] as number;
      if (day > until || day === NO_DAY || to > until) continue;
      if (to === NO_DAY) {
        countIn(day, -1);
        continue;
      }
      const at = indexOf(day);
      if (at < 0) continue;
      const age = to > day ? to - day : 0;
      const place = at * steps + (age < stepOf.length ? (stepOf[age] as number) : ladder.length);
      reached[place] = (reached[place] as number) + 1;
    }
  });
  const unseen = unseenWins(question, deals, days, wins, until);
  const missing = unseen === null ? new Float64Array(periods.length) : missingWins(deals, unseen, line, until);
  for (let at = 0; at < reached.length; at++) {
    if (at % steps > 0) reached[at] = (reached[at] as number) + (reached[at - 1] as number);
  }
  const isUnseen = (at: number): boolean => (missing[at] as number) >= EXPECTED_OF_ROW;
  const at = [...periods.keys()].filter((index) => (sizes[index] as number) > 0);
  const hidden = at.filter(isUnseen).length;
  return {
    grain: line.grain,
    ages: ladder,
    until,
    rows: at
      .filter((index) => !isUnseen(index))
      .map((index) => ({
        period: periods[index] as Period,
        size: sizes[index] as number,
        won: ladder.map((age, step) =>
          (periods[index] as Period).end - 1 + age <= until ? (reached[index * steps + step] as number) : null,
        ),
      })),
    unseen: unseen === null || hidden === 0 ? null : { periods: hidden, closingsFrom: unseen.first },
    excluded: leftOut({
      outcome_excluded: outcomeExcluded(population),
      undated_created: undatedCreated(deals),
      undated_closed: undatedClosed(won(deals)),
    }),
  };
}

/** For each age up to the last of a ladder the first of its ages that it does not lie beyond. */
function stepsOf(ladder: readonly number[]): Uint8Array {
  const found = new Uint8Array((ladder[ladder.length - 1] ?? -1) + 1);
  for (let step = ladder.length - 1; step >= 0; step--) found.fill(step, 0, (ladder[step] as number) + 1);
  return found;
}

/**
 * How many deals were won at each age, in days from creation to closing, ascending: 0 where the dates are the wrong way
 * round. Deals without one of the dates, and what was won after the last day that counts, are not among them.
 *
 * @param since deals created earlier, or after the last day that counts, are not, either; null = whenever they were
 */
function winsByAge(wins: Population<DealField>, until: CivilDay, since: CivilDay | null = null): ValueCount[] {
  const [first, last] = since === null ? [NO_DAY, Number.POSITIVE_INFINITY] : [since, until];
  const [created, ended] = [wins.column('created_at'), wins.column('closed_at')];
  const near = new Uint32Array(PLACES);
  const far = new Map<number, number>();
  wins.withRows((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const from = created[row] as number;
      const to = ended[row] as number;
      if (from === NO_DAY || to === NO_DAY || to > until || from < first || from > last) continue;
      const age = to > from ? to - from : 0;
      if (age < PLACES) near[age] = (near[age] as number) + 1;
      else far.set(age, (far.get(age) ?? 0) + 1);
    }
  });
  return listed(near, 0, far);
}

interface Unseen {
  /** The day on which the closings of the file begin. */
  readonly first: CivilDay;
  /** Wins before that day to be expected of a deal, by the day of its creation: 0…1. */
  expected(created: CivilDay): number;
}

/** The wins that a file whose closings begin late does not have. Null where their absence may be chance. */
function unseenWins(
  { edges = null }: Question,
  deals: Population<DealField>,
  days: readonly DealsOfDay[],
  wins: Population<DealField>,
  until: CivilDay,
): Unseen | null {
  const closings = closed(deals);
  const first =
    edges?.clocks.closed?.first ?? rangeOf([closings.column('closed_at')], closings, ALL_TIME, until)?.first;
  if (first === undefined) return null;
  const before = days.filter(({ day }) => day < first && day <= until);
  const n = days.reduce((sum, one) => sum + (one.day >= first && one.day <= until ? one.n : 0), 0);
  const [earliest] = before;
  if (earliest === undefined || n === 0 || first - earliest.day <= FREE_DAYS) return null;
  const byAge = winsByAge(wins, until, first);
  const share = new Map<CivilDay, number>();
  let [sooner, next, all] = [0, 0, 0];
  // The later a deal was created, the fewer ages lie between that and the first closing.
  for (const { day, n: own } of before.reverse()) {
    for (let one = byAge[next]; one !== undefined && one.value < first - day; one = byAge[++next]) sooner += one.n;
    share.set(day, sooner / n);
    all += (own * sooner) / n;
  }
  return all < EXPECTED_ALL ? null : { first, expected: (day) => share.get(day) ?? 0 };
}

/** By period: the wins that are to be expected of its deals and that the file cannot have seen. */
function missingWins(
  deals: Population<DealField>,
  { first, expected }: Unseen,
  { periods, indexOf }: Timeline,
  until: CivilDay,
): Float64Array {
  const [outcome, created, ended] = [deals.column('outcome'), deals.column('created_at'), deals.column('closed_at')];
  const missing = new Float64Array(periods.length);
  deals.withRows((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const day = created[row] as number;
      const at = indexOf(day);
      if (at < 0 || day > until || day >= first || (outcome[row] === WON && ended[row] === NO_DAY)) continue;
      missing[at] = (missing[at] as number) + expected(day);
    }
  });
  return missing;
}

/** Months where they are one table, else quarters, else years; what was asked for, if that is one of them. */
function lineOf(range: DayRange, asked: SeriesGrain | null, period: Period): Timeline | null {
  const isAsked = asked === 'month' || asked === 'quarter' || asked === 'year';
  const grains = isAsked ? [asked] : (['month', 'quarter', 'year'] as const);
  const lines = grains.map((grain) => timeline(range, grain, period));
  const line = lines.find(({ periods }) => periods.length <= MOST_ROWS) ?? lines[lines.length - 1];
  return line === undefined || line.periods.length > MOST_PERIODS ? null : line;
}
