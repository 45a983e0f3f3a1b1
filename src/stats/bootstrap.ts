import { type Binned, binned } from './binned.js';
import type { Interval } from './interval.js';
import { moments } from './moments.js';
import { normalCdf, normalQuantile } from './normal.js';
import { integerStream } from './random.js';
import { nextResampledMeans, resampledMeans } from './resamples.js';
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
  return { ...corrected(means, mean, skewOfJackknife([{ values, mean }]), level), level, method };
}

/**
 * BCa interval of the mean of one sample less that of another, both resampled (B. Efron, R. Tibshirani, An Introduction
 * to the Bootstrap, 1993, chapters 8 and 14; SciPy's `bootstrap` of two samples). Same values and seed, same interval.
 * Two constant samples give the point.
 */
export function bootstrapDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  seed: number,
  level = 0.95,
  resamples: number = RESAMPLES,
): Interval {
  const samples = [first, second].map((sample) => {
    const values = Float64Array.from(sample).sort();
    return { values, mean: moments(values).mean };
  }) as [Sample, Sample];
  const [a, b] = samples;
  const point = a.mean - b.mean;
  const method = 'bca-bootstrap';
  if (samples.every(({ values }) => values[0] === values[values.length - 1])) {
    return { low: point, high: point, level, method };
  }
  const stream = integerStream(seed);
  const differences = nextResampledMeans(a.values, stream, resamples);
  const others = nextResampledMeans(b.values, stream, resamples);
  for (let r = 0; r < resamples; r++) differences[r] = (differences[r] as number) - (others[r] as number);
  const acceleration = skewOfJackknife([a, { values: b.values, mean: b.mean, sign: -1 }]);
  return { ...corrected(differences, point, acceleration, level), level, method };
}

/** The resamples' quantiles at the corrected levels (Efron 1987). */
function corrected(
  resampled: Float64Array,
  point: number,
  acceleration: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const known = binned(resampled);
  const bias = normalQuantile(shareBelow(known, resampled.length, point));
  const z = normalQuantile(0.5 + level / 2);
  const at = (side: number): number => normalCdf(bias + (bias + side * z) / (1 - acceleration * (bias + side * z)));
  return { low: quantileAt(at(-1), known, resampled.length), high: quantileAt(at(1), known, resampled.length) };
}

/** As `quantiles` has it: between the two order statistics beside it (Hyndman–Fan type 7). */
function quantileAt(p: number, known: Binned, n: number): number {
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = known.smallest(below);
  const fraction = position - below;
  return fraction === 0 ? low : low + fraction * (known.smallest(below + 1) - low);
}

/** Share of the resamples below the point, ties counted half; never quite 0 or 1, where the correction is infinite. */
function shareBelow(known: Binned, n: number, point: number): number {
  const slack = 1e-12 * Math.abs(point);
  const twice = known.countBelow(point - slack) + known.countBelow(point + slack, true);
  const half = 0.5 / n;
  return Math.min(1 - half, Math.max(half, twice / 2 / n));
}

interface Sample {
  readonly values: Float64Array;
  readonly mean: number;
  /** −1 where the mean is subtracted. */
  readonly sign?: -1;
}

/**
 * Acceleration from the jackknife: for a mean, the sample's own third moment (Efron & Tibshirani 1993, eq. 14.15); for
 * a difference, the samples' influences together, each scaled by its size.
 */
function skewOfJackknife(samples: readonly Sample[]): number {
  let [squares, cubes] = [0, 0];
  for (const { values, mean, sign = 1 } of samples) {
    // Of a single sample the size cancels out.
    const n = samples.length === 1 ? 1 : values.length;
    squares += sum(values.map((value) => (value - mean) ** 2)) / n ** 2;
    cubes += (sign * sum(values.map((value) => (value - mean) ** 3))) / n ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
