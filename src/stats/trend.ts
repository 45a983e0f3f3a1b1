import type { Interval } from './interval.js';
import { normalCdf, normalQuantile } from './normal.js';
import { median } from './quantile.js';

/** Up to so many values the distribution of S is counted out, ties and all; beyond, the normal one is close. */
export const EXACT_TREND_UP_TO = 40;

/** A test of whether values tend to rise or fall. */
export interface TrendTest {
  readonly n: number;
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Kendall's tau-b, −1…1; null where all values are equal. */
  readonly tau: number | null;
  /** Two-sided. */
  readonly pValue: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Mann–Kendall test for a monotonic trend of values in the order of time (H. B. Mann, Econometrica 13, 1945; M. G.
 * Kendall, Rank Correlation Methods, 1970). Up to 40 values the p-value is exact, with ties too: the number of
 * orderings with each S is the Gaussian multinomial coefficient of the tied groups. Beyond, normal with the tie
 * correction and a continuity correction. Null under three values.
 */
export function mannKendall(values: ArrayLike<number>): TrendTest | null {
  return values.length < 3 ? null : kendall([values]);
}

/**
 * Seasonal Kendall test (R. M. Hirsch, J. R. Slack, R. A. Smith, Water Resources Research 18, 1982): S of
 * {@link mannKendall} within each season, added up, so that a rhythm from season to season is no trend. Each season has
 * its values in the order of time; exact up to 40 values in all. Null under three values, or where no season has two.
 */
export function seasonalKendall(seasons: readonly ArrayLike<number>[]): TrendTest | null {
  const n = seasons.reduce((total, { length }) => total + length, 0);
  return n < 3 || seasons.every(({ length }) => length < 2) ? null : kendall(seasons);
}

function kendall(seasons: readonly ArrayLike<number>[]): TrendTest {
  let [n, s, pairs, untied] = [0, 0, 0, 0];
  const ties = seasons.map(tieSizes);
  seasons.forEach((values, season) => {
    const size = values.length;
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) s += Math.sign((values[j] as number) - (values[i] as number));
    }
    n += size;
    pairs += (size * (size - 1)) / 2;
    untied += (ties[season] as number[]).reduce((rest, t) => rest - (t * (t - 1)) / 2, (size * (size - 1)) / 2);
  });
  if (untied === 0) return { n, s, tau: null, pValue: 1, method: 'exact' };
  const tau = s / Math.sqrt(untied * pairs);
  if (n <= EXACT_TREND_UP_TO) return { n, s, tau, pValue: exactTwoSided(s, ties, untied), method: 'exact' };
  const variance = seasons.reduce((sum, { length }, season) => sum + varianceOfS(length, ties[season] as number[]), 0);
  const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
  return { n, s, tau, pValue: 2 * normalCdf(-z), method: 'normal' };
}

/** Sizes of the groups of equal values, 1 for a value of its own. */
function tieSizes(values: ArrayLike<number>): number[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(values[i] as number, (counts.get(values[i] as number) ?? 0) + 1);
  return [...counts.values()];
}

/** Variance of S without a trend (Kendall 1970, tie correction). */
function varianceOfS(n: number, ties: readonly number[]): number {
  const tied = ties.reduce((total, t) => total + t * (t - 1) * (2 * t + 5), 0);
  return (n * (n - 1) * (2 * n + 5) - tied) / 18;
}

/** P(|S| ≥ |s|) over all orderings within the seasons. S is the untied pairs less twice the inversions. */
function exactTwoSided(s: number, ties: readonly (readonly number[])[], untied: number): number {
  const orderings = ties.map(inversionCounts).reduce(multiply);
  let [all, extreme] = [0, 0];
  orderings.forEach((count, inversions) => {
    all += count;
    if (Math.abs(untied - 2 * inversions) >= Math.abs(s)) extreme += count;
  });
  return Math.min(1, extreme / all);
}

