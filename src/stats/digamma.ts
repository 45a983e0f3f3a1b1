/** From here on the asymptotic series gives ψ to the last digit. */
const SERIES_FROM = 10;

/** ψ(x) = d ln Γ(x) / dx for x > 0, to about 1e-15: the asymptotic series (Abramowitz & Stegun 6.3.18), reached by recurrence. */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ψ is defined here for x > 0, not ${x}`);
  let shift = 0;
  let at = x;
  while (at < SERIES_FROM) shift += 1 / at++;
  const r = 1 / (at * at);
  const series =
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * (691 / 32760 - r / 12))))));
  return Math.log(at) - 0.5 / at - series - shift;
}
