import { incompleteBeta, logBeta } from './beta.js';
import { normalQuantile } from './normal.js';

/** P(T ≤ t) of Student's t distribution with `df` > 0 degrees of freedom (need not be whole). */
export function studentCdf(t: number, df: number): number {
  const tail = studentTwoSided(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * P(|T| ≥ |t|): the two-sided p-value, accurate in the tail (Abramowitz & Stegun 26.7.1).
 *
 * @param scale ln B(df/2, ½), for whoever asks for several t
 */
export function studentTwoSided(t: number, df: number, scale = logBeta(df / 2, 0.5)): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  // Whichever of x and 1 − x is small is computed directly, so that neither end loses digits.
  return square > df
    ? incompleteBeta(df / (df + square), df / 2, 0.5, scale)
    : 1 - incompleteBeta(square / (df + square), 0.5, df / 2, scale);
}

/** From so many degrees of freedom on, up to so far out, the expansion of {@link studentQuantile} is right to a thousandth. */
const CLOSE_FROM = 30;
const CLOSE_UP_TO = 3;
/** Farther apart than any rounding, and than the expansion is wrong. The tails of t are heavier than the normal ones. */
const BEYOND = 1.002;

/**
 * The t with P(T ≤ t) = p, 0 < p < 1, to about 1e-12: Newton's steps on the distribution function, kept inside a
 * bracket, from the normal quantile's Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5).
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are more than 0, not ${df}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const upper = 2 * (1 - p);
  const scale = logBeta(df / 2, 0.5);
  const z = normalQuantile(p);
  let t = z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
  const isClose = df >= CLOSE_FROM && z <= CLOSE_UP_TO;
  let low = 0;
  let high = 1;
  // What either expansion tells is not asked of the distribution function, which takes nearly all of the time.
  while (z > high * BEYOND || (!(isClose && t * BEYOND < high) && studentTwoSided(high, df, scale) > upper)) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200; step++) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const excess = studentTwoSided(t, df, scale) - upper;
    if (excess > 0) low = t;
    else high = t;
    const next = t + excess / (2 * density(t, df, scale));
    if (Math.abs(next - t) <= 1e-14 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}

function density(t: number, df: number, scale: number): number {
  return Math.exp(-0.5 * Math.log(df) - scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
}
