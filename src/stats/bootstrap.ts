import type { Interval } from './interval.js';
import { moments } from './moments.js';
import { normalCdf, normalQuantile } from './normal.js';
import { quantiles } from './quantile.js';
import { randomIntegers } from './random.js';
import { sum } from './sum.js';

/** scipy.stats.bootstrap's default; with it the ends of a 95 % interval rest on about 250 resamples each. */
export const RESAMPLES = 9_999;

/**
 * Bias-corrected and accelerated bootstrap interval of a mean (B. Efron, "Better Bootstrap Confidence Intervals",
 * JASA 82, 1987). The same values and seed give the same interval, whatever the order of the values. A constant
 * sample, for which the correction is undefined, gives the point.
 */
export function bootstrapMean(
  sample: ArrayLike<number>,
  seed: number,
  level = 0.95,
  resamples: number = RESAMPLES,
): Interval {
  const values = Float64Array.from(sample).sort();
  const { mean } = moments(values);
  const method = 'bca-bootstrap';
  if (values[0] === values[values.length - 1]) return { low: mean, high: mean, level, method };
  const means = resampledMeans(values, seed, resamples);
  const bias = normalQuantile(shareBelow(means, mean));
  const acceleration = skewOfJackknife(values, mean);
  const z = normalQuantile(0.5 + level / 2);
  const corrected = (side: number): number =>
    normalCdf(bias + (bias + side * z) / (1 - acceleration * (bias + side * z)));
  const [low, high] = quantiles(means, [corrected(-1), corrected(1)]) as [number, number];
  return { low, high, level, method };
}

function resampledMeans(values: Float64Array, seed: number, resamples: number): Float64Array {
  const n = values.length;
  const random = randomIntegers(seed);
  const means = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    let total = 0;
    // The high half of a 32-bit product picks an index without a division; its bias is n / 2³².
    for (let i = 0; i < n; i++) total += values[Math.floor((random() * n) / 4294967296)] as number;
    means[r] = total / n;
  }
  return means;
}

/** Share of the resamples below the point, ties counted half; never quite 0 or 1, where the correction is infinite. */
function shareBelow(means: Float64Array, point: number): number {
  const slack = 1e-12 * Math.abs(point);
  let twice = 0;
  for (const value of means) twice += value < point - slack ? 2 : value <= point + slack ? 1 : 0;
  const half = 0.5 / means.length;
  return Math.min(1 - half, Math.max(half, twice / 2 / means.length));
}

/** Acceleration from the jackknife; for a mean, the sample's own third moment (Efron & Tibshirani 1993, eq. 14.15). */
function skewOfJackknife(values: Float64Array, mean: number): number {
  const squares = sum(values.map((value) => (value - mean) ** 2));
  const cubes = sum(values.map((value) => (value - mean) ** 3));
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
