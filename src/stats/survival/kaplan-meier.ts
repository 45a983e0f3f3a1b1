import { type Interval, LEVEL } from '../interval.js';
import { normalQuantile } from '../normal.js';
import { firstAfter, type LifeTable, lifeTable, stepAt } from './life-table.js';

/** Share that has not ended by each day: constant between `times`, 1 before the first of them. */
export interface StepCurve {
  readonly n: number;
  /** Days on which something ended or was last seen, ascending. */
  readonly times: Float64Array;
  readonly survival: Float64Array;
  readonly atRisk: Float64Array;
  /** Ended on that day, by whatever cause. */
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Greenwood's, of `survival`; 0 where nothing or everything has ended. */
  readonly variance: Float64Array;
}

/** How an interval is made of a curve: symmetric on log S, or on log(−log S). */
export type CurveTransform = 'log' | 'log-log';

/**
 * Product-limit estimate S(t) = Π (1 − d/n) of durations some of which go on (E. L. Kaplan and P. Meier, JASA 53, 1958),
 * with Greenwood's variance S² Σ d / (n (n − d)) (M. Greenwood 1926). Every cause but 0 ends a duration; see `lifeTable`
 * for ties and `entry`.
 */
export function kaplanMeier(
  durations: ArrayLike<number>,
  events: ArrayLike<number>,
  entry: ArrayLike<number> | null = null,
): StepCurve {
  return kaplanMeierOf(lifeTable(durations, events, entry));
}

/** The same of durations that are counted already. O(days). */
export function kaplanMeierOf(table: LifeTable): StepCurve {
  const { n, times, atRisk, censored } = table;
  const length = times.length;
  const [survival, events, variance] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  let [share, relative] = [1, 0];
  for (let i = 0; i < length; i++) {
    const [there, ended] = [atRisk[i] as number, (table.events[0][i] as number) + (table.events[1][i] as number)];
    events[i] = ended;
    if (ended > 0) {
      share = ended === there ? 0 : share * (1 - ended / there);
      relative += ended === there ? 0 : ended / (there * (there - ended));
    }
    survival[i] = share;
    variance[i] = share * share * relative;
  }
  return { n, times, survival, atRisk, events, censored, variance };
}

/** S(t). After the last day that anyone was seen the curve is not known and keeps its last value. */
export function survivalAt(curve: StepCurve, t: number): number {
  return stepAt(curve.times, curve.survival, t, 1);
}

/**
 * Pointwise interval of S(t) from Greenwood's variance; null where S is 0 or 1, which has none. The default is symmetric
 * on log(−log S) (J. D. Kalbfleisch and R. L. Prentice 1980): it cannot leave 0…1 and covers what it says from about 25
 * records on (Ø. Borgan and K. Liestøl, Scand. J. Statist. 17, 1990). `log` is the default of R's survfit, cut at 1.
 */
export function survivalInterval(
  curve: StepCurve,
  t: number,
  transform: CurveTransform = 'log-log',
  level: number = LEVEL,
): Interval | null {
  const at = firstAfter(curve.times, t) - 1;
  if (at < 0) return null;
  return shareInterval(curve.survival[at] as number, curve.variance[at] as number, transform, level);
}

/** The interval of one share with its variance, named for what the variance is of a curve of survival. */
export function shareInterval(
  share: number,
  variance: number,
  transform: CurveTransform,
  level: number = LEVEL,
): Interval | null {
  if (!(share > 0 && share < 1 && variance > 0)) return null;
  const z = normalQuantile(0.5 + level / 2);
  const relative = (z * Math.sqrt(variance)) / share;
  if (transform === 'log') {
    return {
      low: share * Math.exp(-relative),
      high: Math.min(1, share * Math.exp(relative)),
      level,
      method: 'greenwood-log',
    };
  }
  const power = Math.exp(relative / -Math.log(share));
  return { low: share ** power, high: share ** (1 / power), level, method: 'greenwood-log-log' };
}
