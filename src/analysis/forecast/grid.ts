/** The months that a forecast counts in, and what the rhythm of a year or a quarter may depend on. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Period } from '../../model/period.js';
import { partOfQuarter, type QuarterCalendar } from '../part-of-quarter.js';
import { timeline } from '../timeline.js';

/** Parts of a month: the first ten days, the second ten, and the rest. */
export const PARTS = 3;
const PART_DAYS = 10;

/** Months without a gap, each in three parts; a cell is a part of a month, counted through. */
export interface Grid {
  readonly months: readonly Period[];
  /** First day of the first month. */
  readonly start: CivilDay;
  /** First day after the last month. */
  readonly end: CivilDay;
  /** Place in its quarter (0…2) of the first month: the others follow in turn. */
  readonly firstPlace: number;
  /** By day less `start`. */
  readonly cells: Int32Array;
}

export function gridOf(first: CivilDay, last: CivilDay, calendar: QuarterCalendar): Grid {
  const { periods } = timeline({ first, last }, 'month', calendar);
  const start = periods[0]?.start ?? first;
  const end = periods[periods.length - 1]?.end ?? last + 1;
  const cells = new Int32Array(end - start);
  periods.forEach((month, at) => {
    for (let day = month.start; day < month.end; day++) {
      cells[day - start] = PARTS * at + Math.min(PARTS - 1, Math.floor((day - month.start) / PART_DAYS));
    }
  });
  const [month] = periods;
  return {
    months: periods,
    start,
    end,
    firstPlace: month === undefined ? 0 : partOfQuarter(month, calendar).part,
    cells,
  };
}

/** The cell of a day, which must lie on the grid. */
export function cellOf(grid: Grid, day: CivilDay): number {
  return grid.cells[day - grid.start] as number;
}

/** The month of a day, by its place on the grid. */
export function monthOf(grid: Grid, day: CivilDay): number {
  return Math.floor(cellOf(grid, day) / PARTS);
}

/** The days of a cell. */
export function cellDays(grid: Grid, cell: number): { readonly start: CivilDay; readonly end: CivilDay } {
  const month = grid.months[Math.floor(cell / PARTS)] as Period;
  const part = cell % PARTS;
  return {
    start: month.start + PART_DAYS * part,
    end: part === PARTS - 1 ? month.end : month.start + PART_DAYS * (part + 1),
  };
}

/** Place of a month in its quarter, 0…2. */
export function placeInQuarter(grid: Grid, month: number): number {
  return (grid.firstPlace + month) % 3;
}
