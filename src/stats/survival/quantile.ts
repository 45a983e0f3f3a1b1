import { LEVEL } from '../interval.js';
import { type CurveTransform, type StepCurve, shareInterval } from './kaplan-meier.js';

/** An interval whose ends may lie beyond what was seen: null is open. */
export interface OpenInterval {
  readonly low: number | null;
  readonly high: number | null;
  /** Nominal coverage, 0.95. */
  readonly level: number;
  readonly method: 'brookmeyer-crowley';
}

export interface CurveQuantile {
  /** The smallest day by which the share has ended; null where the curve does not come so far. */
  readonly value: number | null;
  /** Null where the curve has no interval anywhere: nothing, or everything at once, has ended. */
  readonly interval: OpenInterval | null;
}

/** Products of shares that should meet a half exactly miss it by rounding. */
const SLACK = 1e-12;

/**
 * When a share of all durations has ended: the smallest t with S(t) ≤ 1 − share, 0.5 being the median. Its interval holds
 * the days on which 1 − share lies in the pointwise interval of S (R. Brookmeyer and J. Crowley, Biometrics 38, 1982).
 */
export function curveQuantile(
  curve: StepCurve,
  share = 0.5,
  transform: CurveTransform = 'log-log',
  level: number = LEVEL,
): CurveQuantile {
  const left = 1 - share + SLACK;
  let [value, low, high, known]: [number | null, number | null, number | null, boolean] = [null, null, null, false];
  for (let i = 0; i < curve.times.length && high === null; i++) {
    const [day, survival] = [curve.times[i] as number, curve.survival[i] as number];
    if (value === null && survival <= left) value = day;
    const interval = shareInterval(survival, curve.variance[i] as number, transform, level);
    known ||= interval !== null;
    if (low === null && (interval?.low ?? survival) <= left) low = day;
    if (interval !== null && interval.high <= left) high = day;
  }
  return { value, interval: known ? { low, high, level, method: 'brookmeyer-crowley' } : null };
}
