import { type Interval, LEVEL } from '../interval.js';
import { kaplanMeierOf, type StepCurve, shareInterval } from './kaplan-meier.js';
import { firstAfter, type LifeTable, lifeTable, stepAt } from './life-table.js';

/** Two ways to end that preclude each other: incidence of both and `survival` add up to 1 on every day. */
export interface IncidenceCurves extends StepCurve {
  /** Share ended by cause 1, and by cause 2, by each day. */
  readonly incidence: readonly [Float64Array, Float64Array];
  readonly incidenceVariance: readonly [Float64Array, Float64Array];
}

/**
 * Cumulative incidence F_k(t) = Σ S(t−) d_k / n of two competing causes (O. O. Aalen and S. Johansen, Scand. J. Statist.
 * 5, 1978). 1 − Kaplan–Meier with the other cause as censored is too high: it counts what the other cause has ended
 * already as if it could still end by this one.
 *
 * Variance by the delta method (E. Marubini and M. G. Valsecchi 1995, 10.4; what SAS PROC LIFETEST and lifelines print):
 * Σ (F(t) − F(tᵢ))² d/(n(n−d)) + Σ S(tᵢ−)² d_k(n−d_k)/n³ − 2 Σ (F(t) − F(tᵢ)) S(tᵢ−) d_k/n².
 */
export function aalenJohansen(
  durations: ArrayLike<number>,
  causes: ArrayLike<number>,
  entry: ArrayLike<number> | null = null,
): IncidenceCurves {
  return aalenJohansenOf(lifeTable(durations, causes, entry));
}

/** The same of durations that are counted already. O(days). */
export function aalenJohansenOf(table: LifeTable): IncidenceCurves {
  const curve = kaplanMeierOf(table);
  const [first, second] = [incidenceOf(table, curve, 0), incidenceOf(table, curve, 1)];
  return {
    ...curve,
    incidence: [first.incidence, second.incidence],
    incidenceVariance: [first.variance, second.variance],
  };
}

/** Share ended by cause 1 or 2 by day t. After the last day that anyone was seen it keeps its last value. */
export function incidenceAt(curves: IncidenceCurves, cause: 1 | 2, t: number): number {
  return stepAt(curves.times, curves.incidence[cause - 1] as Float64Array, t, 0);
}

/** Pointwise interval of the incidence, symmetric on log(−log F); null where it is 0 or 1, which has none. */
export function incidenceInterval(
  curves: IncidenceCurves,
  cause: 1 | 2,
  t: number,
  level: number = LEVEL,
): Interval | null {
  const at = firstAfter(curves.times, t) - 1;
  if (at < 0) return null;
  const [share, variance] = [curves.incidence[cause - 1]?.[at] ?? 0, curves.incidenceVariance[cause - 1]?.[at] ?? 0];
  const interval = shareInterval(share, variance, 'log-log', level);
  return interval === null ? null : { ...interval, method: 'delta-log-log' };
}

function incidenceOf(
  { times, atRisk, events }: LifeTable,
  { survival, events: ended }: StepCurve,
  cause: 0 | 1,
): { incidence: Float64Array; variance: Float64Array } {
  const [incidence, variance] = [new Float64Array(times.length), new Float64Array(times.length)];
  const own = events[cause];
  // The three sums with F(t) taken out of them, so that every day adds to them once.
  let [risk, riskByShare, riskBySquare, jumps, cross, crossByShare] = [0, 0, 0, 0, 0, 0];
  let [share, before] = [0, 1];
  for (let i = 0; i < times.length; i++) {
    const [n, d, dk] = [atRisk[i] as number, ended[i] as number, own[i] as number];
    if (d > 0) {
      share += (before * dk) / n;
      // Nothing can happen after everybody has ended: F(t) − F(tᵢ) stays 0.
      const hazard = d === n ? 0 : d / (n * (n - d));
      risk += hazard;
      riskByShare += hazard * share;
      riskBySquare += hazard * share * share;
      jumps += (before * before * dk * (n - dk)) / (n * n * n);
      const covariance = (before * dk) / (n * n);
      cross += covariance;
      crossByShare += covariance * share;
    }
    incidence[i] = share;
    const spread = share * share * risk - 2 * share * riskByShare + riskBySquare;
    variance[i] = Math.max(0, spread + jumps - 2 * (share * cross - crossByShare));
    before = survival[i] as number;
  }
  return { incidence, variance };
}
