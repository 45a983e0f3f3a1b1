/** From here on Stirling's series gives the logarithm of Γ to the last digit. */
const STIRLING_FROM = 10;

/** ln Γ(x) for x > 0, relative accuracy about 1e-15: Stirling's series, reached by recurrence when x is small. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ is defined here for x > 0, not ${x}`);
  let shift = 1;
  let at = x;
  while (at < STIRLING_FROM) shift *= at++;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + stirlingError(at) - Math.log(shift);
}

/** ln Γ(x) less the leading terms of Stirling's formula, x ≥ 10 (Abramowitz & Stegun 6.1.41). */
function stirlingError(x: number): number {
  const r = 1 / (x * x);
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)))))) / x;
}

/**
 * ln B(a, b). With a large argument the Γ terms cancel almost wholly, so they are subtracted on paper
 * (A. R. DiDonato and A. H. Morris, ACM TOMS 18, 1992).
 */
export function logBeta(a: number, b: number): number {
  const p = Math.min(a, b);
  const q = Math.max(a, b);
  if (q < STIRLING_FROM) return logGamma(p) + logGamma(q) - logGamma(p + q);
  if (p < STIRLING_FROM) {
    const correction = stirlingError(q) - stirlingError(p + q);
    return logGamma(p) + correction + p - p * Math.log(p + q) + (q - 0.5) * Math.log1p(-p / (p + q));
  }
  const correction = stirlingError(p) + stirlingError(q) - stirlingError(p + q);
  return (
    0.5 * Math.log(2 * Math.PI) -
    0.5 * Math.log(q) +
    correction +
    (p - 0.5) * Math.log(p / (p + q)) +
    q * Math.log1p(-p / (p + q))
  );
}

/** More terms than any argument in use needs: the number grows with the root of the larger parameter. */
const MOST_TERMS = 100_000;

/**
 * Regularized incomplete beta function I_x(a, b), a, b > 0, 0 ≤ x ≤ 1: the continued fraction of Abramowitz & Stegun
 * 26.5.8 by Lentz's method, on the side of the mean where it converges fast.
 *
 * @param scale ln B(a, b), for whoever asks for several x
 */
export function incompleteBeta(x: number, a: number, b: number, scale = logBeta(a, b)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - scale);
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** What divides is kept away from 0 by so much. */
const TINY = 1e-300;

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) return fraction;
  }
  return fraction;
}
