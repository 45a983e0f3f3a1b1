import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { countDays } from '../model/day-counts.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import type { DayTally } from './day-tally.js';
import { placeInQuarter, type QuarterCalendar } from './part-of-quarter.js';
import { timeline } from './timeline.js';

/** Months of a quarter. */
const MONTHS = 3;
/** Two quarters are no fewer days. */
const LEAST_DAYS = 120;

/** Records with a day and a score each. */
export interface Scored {
  readonly rows: Uint32Array;
  /** By the places of `rows`; or those of the rows that score 1, where the others score 0. Both ascend. */
  readonly scores: ArrayLike<number> | { readonly ones: Uint32Array };
  /** By row number. */
  readonly days: Int32Array;
  /** Later days do not count, nor do records without one. */
  readonly until: CivilDay;
}

/** The records of one quarter in the order of the rows. */
export interface OfQuarter {
  readonly scores: Float64Array;
  /** The month of the quarter that each is in, from 0. */
  readonly groups: Uint8Array;
  /** How many are in each. */
  readonly sizes: readonly number[];
}

/** First, second or third months together. */
export interface OfMonths {
  readonly n: number;
  /** Σ of the scores. */
  readonly sum: number;
}

/** Records by the months of quarters; a quarter is told by its index. */
export interface ByQuarter {
  /** Those that hold a record, in the order in which the rows come upon them. */
  readonly quarters: readonly number[];
  /** How many records its first, second and third month hold. */
  sizes(quarter: number): readonly number[];
  /** The first day of a quarter, or of one of its months (of one without a record: of the quarter). */
  startOf(quarter: number, month?: number): CivilDay;
  /** The months of some quarters together; null where not all scores are whole numbers (from 0 on), so that the order of a sum matters. */
  months(quarters: readonly number[]): readonly OfMonths[] | null;
  /** The records of each of some quarters. */
  strata(quarters: readonly number[]): readonly OfQuarter[];
}

/** The quarters that hold some days. */
interface Quarters {
  /** The first day of each. */
  readonly starts: readonly CivilDay[];
  /** And of its months, by `quarter × 3 + month`. */
  readonly monthStarts: readonly CivilDay[];
  /** Of each day from the first on: three times its quarter, and its month. */
  readonly cellOf: Uint32Array;
}

function quartersIn(first: CivilDay, last: CivilDay, { calendar, fiscalYearStart = 1 }: QuarterCalendar): Quarters {
  const { periods } = timeline({ first, last }, 'month', { calendar });
  const starts: CivilDay[] = [];
  const indices = new Map<CivilDay, number>();
  const monthStarts: CivilDay[] = [];
  const cellOf = new Uint32Array(last - first + 1);
  for (const { start, end } of periods) {
    const { quarter, month } = placeInQuarter(start, calendar, fiscalYearStart);
    const index = indices.get(quarter) ?? starts.push(quarter) - 1;
    indices.set(quarter, index);
    monthStarts[index * MONTHS + month] = start;
    cellOf.fill(index * MONTHS + month, Math.max(0, start - first), Math.max(0, end - first));
  }
  return { starts, monthStarts, cellOf };
}

/** The months of each quarter that holds won or lost deals, up to a day: how many they are, and won ones as the sum. */
export function decidedByQuarter(
  { first, counts }: DayTally,
  until: CivilDay,
  calendar: QuarterCalendar,
): readonly (readonly OfMonths[])[] {
  const found: { readonly at: number; readonly won: number; readonly n: number }[] = [];
  for (let slot = 0; slot < counts.length && first + slot / OUTCOMES.length <= until; slot += OUTCOMES.length) {
    const [won, lost] = [counts[slot + WON] as number, counts[slot + LOST] as number];
    if (won + lost > 0) found.push({ at: slot / OUTCOMES.length, won, n: won + lost });
  }
  const [begin, end] = [found[0]?.at ?? 0, found[found.length - 1]?.at ?? 0];
  if (end - begin < LEAST_DAYS) return [];
  const { starts, cellOf } = quartersIn(first + begin, first + end, calendar);
  const months = starts.map(() => [0, 1, 2].map(() => ({ n: 0, sum: 0 })));
  for (const { at, won, n } of found) {
    const cell = cellOf[at - begin] as number;
    const month = months[Math.floor(cell / MONTHS)]?.[cell % MONTHS];
    if (month === undefined) continue;
    month.n += n;
    month.sum += won;
  }
  return months;
}

