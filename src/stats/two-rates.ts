import { normalCdf } from './normal.js';

/**
 * Two-sided p-value of Fisher's exact test that x1 of n1 and x2 of n2 come from one rate: the total probability of
 * all tables with the same margins that are no likelier than this one (R. A. Fisher 1935; R's `fisher.test`).
 * 7 of 34 against 1 of 34 gives 0.0544. Null when either n is 0.
 *
 * Probabilities are taken relative to the likeliest table and run outwards until they vanish, so that a million
 * records cost a few thousand steps.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number | null {
  if (n1 === 0 || n2 === 0) return null;
  const successes = x1 + x2;
  const [least, most] = [Math.max(0, successes - n2), Math.min(n1, successes)];
  // P(x + 1) / P(x) of the hypergeometric distribution.
  const ratio = (x: number): number => ((n1 - x) * (successes - x)) / ((x + 1) * (n2 - successes + x + 1));
  const mode = Math.min(most, Math.max(least, Math.floor(((n1 + 1) * (successes + 1)) / (n1 + n2 + 2))));
  const weights = new Map<number, number>([[mode, 1]]);
  for (let x = mode, w = 1; x < most && w > 0; x++) {
    w *= ratio(x);
    weights.set(x + 1, w);
  }
  for (let x = mode - 1, w = 1; x >= least && w > 0; x--) {
    w /= ratio(x);
    weights.set(x, w);
  }
  const observed = weights.get(x1) ?? 0;
  let [all, extreme] = [0, 0];
  for (const weight of weights.values()) {
    all += weight;
    // The slack lets tables of equal probability count as equal, as R does.
    if (weight <= observed * (1 + 1e-7)) extreme += weight;
  }
  return Math.min(1, extreme / all);
}

/**
 * The pooled z test of two rates: z and its two-sided p-value. Only for large counts: it called 7 of 34 against
 * 1 of 34 significant (p = 0.024) where the exact test does not. Null when it is undefined (no variation, n = 0).
 */
export function pooledZ(x1: number, n1: number, x2: number, n2: number): { z: number; pValue: number } | null {
  const pooled = (x1 + x2) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  if (!(error > 0) || error === Number.POSITIVE_INFINITY) return null;
  const z = (x1 / n1 - x2 / n2) / error;
  return { z, pValue: 2 * normalCdf(-Math.abs(z)) };
}
