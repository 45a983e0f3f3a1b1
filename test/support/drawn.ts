import { randomIntegers } from '../../src/stats/random.js';

/** Draws of distributions that depend on the seed alone. */
export interface Draws {
  /** Between 0 and 1, both excluded. */
  uniform(): number;
  exponential(rate: number): number;
  /** Of shape k and scale 1 (G. Marsaglia and W. W. Tsang, ACM TOMS 26, 2000). */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
}

export function drawsOf(seed: number): Draws {
  const next = randomIntegers(seed);
  const uniform = (): number => (next() + 0.5) / 2 ** 32;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const q = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (q > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * q + d * Math.log(q)) return d * q;
    }
  };
  return {
    uniform,
    exponential: (rate) => -Math.log(uniform()) / rate,
    gamma,
    beta: (a, b) => {
      const one = gamma(a);
      return one / (one + gamma(b));
    },
  };
}

export interface Buyer {
  /** Days of the purchases, the first one first, day 0 = begin of the data. */
  readonly days: readonly number[];
  /** What each of them was worth. */
  readonly values: readonly number[];
}

/** Parameters of an invented population of buyers; times in weeks. */
export interface Buying {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/**
 * Invented buyers who do exactly what BG/NBD and Gamma-Gamma say, until `until` (a day): first purchases evenly over
 * `joining` days; at most one purchase a day, as the models count.
 */
export function buyersOf(
  count: number,
  { r, alpha, a, b, p, q, v }: Buying,
  { seed, until, joining }: { readonly seed: number; readonly until: number; readonly joining: number },
): Buyer[] {
  const draw = drawsOf(seed);
  return Array.from({ length: count }, () => {
    const first = Math.floor(draw.uniform() * joining);
    const [rate, leaving, scale] = [draw.gamma(r) / alpha, draw.beta(a, b), draw.gamma(q) / v];
    const days = [first];
    let at = first;
    for (;;) {
      at += 7 * draw.exponential(rate);
      if (at >= until) break;
      const day = Math.floor(at);
      if (day > (days.at(-1) ?? 0)) days.push(day);
      if (draw.uniform() < leaving) break;
    }
    return { days, values: days.map(() => draw.gamma(p) / scale) };
  });
}
