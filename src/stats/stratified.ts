import { chiSquaredTail } from './chi-squared.js';

/** Scores of the records of one stratum (a quarter), and the group of each. */
export interface Stratum {
  readonly scores: ArrayLike<number>;
  /** 0 … groups − 1. */
  readonly groups: ArrayLike<number>;
}

/**
 * Whether the mean scores of groups differ within strata: the mean score statistic of the generalized
 * Cochran–Mantel–Haenszel test (J. R. Landis, E. R. Heyman, G. G. Koch, Int. Stat. Rev. 46, 1978). Scores 0 and 1 give
 * the test of rates (two groups: Mantel and Haenszel 1959 without continuity correction), ranks within the stratum that
 * of values (one stratum: Kruskal–Wallis; P. van Elteren 1960 for several). Null where nothing can differ.
 */
export function meanScoresTest(
  strata: readonly Stratum[],
  groups: number,
): { readonly statistic: number; readonly df: number; readonly pValue: number } | null {
  const df = groups - 1;
  const difference = new Float64Array(df);
  const covariance = Array.from({ length: df }, () => new Float64Array(df));
  for (const { scores, groups: of } of strata) {
    const n = scores.length;
    if (n < 2) continue;
    const [sizes, sums] = [new Float64Array(groups), new Float64Array(groups)];
    let total = 0;
    for (let i = 0; i < n; i++) {
      const [group, score] = [of[i] as number, scores[i] as number];
      sizes[group] = (sizes[group] as number) + 1;
      sums[group] = (sums[group] as number) + score;
      total += score;
    }
    const mean = total / n;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += ((scores[i] as number) - mean) ** 2;
    const variance = squares / (n - 1);
    for (let i = 0; i < df; i++) {
      const own = sizes[i] as number;
      difference[i] = (difference[i] as number) + (sums[i] as number) - own * mean;
      const row = covariance[i] as Float64Array;
      for (let j = 0; j < df; j++) {
        row[j] = (row[j] as number) + variance * own * ((i === j ? 1 : 0) - (sizes[j] as number) / n);
      }
    }
  }
  const solved = solve(covariance, difference);
  if (solved === null) return null;
  const statistic = solved.reduce((sum, value, i) => sum + value * (difference[i] as number), 0);
  return { statistic, df, pValue: chiSquaredTail(statistic, df) };
}

/** x of A x = b for a symmetric positive definite A (Cholesky); null where A is singular. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array | null {
  const n = right.length;
  const at = (i: number, j: number): number => (matrix[i] as Float64Array)[j] as number;
  const lower = Array.from({ length: n }, () => new Float64Array(n));
  const low = (i: number, j: number): number => (lower[i] as Float64Array)[j] as number;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = at(i, j);
      for (let k = 0; k < j; k++) value -= low(i, k) * low(j, k);
      if (i === j && !(value > 1e-12 * at(i, i))) return null;
      (lower[i] as Float64Array)[j] = i === j ? Math.sqrt(value) : value / low(j, j);
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - low(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / low(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - low(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / low(i, i);
  }
  return x;
}
