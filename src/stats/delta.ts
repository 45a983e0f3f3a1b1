import { type Interval, LEVEL } from './interval.js';
import { normalQuantile } from './normal.js';
import { sum } from './sum.js';

/**
 * Interval of a share of a total, Σ part / Σ all, when the records are a sample of what could have happened: the ratio
 * estimator's linearized variance (W. G. Cochran, Sampling Techniques, 1977, eq. 6.13). Kept inside 0…1. `isPart` says
 * of each value whether it belongs to the part. Null under two values, or where they add up to nothing above 0.
 */
export function shareInterval(
  values: ArrayLike<number>,
  isPart: (index: number) => boolean,
  level: number = LEVEL,
): Interval | null {
  const n = values.length;
  const part = new Float64Array(n);
  for (let i = 0; i < n; i++) if (isPart(i)) part[i] = values[i] as number;
  const total = sum(values);
  if (n < 2 || !(total > 0)) return null;
  const share = sum(part) / total;
  for (let i = 0; i < n; i++) part[i] = ((part[i] as number) - share * (values[i] as number)) ** 2;
  const reach = (normalQuantile(0.5 + level / 2) * Math.sqrt((sum(part) * n) / (n - 1))) / total;
  return { low: Math.max(0, share - reach), high: Math.min(1, share + reach), level, method: 'delta-method' };
}

/**
 * Interval of the difference of two totals whose number of terms is chance too: each total has the variance Σ x² of a
 * compound Poisson sum (H. Cramér 1930; S. Asmussen, H. Albrecher, Ruin Probabilities, 2010). With all terms 1 it is
 * that of two Poisson counts.
 */
export function totalsDifference(first: ArrayLike<number>, second: ArrayLike<number>, level: number = LEVEL): Interval {
  const difference = sum(first) - sum(second);
  const reach = normalQuantile(0.5 + level / 2) * Math.sqrt(squares(first) + squares(second));
  return { low: difference - reach, high: difference + reach, level, method: 'compound-poisson' };
}

function squares(values: ArrayLike<number>): number {
  const squared = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) squared[i] = (values[i] as number) ** 2;
  return sum(squared);
}

/**
 * Interval of the relative change after / before − 1 of a product of independent estimates, from the sum of the
 * relative variances of all factors on both sides: normal on the logarithm (G. W. Oehlert, American Statistician 46,
 * 1992). Null where a side is not above 0.
 */
export function productChange(
  before: number,
  after: number,
  relativeVariances: readonly number[],
  level: number = LEVEL,
): Interval | null {
  if (!(before > 0) || !(after > 0) || relativeVariances.some((one) => !(one >= 0))) return null;
  const middle = Math.log(after / before);
  const reach = normalQuantile(0.5 + level / 2) * Math.sqrt(sum(relativeVariances));
  return { low: Math.expm1(middle - reach), high: Math.expm1(middle + reach), level, method: 'delta-method' };
}
