import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { placeInQuarter, type QuarterCalendar } from './part-of-quarter.js';
import { timeline } from './timeline.js';

/** Months of a quarter. */
const MONTHS = 3;
/** Two quarters are no fewer days. */
const LEAST_DAYS = 120;

/** Records with a day and a score each. */
export interface Scored {
  readonly rows: Uint32Array;
  /** By the places of `rows`. */
  readonly scores: ArrayLike<number>;
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

/** Records by the months of quarters; a quarter is told by its index. */
export interface ByQuarter {
  /** Those that hold a record, in the order in which the rows come upon them. */
  readonly quarters: readonly number[];
  /** How many records its first, second and third month hold. */
  sizes(quarter: number): readonly number[];
  /** The first day of a quarter, or of one of its months (of one without a record: of the quarter). */
  startOf(quarter: number, month?: number): CivilDay;
  /** Mean scores of the months of some quarters together, where scores are whole numbers. */
  rates(quarters: readonly number[]): number[];
  /** The records of each of some quarters. */
  strata(quarters: readonly number[]): readonly OfQuarter[];
}

/** Null where the days do not reach over two quarters. One pass over the records, and one for `strata`. */
export function recordsByQuarter(
  { rows, scores, days, until }: Scored,
  { calendar, fiscalYearStart = 1 }: QuarterCalendar,
): ByQuarter | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (last - first < LEAST_DAYS) return null;
  const { periods } = timeline({ first, last }, 'month', { calendar });
  const starts: CivilDay[] = [];
  const indices = new Map<CivilDay, number>();
  const monthStarts: CivilDay[] = [];
  // Of each day between the first and the last: three times its quarter, and its month.
  const cellOf = new Uint32Array(last - first + 1);
  for (const { start, end } of periods) {
    const { quarter, month } = placeInQuarter(start, calendar, fiscalYearStart);
    const index = indices.get(quarter) ?? starts.push(quarter) - 1;
    indices.set(quarter, index);
    monthStarts[index * MONTHS + month] = start;
    cellOf.fill(index * MONTHS + month, Math.max(0, start - first), Math.max(0, end - first));
  }
  const counts = new Uint32Array(starts.length * MONTHS);
  const sums = new Float64Array(starts.length * MONTHS);
  const quarters: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day === NO_DAY || day > until) continue;
    const cell = cellOf[day - first] as number;
    const count = counts[cell] as number;
    if (count === 0) {
      const quarter = Math.floor(cell / MONTHS);
      if (!quarters.includes(quarter)) quarters.push(quarter);
    }
    counts[cell] = count + 1;
    sums[cell] = (sums[cell] as number) + (scores[i] as number);
  }
  const sizes = (quarter: number): readonly number[] => [...counts.subarray(quarter * MONTHS, (quarter + 1) * MONTHS)];

  return {
    quarters,
    sizes,
    startOf: (quarter, month) => {
      const start = starts[quarter] as CivilDay;
      return month === undefined ? start : (monthStarts[quarter * MONTHS + month] ?? start);
    },
    rates: (some) =>
      [0, 1, 2].map((month) => {
        const of = (cells: ArrayLike<number>): number =>
          some.reduce((sum, quarter) => sum + (cells[quarter * MONTHS + month] as number), 0);
        return of(sums) / of(counts);
      }),
    strata: (some) => {
      const found = some.map((quarter) => {
        const ofMonths = sizes(quarter);
        const size = ofMonths.reduce((sum, n) => sum + n, 0);
        return { scores: new Float64Array(size), groups: new Uint8Array(size), sizes: ofMonths };
      });
      const places = new Int32Array(starts.length).fill(-1);
      for (const [place, quarter] of some.entries()) places[quarter] = place;
      const filled = new Uint32Array(some.length);
      for (let i = 0; i < rows.length; i++) {
        const day = days[rows[i] as number] as number;
        if (day === NO_DAY || day > until) continue;
        const cell = cellOf[day - first] as number;
        const quarter = Math.floor(cell / MONTHS);
        const place = places[quarter] as number;
        if (place < 0) continue;
        const own = found[place] as (typeof found)[number];
        const at = filled[place] as number;
        own.scores[at] = scores[i] as number;
        own.groups[at] = cell - quarter * MONTHS;
        filled[place] = at + 1;
      }
      return found;
    },
  };
}
