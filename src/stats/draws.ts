import { randomIntegers } from './random.js';

/** Random numbers of several distributions from one seed. */
export interface Draws {
  /** Uniform on (0, 1), never an end. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Gamma with the given mean and variance; the mean itself where the variance is 0. Never below 0. */
  gamma(mean: number, variance: number): number;
  /** Poisson with the given mean. */
  poisson(mean: number): number;
}

/** From this mean on a Poisson number is drawn as a rounded gamma of the same mean and variance: skews differ by under 2 %. */
const LARGE_MEAN = 60;

/**
 * Draws that depend on the seed alone. Normal: polar method (G. Marsaglia, T. A. Bray, SIAM Review 6, 1964). Gamma:
 * G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000), with their boost
 * below a shape of 1. Poisson: product of uniforms (D. E. Knuth, TAOCP 2, 3.4.1) for small means.
 */
export function drawsOf(seed: number): Draws {
  const next = randomIntegers(seed);
  let spare = Number.NaN;
  const uniform = (): number => (next() + 0.5) / 4294967296;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  const ofShape = (shape: number): number => {
    if (shape < 1) return ofShape(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const gamma = (mean: number, variance: number): number => {
    if (!(mean > 0)) return 0;
    if (!(variance > 0)) return mean;
    return (ofShape((mean * mean) / variance) * variance) / mean;
  };
  return {
    uniform,
    normal,
    gamma,
    poisson(mean) {
      if (!(mean > 0)) return 0;
      if (mean >= LARGE_MEAN) return Math.round(gamma(mean, mean));
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > limit; product *= uniform()) count++;
      return count;
    },
  };
}
