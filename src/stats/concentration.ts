import { sum } from './sum.js';

/** HHI is given in points: 10,000 = one holder has everything (shares in per cent, squared). */
const POINTS = 10_000;
/** A share reached but for rounding counts as reached. */
const SLACK = 1e-12;

/** How unevenly a total is spread over its holders. */
export interface Concentration {
  /** Holders, those with 0 included. */
  readonly n: number;
  readonly total: number;
  /** Share of the largest holders, 0…1. */
  readonly topShare: number;
  /** Herfindahl–Hirschman index, 0…10,000. */
  readonly hhi: number;
  /** How many equal holders would be as concentrated: 10,000 / HHI. */
  readonly effective: number;
  /** 0 = all equal; (n − 1)/n = one has everything. */
  readonly gini: number;
  /** The fewest holders that make the asked share of the total. */
  readonly fewest: number;
}

/**
 * Concentration of values that are not negative, over the `top` largest holders and the fewest that make `share`; null
 * when they add up to 0 or there are none. One sort: O(n log n).
 * @throws RangeError on a negative value or one that is not a number
 */
export function concentration(values: ArrayLike<number>, top = 10, share = 0.8): Concentration | null {
  const sorted = ascending(values);
  const total = sum(sorted);
  if (!(total > 0)) return null;
  const { squares, weighted } = spreadOf(sorted, total);
  const hhi = POINTS * squares;
  return {
    n: sorted.length,
    total,
    topShare: Math.min(1, sum(sorted.subarray(Math.max(0, sorted.length - top))) / total),
    hhi,
    effective: POINTS / hhi,
    // Rounding may leave a tiny negative number where all are equal.
    gini: Math.max(0, weighted / sorted.length),
    fewest: fewestOf(sorted, total, share),
  };
}

/**
 * Herfindahl–Hirschman index: Σ of squared shares in per cent (A. O. Hirschman 1945, O. C. Herfindahl 1950). Shares
 * 20, 19, 18, 17, 16, 10 give 1,730. Null over nothing.
 */
export function hhi(values: ArrayLike<number>): number | null {
  return concentration(values)?.hhi ?? null;
}

/** How many equal holders would be as concentrated, 10,000 / HHI (M. A. Adelman 1969). Null over nothing. */
export function effectiveNumber(values: ArrayLike<number>): number | null {
  return concentration(values)?.effective ?? null;
}

/**
 * Gini coefficient (C. Gini 1912), Σ (2i − n − 1) x_i / (n Σ x) over ascending values: 0 where all are equal, 0.75 for
 * (0, 0, 0, 1). Null over nothing.
 */
export function gini(values: ArrayLike<number>): number | null {
  return concentration(values)?.gini ?? null;
}

/** Share of the `k` largest values in the total (CR_k), 0…1; null over nothing. */
export function topShare(values: ArrayLike<number>, k: number): number | null {
  return concentration(values, k)?.topShare ?? null;
}

/** The fewest holders, largest first, that make at least `share` (0…1) of the total; null over nothing. */
export function fewestFor(values: ArrayLike<number>, share = 0.8): number | null {
  return concentration(values, 1, share)?.fewest ?? null;
}

/** A point of a Lorenz curve: the smallest `holders` (0…1) hold `held` (0…1) of the total. */
export interface LorenzPoint {
  readonly holders: number;
  readonly held: number;
}

/**
 * Lorenz curve (M. O. Lorenz 1905) from (0, 0) to (1, 1), one point per value, smallest first; empty over nothing.
 * Half the area between it and the diagonal's triangle is Gini's coefficient.
 */
export function lorenz(values: ArrayLike<number>): LorenzPoint[] {
  const sorted = ascending(values);
  const total = sum(sorted);
  if (!(total > 0)) return [];
  const points: LorenzPoint[] = [{ holders: 0, held: 0 }];
  let held = 0;
  sorted.forEach((value, index) => {
    held += value;
    const last = index === sorted.length - 1;
    points.push({ holders: (index + 1) / sorted.length, held: last ? 1 : Math.min(1, held / total) });
  });
  return points;
}

function ascending(values: ArrayLike<number>): Float64Array {
  const sorted = (values instanceof Float64Array ? values.slice() : Float64Array.from(values)).sort();
  // Typed arrays sort numbers that are not any to the end.
  if ((sorted[0] ?? 0) < 0 || Number.isNaN(sorted[sorted.length - 1])) {
    throw new RangeError('concentration is about values of 0 or more');
  }
  return sorted;
}

/**
 * Σ of squared shares, and Σ (2i − n − 1) x_i / Σ x over ascending values, i from 1: both compensated as in `sum`, in one
 * pass, as there may be a hundred thousand holders.
 */
function spreadOf(sorted: Float64Array, total: number): { readonly squares: number; readonly weighted: number } {
  const n = sorted.length;
  let [squares, squaresLost, weighted, weightedLost] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const value = sorted[i] as number;
    const share = value / total;
    const square = share * share;
    const more = squares + square;
    // Neither is ever below 0.
    squaresLost += squares >= square ? squares - more + square : square - more + squares;
    squares = more;
    const part = ((2 * (i + 1) - n - 1) * value) / total;
    const next = weighted + part;
    weightedLost += Math.abs(weighted) >= Math.abs(part) ? weighted - next + part : part - next + weighted;
    weighted = next;
  }
  return { squares: squares + squaresLost, weighted: weighted + weightedLost };
}

function fewestOf(sorted: Float64Array, total: number, share: number): number {
  let held = 0;
  let holders = 0;
  for (let i = sorted.length - 1; i >= 0 && held < share * total * (1 - SLACK); i--) {
    held += sorted[i] as number;
    holders++;
  }
  return holders;
}