/** Null where the days do not reach over two quarters. One pass over the records, and one for `strata` or a rate's `months`. */
export function recordsByQuarter({ rows, scores, days, until }: Scored, calendar: QuarterCalendar): ByQuarter | null {
  const byDay = countByDay({ rows, scores, days, until });
  const taken = [...byDay.order].sort((a, b) => a - b);
  const [first, last] = [taken[0] ?? 0, taken[taken.length - 1] ?? 0];
  if (last - first < LEAST_DAYS) return null;
  const { starts, monthStarts, cellOf } = quartersIn(first, last, calendar);
  const counts = new Uint32Array(starts.length * MONTHS);
  for (const day of taken) {
    const cell = cellOf[day - first] as number;
    counts[cell] = (counts[cell] as number) + (byDay.counts[day - byDay.from] as number);
  }
  const quarters = [...new Set(byDay.order.map((day) => Math.floor((cellOf[day - first] as number) / MONTHS)))];
  const placed: Placed = { cellOf, first, cells: counts.length };
  const sizes = (quarter: number): readonly number[] => [...counts.subarray(quarter * MONTHS, (quarter + 1) * MONTHS)];

  return {
    quarters,
    sizes,
    startOf: (quarter, month) => {
      const start = starts[quarter] as CivilDay;
      return month === undefined ? start : (monthStarts[quarter * MONTHS + month] ?? start);
    },
    months: (some) => {
      const sums = 'ones' in scores ? onesIn(scores.ones, days, until, placed) : sumsIn(byDay, taken, placed);
      if (sums === null) return null;
      return [0, 1, 2].map((month) => {
        const of = (cells: ArrayLike<number>): number =>
          some.reduce((sum, quarter) => sum + (cells[quarter * MONTHS + month] as number), 0);
        return { n: of(counts), sum: of(sums) };
      });
    },
    strata: (some) => {
      const found = some.map((quarter) => {
        const ofMonths = sizes(quarter);
        const size = ofMonths.reduce((sum, n) => sum + n, 0);
        return { scores: new Float64Array(size), groups: new Uint8Array(size), sizes: ofMonths };
      });
      const places = new Int32Array(starts.length).fill(-1);
      for (const [place, quarter] of some.entries()) places[quarter] = place;
      const filled = new Uint32Array(some.length);
      const scored = 'ones' in scores ? amongst(rows, scores.ones) : scores;
      for (let i = 0; i < rows.length; i++) {
        const day = days[rows[i] as number] as number;
        if (day === NO_DAY || day > until) continue;
        const cell = cellOf[day - first] as number;
        const quarter = Math.floor(cell / MONTHS);
        const place = places[quarter] as number;
        if (place < 0) continue;
        const own = found[place] as (typeof found)[number];
        const at = filled[place] as number;
        own.scores[at] = scored[i] as number;
        own.groups[at] = cell - quarter * MONTHS;
        filled[place] = at + 1;
      }
      return found;
    },
  };
}

/** The cell of each day since the first: three times its quarter, and its month. */
interface Placed {
  readonly cellOf: Uint32Array;
  readonly first: CivilDay;
  readonly cells: number;
}

function onesIn(ones: Uint32Array, days: Int32Array, until: CivilDay, { cellOf, first, cells }: Placed): Uint32Array {
  const found = new Uint32Array(cells);
  for (let i = 0; i < ones.length; i++) {
    const day = days[ones[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    const cell = cellOf[day - first] as number;
    found[cell] = (found[cell] as number) + 1;
  }
  return found;
}

/** Null where a score is no whole number from 0 on, or a sum too large to be exact. */
function sumsIn(
  { from, sums, isWhole }: ByDay,
  taken: readonly CivilDay[],
  { cellOf, first, cells }: Placed,
): Float64Array | null {
  if (!isWhole) return null;
  const found = new Float64Array(cells);
  for (const day of taken) {
    const cell = cellOf[day - first] as number;
    found[cell] = (found[cell] as number) + (sums[day - from] as number);
  }
  return found.reduce((sum, one) => sum + one, 0) > Number.MAX_SAFE_INTEGER ? null : found;
}

/** Records by their days. */
interface ByDay {
  /** The days that any has, in the order in which the rows come upon them. */
  readonly order: readonly CivilDay[];
  /** By the days from `from` on, how many records … */
  readonly from: CivilDay;
  readonly counts: Uint32Array;
  /** … and Σ of their scores, while all are whole numbers from 0 on. */
  readonly sums: Float64Array;
  readonly isWhole: boolean;
}

function countByDay({ rows, scores, days, until }: Scored): ByDay {
  const known = countDays([days]);
  const [from, to] = [known[known.length - 1]?.day ?? 0, Math.min(until, known[0]?.day ?? -1)];
  const size = Math.max(0, to - from + 1);
  const [counts, sums] = [new Uint32Array(size), new Float64Array(size)];
  const order: CivilDay[] = [];
  const own = 'ones' in scores ? null : scores;
  let isWhole = own !== null;
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    const at = day - from;
    const count = counts[at] as number;
    if (count === 0) order.push(day);
    counts[at] = count + 1;
    if (!isWhole || own === null) continue;
    const score = own[i] as number;
    isWhole = score >= 0 && score === Math.floor(score);
    sums[at] = (sums[at] as number) + score;
  }
  return { order, from, counts, sums, isWhole };
}

/** Of ascending rows, 1 for each that the others hold, and 0. */
function amongst(rows: Uint32Array, others: Uint32Array): Uint8Array {
  const found = new Uint8Array(rows.length);
  let at = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    while (at < others.length && (others[at] as number) < row) at++;
    if (at < others.length && others[at] === row) found[i] = 1;
  }
  return found;
}