/** How many orderings of the tied groups have each number of inversions: only sums, so nothing cancels. */
function inversionCounts(ties: readonly number[]): Float64Array {
  let counts: Float64Array = Float64Array.of(1);
  let placed = 0;
  for (const t of ties) {
    placed += t;
    counts = multiply(counts, gaussianBinomial(placed, t));
  }
  return counts;
}

/** Coefficients of the Gaussian binomial [n, k]_q by Pascal's rule [n, k] = [n−1, k−1] + q^k [n−1, k]. */
function gaussianBinomial(n: number, k: number): Float64Array {
  let row: Float64Array[] = [Float64Array.of(1)];
  for (let m = 1; m <= n; m++) {
    const last = row;
    row = Array.from({ length: Math.min(m, k) + 1 }, (_, j) => {
      if (j === 0 || j === m) return Float64Array.of(1);
      const coefficients = new Float64Array(j * (m - j) + 1);
      (last[j - 1] ?? []).forEach((count, power) => {
        coefficients[power] = (coefficients[power] as number) + count;
      });
      (last[j] ?? []).forEach((count, power) => {
        coefficients[power + j] = (coefficients[power + j] as number) + count;
      });
      return coefficients;
    });
  }
  return row[k] as Float64Array;
}

function multiply(first: Float64Array, second: Float64Array): Float64Array {
  const product = new Float64Array(first.length + second.length - 1);
  first.forEach((a, i) => {
    second.forEach((b, j) => {
      product[i + j] = (product[i + j] as number) + a * b;
    });
  });
  return product;
}

/** A straight line that a few wild values do not bend. */
export interface RobustLine {
  /** Change of the value per unit of time. */
  readonly slope: number;
  /** Value at time 0: the median of the values less the slope times the median of the times. */
  readonly intercept: number;
  /** Of the slope; null where too few pairs bound it. */
  readonly interval: Interval | null;
}

/**
 * Theil–Sen line: the median of the slopes of all pairs (H. Theil 1950; P. K. Sen, JASA 63, 1968), with Sen's interval
 * for the slope from the variance of Kendall's S. Equal times make no pair. Null under two different times. O(n²).
 */
export function theilSen(times: ArrayLike<number>, values: ArrayLike<number>, level = 0.95): RobustLine | null {
  const line = seasonalSlope([{ times, values }], level);
  return line === null ? null : { ...line, intercept: median(values) - line.slope * median(times) };
}

/** Values of one season and when each was measured, in the order of time. */
export interface Season {
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * The same of the pairs within seasons alone: Hirsch, Slack and Smith's slope (1982), with its interval (R. O. Gilbert,
 * Statistical Methods for Environmental Pollution Monitoring, 1987, 17.2).
 */
export function seasonalSlope(seasons: readonly Season[], level = 0.95): Omit<RobustLine, 'intercept'> | null {
  const slopes: number[] = [];
  let variance = 0;
  for (const { times, values } of seasons) {
    const n = values.length;
    if (times.length !== n) throw new RangeError(`${times.length} times for ${n} values`);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const apart = (times[j] as number) - (times[i] as number);
        if (apart !== 0) slopes.push(((values[j] as number) - (values[i] as number)) / apart);
      }
    }
    variance += varianceOfS(n, [...tieSizes(times), ...tieSizes(values)]);
  }
  if (slopes.length === 0) return null;
  return { slope: median(slopes), interval: slopeInterval(Float64Array.from(slopes).sort(), variance, level) };
}

/** Order statistics of the slopes around their middle (Sen 1968, eq. 2.6; ranks rounded as SciPy does). */
function slopeInterval(slopes: Float64Array, variance: number, level: number): Interval | null {
  if (!(variance > 0)) return null;
  const reach = normalQuantile(0.5 + level / 2) * Math.sqrt(variance);
  const below = Math.round((slopes.length - reach) / 2) - 1;
  const above = Math.round((slopes.length + reach) / 2);
  const [low, high] = [slopes[below], slopes[above]];
  if (below < 0 || low === undefined || high === undefined) return null;
  return { low, high, level, method: 'theil-sen' };
}
