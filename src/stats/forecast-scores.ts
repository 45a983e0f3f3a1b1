import { type Interval, wilson } from './interval.js';
import { sum } from './sum.js';

/**
 * Weighted absolute percentage error Σ|A − F| / Σ A of forecasts F against actuals A (a mean of percentages fails where
 * an actual is small). Null where the actuals add up to 0 or less. A = 100, 80, 120, 0, 60 and F = 90, 100, 110, 10, 60
 * give 0.138889.
 */
export function wape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number | null {
  const total = sum(actual);
  if (!(total > 0)) return null;
  return sum(Float64Array.from(actual, (value, at) => Math.abs(value - (forecast[at] as number)))) / total;
}

/** Bias Σ(F − A) / Σ A with its sign: above 0 = forecast too high. Null as in {@link wape}; the same example gives 0.027778. */
export function relativeBias(actual: ArrayLike<number>, forecast: ArrayLike<number>): number | null {
  const total = sum(actual);
  if (!(total > 0)) return null;
  return sum(Float64Array.from(actual, (value, at) => (forecast[at] as number) - value)) / total;
}

/** Share of actuals that lie in their intervals, ends included; null of none. */
export function coverage(
  actual: ArrayLike<number>,
  intervals: readonly { readonly low: number; readonly high: number }[],
): number | null {
  if (intervals.length === 0) return null;
  const inside = intervals.filter(({ low, high }, at) => {
    const value = actual[at] as number;
    return value >= low && value <= high;
  });
  return inside.length / intervals.length;
}

/**
 * Mean pinball (quantile) loss of forecasts of the p-quantile: (A − F)·p where the actual lies above, (F − A)·(1 − p)
 * where it lies below (R. Koenker, G. Bassett, Econometrica 46, 1978). Null of none.
 */
export function pinball(actual: ArrayLike<number>, forecast: ArrayLike<number>, p: number): number | null {
  if (actual.length === 0) return null;
  const losses = Float64Array.from(actual, (value, at) => {
    const miss = value - (forecast[at] as number);
    return miss >= 0 ? p * miss : (p - 1) * miss;
  });
  return sum(losses) / losses.length;
}

/** Events that were given one probability: how many there were, and how many happened. */
export interface Predicted {
  readonly p: number;
  readonly n: number;
  readonly happened: number;
}

/** Brier score: mean of (p − outcome)², outcomes 0 or 1 (G. W. Brier, Monthly Weather Review 78, 1950). Null of no event. */
export function brier(events: readonly Predicted[]): number | null {
  const all = sum(events.map(({ n }) => n));
  if (all === 0) return null;
  return sum(events.map(({ p, n, happened }) => happened * (1 - p) ** 2 + (n - happened) * p ** 2)) / all;
}

/** Events that were given like probabilities. */
export interface CalibrationBand {
  readonly from: number;
  /** Exclusive, but of the last band. */
  readonly to: number;
  readonly n: number;
  /** Mean probability; null of no event. */
  readonly predicted: number | null;
  readonly happened: number;
  /** Wilson interval of the share that happened; null of no event. */
  readonly interval: Interval | null;
}

/** Calibration by bands of probability: `edges` ascending, the first 0 and the last 1. */
export function calibration(events: readonly Predicted[], edges: readonly number[]): CalibrationBand[] {
  const bands = edges.length - 1;
  const own: Predicted[][] = Array.from({ length: bands }, () => []);
  for (const event of events) {
    let band = 0;
    while (band < bands - 1 && event.p >= (edges[band + 1] as number)) band++;
    own[band]?.push(event);
  }
  return own.map((inside, band) => {
    const n = sum(inside.map((event) => event.n));
    const happened = sum(inside.map((event) => event.happened));
    return {
      from: edges[band] as number,
      to: edges[band + 1] as number,
      n,
      predicted: n === 0 ? null : sum(inside.map((event) => event.p * event.n)) / n,
      happened,
      interval: wilson(happened, n),
    };
  });
}
