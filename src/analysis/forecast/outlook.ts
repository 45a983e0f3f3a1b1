/** P(win in each coming month) of an open deal of some age, and of a deal yet to be created. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Fit } from './fit.js';
import { cellOf, type Grid, monthOf } from './grid.js';

/** The coming days, counted from the first one after the last known. */
export interface Future {
  /** Months, of which the first may be the rest of a running one. */
  readonly months: number;
  /** Month of a day, from 0. */
  readonly month: Int32Array;
  /** What the hazards of a day are multiplied with. */
  readonly win: Float64Array;
  readonly loss: Float64Array;
  /** Deals expected to be created on a day. */
  readonly created: Float64Array;
}

/** The days from the one after the fit's to the given one. */
export function futureOf({ t, wins, losses, creations }: Fit, grid: Grid, last: CivilDay): Future {
  const days = last - t;
  const first = monthOf(grid, t + 1);
  const at = (value: (cell: number) => number): Float64Array =>
    Float64Array.from({ length: days }, (_, day) => value(cellOf(grid, t + 1 + day)));
  return {
    months: monthOf(grid, last) - first + 1,
    month: Int32Array.from({ length: days }, (_, day) => monthOf(grid, t + 1 + day) - first),
    win: at(wins.at),
    loss: at(losses.at),
    created: at(creations.at),
  };
}

/** Hazards by age, of which the last holds for all later ages. */
export interface ByAge {
  readonly win: Float64Array;
  readonly loss: Float64Array;
}

/** A deal that is open with less than this chance is as good as closed. */
const NOTHING = 1e-7;

/**
 * Adds `weight` × P(win in each month) to `out` from `offset` on, for a deal that is `age` days old on the day
 * `from` of the future and open before it: the Aalen–Johansen recursion day by day, its hazards times the rhythm of the
 * calendar.
 */
export function addWins(
  { win, loss }: ByAge,
  future: Future,
  from: number,
  age: number,
  out: Float64Array,
  offset: number,
  weight: number,
): void {
  const { month, win: winX, loss: lossX } = future;
  const oldest = win.length - 1;
  let open = weight;
  for (let day = from, u = age; day < month.length && open > NOTHING * weight; day++, u++) {
    const at = u < oldest ? u : oldest;
    let h = (win[at] as number) * (winX[day] as number);
    let l = (loss[at] as number) * (lossX[day] as number);
    if (h + l > 1) {
      const whole = h + l;
      h /= whole;
      l /= whole;
    }
    const slot = offset + (month[day] as number);
    out[slot] = (out[slot] as number) + open * h;
    open *= 1 - h - l;
  }
}

/** Ages beyond this are looked at by weeks: the hazards of an old deal do not change within one. */
const DAYS_APART = 120;
const WEEK = 7;

/** Number of the class of ages, from 0. */
export function ageClass(age: number): number {
  return age <= DAYS_APART ? age : DAYS_APART + 1 + Math.floor((age - DAYS_APART - 1) / WEEK);
}

/** The age in the middle of a class. */
export function classAge(index: number): number {
  return index <= DAYS_APART ? index : DAYS_APART + 1 + (index - DAYS_APART - 1) * WEEK + Math.floor(WEEK / 2);
}

/**
 * P(win in month m) of open deals by class of stage and age: `classes × months`. Classes without a deal are left at 0.
 *
 * @param count deals by class: `stage × age`
 * @param ages classes of ages
 * @param futureOfStage the coming days as a deal in a stage has them
 */
export function winsByClass(
  hazards: ByAge,
  { months }: Future,
  count: Float64Array,
  ages: number,
  futureOfStage: (stage: number) => Future,
): Float64Array {
  const out = new Float64Array(count.length * months);
  for (let stage = 0; stage * ages < count.length; stage++) {
    const future = futureOfStage(stage);
    for (let age = 0; age < ages; age++) {
      const index = stage * ages + age;
      if ((count[index] as number) > 0) addWins(hazards, future, 0, classAge(age) + 1, out, index * months, 1);
    }
  }
  return out;
}

/** Expected wins in month m of the deals created in month j of the future: `months × months`, rows by creation. */
export function winsOfNew(hazards: ByAge, future: Future): Float64Array {
  const { months, month, created } = future;
  const out = new Float64Array(months * months);
  for (let day = 0; day < month.length; ) {
    const own = month[day] as number;
    let [until, deals] = [day, 0];
    while (until < month.length && until < day + STRIDE && month[until] === own) {
      deals += created[until++] as number;
    }
    if (deals > 0) addWins(hazards, future, Math.floor((day + until - 1) / 2), 0, out, own * months, deals);
    day = until;
  }
  return out;
}

/** Days of creation that are looked at together. */
const STRIDE = 5;
