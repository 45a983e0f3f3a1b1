import { chiSquaredTail } from '../chi-squared.js';
import { type LifeTable, riskAt } from './life-table.js';

/** Whether durations differ between groups at all. */
export interface LogRankTest {
  readonly method: 'log-rank';
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Ended, and expected to have ended if all groups were one, in the order of the groups. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * The log-rank test of k groups (N. Mantel 1966; R. Peto and J. Peto 1972), with the hypergeometric variance that allows
 * for ties. Every cause ends a duration. Null under two groups in which anything was to be expected, and where the
 * statistic has no spread. O(k² days + k³).
 */
export function logRank(groups: readonly LifeTable[]): LogRankTest | null {
  const k = groups.length;
  const [observed, expected, there] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  const covariance = Array.from({ length: k }, () => new Float64Array(k));
  const places = new Int32Array(k);
  for (const day of daysOf(groups)) {
    let [n, d] = [0, 0];
    groups.forEach((group, g) => {
      let at = places[g] as number;
      while (at < group.times.length && (group.times[at] as number) < day) at++;
      places[g] = at;
      there[g] = riskAt(group, day);
      const ended = group.times[at] === day ? endedAt(group, at) : 0;
      observed[g] = (observed[g] as number) + ended;
      n += there[g] as number;
      d += ended;
    });
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < k; g++) {
      const share = (there[g] as number) / n;
      if (share === 0) continue;
      expected[g] = (expected[g] as number) + d * share;
      const row = covariance[g] as Float64Array;
      for (let h = 0; h < k; h++) {
        row[h] = (row[h] as number) + spread * share * ((g === h ? 1 : 0) - (there[h] as number) / n);
      }
    }
  }
  const used = [...groups.keys()].filter((g) => (expected[g] as number) > 0);
  if (used.length < 2) return null;
  // What the groups have too much adds up to 0: all but one of them tell everything.
  const told = used.slice(1);
  const statistic = quadraticForm(
    told.map((g) => Float64Array.from(told, (h) => covariance[g]?.[h] ?? 0)),
    Float64Array.from(told, (g) => (observed[g] as number) - (expected[g] as number)),
  );
  if (statistic === null) return null;
  const df = told.length;
  const pValue = chiSquaredTail(statistic, df);
  return { method: 'log-rank', statistic, df, pValue, observed: [...observed], expected: [...expected] };
}

function endedAt({ events }: LifeTable, at: number): number {
  return (events[0][at] as number) + (events[1][at] as number);
}

/** The days on which anything ended in any group, ascending. */
function daysOf(groups: readonly LifeTable[]): Float64Array {
  const days = new Set<number>();
  for (const group of groups) {
    for (let i = 0; i < group.times.length; i++) if (endedAt(group, i) > 0) days.add(group.times[i] as number);
  }
  return Float64Array.from(days).sort();
}

/** A pivot this small beside the largest is no spread but rounding. */
const SINGULAR = 1e-10;

/** vᵀ M⁻¹ v of a symmetric positive definite matrix, by Cholesky's M = L Lᵀ; null where it is not. */
function quadraticForm(matrix: readonly Float64Array[], vector: Float64Array): number | null {
  const k = vector.length;
  const largest = matrix.reduce((most, row, g) => Math.max(most, row[g] as number), 0);
  const factor = Array.from({ length: k }, () => new Float64Array(k));
  const solved = new Float64Array(k);
  let total = 0;
  for (let g = 0; g < k; g++) {
    const row = factor[g] as Float64Array;
    let right = vector[g] as number;
    for (let h = 0; h <= g; h++) {
      const other = factor[h] as Float64Array;
      let rest = matrix[g]?.[h] as number;
      for (let i = 0; i < h; i++) rest -= (row[i] as number) * (other[i] as number);
      if (h < g) row[h] = rest / (other[h] as number);
      else if (rest <= SINGULAR * largest || rest <= 0) return null;
      else row[g] = Math.sqrt(rest);
    }
    for (let i = 0; i < g; i++) right -= (row[i] as number) * (solved[i] as number);
    solved[g] = right / (row[g] as number);
    total += (solved[g] as number) ** 2;
  }
  return total;
}
