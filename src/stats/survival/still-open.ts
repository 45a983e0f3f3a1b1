import type { Interval } from '../interval.js';
import { aalenJohansenOf, type IncidenceCurves, incidenceAt, incidenceInterval } from './aalen-johansen.js';
import { type LifeTable, tableAfter } from './life-table.js';
import { type CurveQuantile, curveQuantile } from './quantile.js';

/** What becomes of a duration that has lasted longer than `age`. */
export interface StillOpen {
  readonly age: number;
  /** At risk on the next day that anything was seen. */
  readonly n: number;
  /** P(ended by cause 1, by cause 2, within the horizon | lasted longer than the age). */
  readonly first: number;
  readonly second: number;
  readonly interval: Interval | null;
  /** Days still to come until half have ended. */
  readonly rest: CurveQuantile;
}

/**
 * Cumulative incidence of those that have lasted longer than `age`: (F_k(t) − F_k(age)) / S(age). They are the only ones
 * at risk after that age, so it is the Aalen–Johansen estimate of the table after it, with that estimate's variance.
 */
export function curvesAfter(table: LifeTable, age: number): IncidenceCurves {
  return aalenJohansenOf(tableAfter(table, age));
}

/**
 * P(cause 1 | lasted longer than `age`), to the end of what was seen or to `age + horizon`, and the days that remain.
 * Null where nobody was seen longer than the age.
 *
 * @param curves of those who have lasted longer, by `curvesAfter`
 */
export function stillOpenAt(
  curves: IncidenceCurves,
  age: number,
  horizon = Number.POSITIVE_INFINITY,
): StillOpen | null {
  if (curves.n === 0) return null;
  const until = age + horizon;
  const { value, interval } = curveQuantile(curves);
  const rest = (day: number | null): number | null => (day === null ? null : day - age);
  return {
    age,
    n: curves.n,
    first: incidenceAt(curves, 1, until),
    second: incidenceAt(curves, 2, until),
    interval: incidenceInterval(curves, 1, until),
    rest: {
      value: rest(value),
      interval: interval === null ? null : { ...interval, low: rest(interval.low), high: rest(interval.high) },
    },
  };
}
