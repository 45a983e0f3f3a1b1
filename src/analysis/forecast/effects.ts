/** What a count of events is beside what is expected of it, month by month: its level, its trend, and the rhythm of the year. */
import { partFactors, quarterFactors, yearFactors } from './factors.js';
import { type Grid, PARTS, placeInQuarter } from './grid.js';
import { levelOf } from './level.js';
import { adjusted, type Months } from './months.js';

/** Counts and expectations of a series of months, by cell of a grid. */
export interface Counted {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** The first cell that is known. */
  readonly from: number;
  /** The last one, which may be known in part. */
  readonly to: number;
}

/** How the coming months differ from what is expected of them. */
export interface Effects {
  /** What to multiply the expectation of a cell with. */
  at(cell: number): number;
  /** Relative variance of the level, the same in all months, so many months ahead (1 = the next one). */
  levelVariance(ahead: number): number;
  /** Relative variance of one month beside the others and beside that of a Poisson count, and of what its rhythm is. */
  readonly monthVariance: number;
  /** Factors of the months of a quarter and of the parts of a month; all 1 where none is told from chance. */
  readonly quarter: readonly number[];
  readonly part: readonly number[];
  /** Of the calendar's months in their order from the grid's first; empty under two years. */
  readonly year: readonly number[];
  /** Relative growth per month of the level now. */
  readonly growth: number;
}

/**
 * Effects of a series. Every factor is drawn towards 1 by how well it is told from chance (positive-part
 * James–Stein shrinkage, 1 − 1/F with the spread between months of one kind as the error), the level by one-step-ahead
 * errors: of several lengths of memory, with and without a damped trend, the one that would have forecast the known
 * months best, as discounted Poisson counts (A. C. Harvey, C. Fernandes, JBES 7, 1989; trend: E. S. Gardner,
 * E. McKenzie, Management Science 31, 1985).
 *
 * @param prior weight of a level of 1 in events; 0 = the series' own level alone
 * @param trend whether a trend is looked for
 */
export function effectsOf(grid: Grid, counted: Counted, { prior, trend }: { prior: number; trend: boolean }): Effects {
  const months = monthsOf(counted);
  const { factors: quarter, variance: quarterVariance } = quarterFactors(grid, months);
  const plain = adjusted(months, (month) => quarter[placeInQuarter(grid, month)] as number);
  const { factors: year, variance: yearVariance } = yearFactors(plain);
  const rhythm = (month: number): number => (quarter[placeInQuarter(grid, month)] as number) * (year[month % 12] ?? 1);
  const part = partFactors(counted);
  const level = levelOf(adjusted(months, rhythm), prior, trend);
  const last = Math.floor(counted.to / PARTS);
  return {
    at: (cell) => {
      const month = Math.floor(cell / PARTS);
      return level.at(month - last) * rhythm(month) * (part[cell % PARTS] as number);
    },
    levelVariance: level.variance,
    monthVariance: level.monthVariance + quarterVariance + yearVariance,
    quarter,
    part,
    year,
    growth: level.growth,
  };
}

function monthsOf({ observed, expected, from, to }: Counted): Months {
  const first = Math.floor(from / PARTS);
  const n = Math.floor(to / PARTS) - first + 1;
  const months: Months = { first, observed: new Array<number>(n).fill(0), expected: new Array<number>(n).fill(0) };
  for (let cell = from; cell <= to; cell++) {
    const at = Math.floor(cell / PARTS) - first;
    months.observed[at] = (months.observed[at] as number) + (observed[cell] as number);
    months.expected[at] = (months.expected[at] as number) + (expected[cell] as number);
  }
  return months;
}
