import { logBeta } from './beta.js';

/** Points of a beta distribution and their weights, which add up to 1. */
export interface BetaPoints {
  readonly p: Float64Array;
  readonly weight: Float64Array;
}

/** What weighs less than this beside the heaviest point is left out. */
const LEAST = Math.log(1e-18);
/** Widest step: the strip in which the integrand is analytic is 2π wide, half of it where b is large, and e^(−π² / 0.35) is 6e-13. */
const WIDEST = 0.35;

/**
 * Points with which Σ weight · g(p) is the mean of g under a Beta(a, b), a, b > 0, to about 1e-12 for every g that is
 * bounded and analytic beside the positive axis, such as (1 + p·w)^−s whatever w > 0: the trapezoidal rule on ln(p/(1−p)),
 * which converges geometrically (L. N. Trefethen and J. A. C. Weideman, SIAM Review 56, 2014). The mass that a very
 * small `a` or `b` leaves all but at 0 or 1 is counted at the outermost points.
 */
export function betaPoints(a: number, b: number): BetaPoints {
  const norm = logBeta(a, b);
  // ln of the density of u = ln(p / (1 − p)); concave, its top at ln(a / b).
  const logDensity = (u: number): number => -a * softplus(-u) - b * softplus(u) - norm;
  const top = Math.log(a / b);
  const spread = Math.sqrt(1 / a + 1 / b);
  const step = Math.min(WIDEST, spread / 3);
  const heaviest = logDensity(top);
  const [below, above] = [reach(-1), reach(1)];
  const size = below + above + 1;
  const p = new Float64Array(size);
  const weight = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const u = top + (k - below) * step;
    p[k] = u > 0 ? 1 / (1 + Math.exp(-u)) : Math.exp(u) / (1 + Math.exp(u));
    weight[k] = step * Math.exp(logDensity(u));
  }
  // The points that were cut off lie all but at 0 or at 1; their weights fall like e^(au) and e^(−bu): a geometric series.
  weight[0] = (weight[0] as number) * (1 + 1 / Math.expm1(a * step));
  weight[size - 1] = (weight[size - 1] as number) * (1 + 1 / Math.expm1(b * step));
  return { p, weight };

  /** How many steps to one side carry weight; p within 1e-17 of 0 or 1 is 0 or 1 for any purpose. */
  function reach(side: 1 | -1): number {
    let steps = 0;
    while (steps < 4_000 && Math.abs(top + side * steps * step) < 40 + Math.abs(top)) {
      if (logDensity(top + side * steps * step) - heaviest < LEAST) break;
      steps++;
    }
    return steps;
  }
}

/** ln(1 + e^u) without overflow. */
export function softplus(u: number): number {
  return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
}
