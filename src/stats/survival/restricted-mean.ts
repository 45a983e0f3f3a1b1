import { type Interval, LEVEL } from '../interval.js';
import { normalQuantile } from '../normal.js';
import type { StepCurve } from './kaplan-meier.js';

export interface RestrictedMean {
  /** Days, of at most `horizon`. */
  readonly value: number;
  readonly horizon: number;
  readonly variance: number;
  /** Null where nothing, or everything at once, has ended. */
  readonly interval: Interval | null;
}

/**
 * Mean duration of which no more than `horizon` days count: ∫₀^τ S(t) dt (J. O. Irwin 1949), with the variance
 * Σ (∫ from tᵢ to τ of S)² d / (n (n − d)) (J. P. Klein and M. L. Moeschberger 2003, 4.5.2). Null where the horizon lies
 * beyond what was seen of any duration while some had not ended.
 */
export function restrictedMean(curve: StepCurve, horizon: number, level: number = LEVEL): RestrictedMean | null {
  const { times, survival, events, atRisk } = curve;
  const last = times.length - 1;
  if (last < 0 || (horizon > (times[last] as number) && (survival[last] as number) > 0)) return null;
  let [area, variance, end] = [0, 0, horizon];
  for (let i = last; i >= 0; i--) {
    const day = times[i] as number;
    if (day > horizon) continue;
    area += (survival[i] as number) * (end - day);
    const [n, d] = [atRisk[i] as number, events[i] as number];
    if (d > 0 && d < n) variance += (area * area * d) / (n * (n - d));
    end = day;
  }
  area += end;
  const reach = normalQuantile(0.5 + level / 2) * Math.sqrt(variance);
  const interval: Interval | null =
    variance > 0
      ? { low: Math.max(0, area - reach), high: Math.min(horizon, area + reach), level, method: 'greenwood' }
      : null;
  return { value: area, horizon, variance, interval };
}
