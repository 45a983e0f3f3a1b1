import { incompleteBeta } from './beta.js';
import { type Moments, moments } from './moments.js';
import { normalQuantile } from './normal.js';
import { studentQuantile, studentTwoSided } from './student-t.js';

/** An interval estimate and how it was made. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Nominal coverage, 0.95. */
  readonly level: number;
  readonly method:
    | 'wilson'
    | 'student-t'
    | 'bca-bootstrap'
    | 'order-statistics'
    | 'newcombe'
    | 'welch'
    | 'percentile-bootstrap'
    | 'theil-sen'
    | 'delta-method'
    | 'compound-poisson'
    | 'simulation'
    | 'greenwood-log'
    | 'greenwood-log-log'
    | 'delta-log-log'
    | 'greenwood'
    | 'brookmeyer-crowley';
}

/** Coverage of every interval unless another is asked for. */
export const LEVEL = 0.95;
const Z = normalQuantile(0.5 + LEVEL / 2);

/**
 * Score interval of a rate (E. B. Wilson, JASA 22, 1927); null for n = 0. It stays inside 0…1 and has a width even at
 * 0 of n: 0 of 20 gives (0, 0.1611), 81 of 263 gives (0.2553, 0.3662) (R. G. Newcombe, Statistics in Medicine 17, 1998).
 */
export function wilson(successes: number, n: number, level: number = LEVEL): Interval | null {
  if (n === 0) return null;
  const z = level === LEVEL ? Z : normalQuantile(0.5 + level / 2);
  const p = successes / n;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    // The ends at 0 and n are exact; arithmetic would leave a tiny negative bound.
    low: successes === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: successes === n ? 1 : Math.min(1, (middle + reach) / scale),
    level,
    method: 'wilson',
  };
}

/**
 * Hybrid score interval of the difference x1/n1 − x2/n2 of two independent rates (R. G. Newcombe, Statistics in
 * Medicine 17, 1998, method 10); null when either n is 0. 56 of 70 against 48 of 80 gives (0.0524, 0.3339).
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, level: number = LEVEL): Interval | null {
  const first = wilson(x1, n1, level);
  const second = wilson(x2, n2, level);
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
    level,
    method: 'newcombe',
  };
}

/** Student's t interval of a mean ("Student", Biometrika 6, 1908); null under two values. */
export function studentMean(sample: ArrayLike<number> | Moments, level: number = LEVEL): Interval | null {
  const { n, mean, sd } = 'mean' in sample ? sample : moments(sample);
  if (n < 2 || sd === null) return null;
  const reach = (studentQuantile(0.5 + level / 2, n - 1) * sd) / Math.sqrt(n);
  return { low: mean - reach, high: mean + reach, level, method: 'student-t' };
}

/** A test of whether two means differ. */
export interface MeanDifference {
  /** Mean of the first sample less mean of the second. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided. */
  readonly pValue: number;
  /** Welch–Satterthwaite degrees of freedom. */
  readonly df: number;
}

/** Below it a number loses digits: 2⁻¹⁰²², times what a difference of sizes may take. */
const SMALLEST = 1e-280;

/**
 * Welch's t test, which does not assume equal spread (B. L. Welch, Biometrika 34, 1947); null when a sample has under
 * two values or neither has any spread.
 */
export function welch(
  first: ArrayLike<number> | Moments,
  second: ArrayLike<number> | Moments,
  level: number = LEVEL,
): MeanDifference | null {
  const a = 'mean' in first ? first : moments(first);
  const b = 'mean' in second ? second : moments(second);
  if (a.sd === null || b.sd === null) return null;
  const [va, vb] = [(a.sd * a.sd) / a.n, (b.sd * b.sd) / b.n];
  const variance = va + vb;
  if (variance === 0 || !Number.isFinite(variance)) return null;
  const df = degreesOfFreedom([va, a.n], [vb, b.n]);
  const difference = a.mean - b.mean;
  const error = Math.sqrt(variance);
  const reach = studentQuantile(0.5 + level / 2, df) * error;
  return {
    difference,
    interval: { low: difference - reach, high: difference + reach, level, method: 'welch' },
    pValue: studentTwoSided(difference / error, df),
    df,
  };
}

/** Of two variances of means, each with how many values it is of. By their shares where squares would be beyond what a number can be. */
function degreesOfFreedom([va, na]: readonly [number, number], [vb, nb]: readonly [number, number]): number {
  const variance = va + vb;
  const squared = variance * variance;
  if (squared > SMALLEST && Number.isFinite(squared)) return squared / ((va * va) / (na - 1) + (vb * vb) / (nb - 1));
  const [one, other] = [va / variance, vb / variance];
  return 1 / ((one * one) / (na - 1) + (other * other) / (nb - 1));
}

/** Which order statistics (counted from 1) bound the median, and how often they do. */
export interface MedianRanks {
  readonly low: number;
  readonly high: number;
  /** Exact coverage, at least the level asked for. */
  readonly coverage: number;
}

/**
 * The narrowest symmetric pair of order statistics that covers the median with at least `level` (exact binomial
 * coverage; W. R. Thompson, Ann. Math. Statist. 7, 1936); null when none does: at 95 % under n = 6.
 */
export function medianRanks(n: number, level: number = LEVEL): MedianRanks | null {
  const coverage = (k: number): number => 1 - 2 * halfBinomialBelow(k, n);
  if (n < 2 || coverage(1) < level) return null;
  let [low, high] = [1, Math.floor(n / 2)];
  while (low < high) {
    const k = Math.ceil((low + high) / 2);
    if (coverage(k) >= level) low = k;
    else high = k - 1;
  }
  return { low, high: n + 1 - low, coverage: coverage(low) };
}

/** P(X < k) of X ~ Binomial(n, ½). */
function halfBinomialBelow(k: number, n: number): number {
  return incompleteBeta(0.5, n - k + 1, k);
}

/** Order-statistics interval of a median; `level` of the answer is the exact coverage. Null under six values at 95 %. */
export function medianInterval(sample: ArrayLike<number>, level: number = LEVEL): Interval | null {
  const ranks = medianRanks(sample.length, level);
  if (ranks === null) return null;
  const sorted = Float64Array.from(sample).sort();
  return {
    low: sorted[ranks.low - 1] as number,
    high: sorted[ranks.high - 1] as number,
    level: ranks.coverage,
    method: 'order-statistics',
  };
}
