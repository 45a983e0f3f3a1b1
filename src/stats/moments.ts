import { sum } from './sum.js';

/** Size, mean and sample standard deviation (divisor n − 1) of a sample. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Null for one value: a single one has no spread. */
  readonly sd: number | null;
}

/** Moments of at least one value; two passes, so that nearly equal large values keep their spread. */
export function moments(sample: ArrayLike<number>): Moments {
  if (sample.length === 0) throw new RangeError('a mean needs at least one value');
  return momentsAbout(sample, sum(sample) / sample.length);
}

/** The same where their mean, Σ / n, is known. */
export function momentsAbout(sample: ArrayLike<number>, mean: number): Moments {
  const n = sample.length;
  if (n === 1) return { n, mean, sd: null };
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < n; i++) {
    const deviation = (sample[i] as number) - mean;
    squares += deviation * deviation;
    drift += deviation;
  }
  // The drift corrects for the rounding of the mean (Chan, Golub, LeVeque 1983, "corrected two-pass").
  return { n, mean, sd: Math.sqrt(Math.max(0, squares - (drift * drift) / n) / (n - 1)) };
}
