import { logGamma } from './beta.js';

/** More terms than any argument in use needs. */
const MOST_TERMS = 10_000;
const CLOSE = 1e-16;

/**
 * P(X ≥ x) of a chi-squared distribution with `df` degrees of freedom: the regularized upper incomplete gamma function
 * Q(df / 2, x / 2), by its series below the mean and by its continued fraction (Lentz) above (Abramowitz & Stegun
 * 6.5.29 and 6.5.31). 3.841459 with one degree gives 0.05.
 */
export function chiSquaredTail(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, not ${df}`);
  if (!(x > 0)) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const [a, z] = [df / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - (front * lowerSeries(a, z)) / a : front * upperFraction(a, z);
}

function lowerSeries(a: number, z: number): number {
  let [term, total] = [1, 1];
  for (let n = 1; n < MOST_TERMS && term > total * CLOSE; n++) {
    term *= z / (a + n);
    total += term;
  }
  return total;
}

function upperFraction(a: number, z: number): number {
  const tiny = 1e-300;
  let b = z + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = factor * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + factor / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < CLOSE * 10) break;
  }
  return h;
}
