import { incompleteBeta } from './beta.js';
import { quantiles, type WholeCounts } from './quantile.js';

/** Values that lie in two heaps with the mean of all between them, where there are hardly any. */
export interface TwoHumps {
  /** Share of the values within a fifth of the mean, 0…1. */
  readonly near: number;
  readonly lower: Hump;
  readonly upper: Hump;
}

/** Values parted where they are furthest apart between the two heaps. */
export interface TwoKinds {
  readonly small: Kind;
  readonly large: Kind;
}

export interface Kind {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The values on one side of the mean, further from it than a fifth. */
export interface Hump {
  readonly n: number;
  /** Between these lies the middle half of them (type 7 quartiles). */
  readonly from: number;
  readonly to: number;
}

/** Fewer values have no shape. */
const LEAST_VALUES = 30;
/** "Near the mean" is within a fifth of it (a judgement). */
const NEAR = 0.2;
/** The mean describes almost no value where so few are near it (a judgement). */
const MOST_NEAR = 0.1;
/** A heap has so much of all values in one band. */
const LEAST_OF_BAND = 0.05;
/** The valley is at most so deep beside either heap. */
const VALLEY = 0.5;
const ALPHA = 0.01;
/** Beyond so many bands above the mean lies under a fortieth of all values (Markov). */
const BANDS_ABOVE = 100;
/** Bands hold so many steps of a grid of values (whole days), lest one of them falls between two steps. */
const LEAST_STEPS = 2;
/** Where all values are on a coarser grid, two prices, they must be so many times apart. */
const TIMES_APART = 3;

/**
 * Whether a mean lies in the valley between two heaps. Values are counted in bands as wide as mean ± 20 %; that band
 * must hold a tenth of all at most, at most half of the fullest band below and of the fullest above, and fewer than
 * either beyond chance: of n values in two equally dense bands of equal width, each falls into the one with probability ½
 * (binomial, 1 %, Bonferroni for the bands looked at). A distribution with one peak, however skewed, has no such valley.
 *
 * @returns null where it does not, under 30 values, and for means of 0 or less
 */
export function twoHumps(sample: Float64Array, mean: number): TwoHumps | null {
  return humpsAmong(mean, {
    n: sample.length,
    sides: (start, end) => countSides(sample, start, end),
    fill: (bands) => countBands(sample, bands),
    sorted: () => Float64Array.from(sample).sort(),
  });
}

/** {@link twoHumps} of values that were counted: the same to the last digit. */
export function twoHumpsOfCounts({ n, counts }: WholeCounts, mean: number): TwoHumps | null {
  return humpsAmong(mean, {
    n,
    sides: (start, end) => sidesOfCounts(counts, start, end),
    fill: (bands) => fillWithCounts(counts, bands),
    sorted: () => sortedOf(counts, n),
  });
}

/** What is asked of values. */
interface Asked {
  readonly n: number;
  /** How many are less than the one, and more than the other. */
  sides(start: number, end: number): [number, number];
  /** Adds those beyond the start and the end to the bands. */
  fill(bands: Bands): void;
  sorted(): Float64Array;
}

/** Values by how many widths they lie below a start, or above an end. */
interface Bands {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly below: Uint32Array;
  readonly above: Uint32Array;
}

function humpsAmong(mean: number, { n, sides, fill, sorted: sort }: Asked): TwoHumps | null {
  if (n < LEAST_VALUES || !(mean > 0)) return null;
  const [start, end, width] = [mean * (1 - NEAR), mean * (1 + NEAR), mean * 2 * NEAR];
  const [under, over] = sides(start, end);
  const near = n - under - over;
  if (near > n * MOST_NEAR || under === 0 || over === 0) return null;
  const [below, above] = [new Uint32Array(BANDS_ABOVE), new Uint32Array(BANDS_ABOVE)];
  fill({ start, end, width, below, above });
  if (!isHeap(below, near, n) || !isHeap(above, near, n)) return null;
  const sorted = sort();
  if (!isTold(sorted, width, under, n - over)) return null;
  return { near: near / n, lower: humpOf(sorted.subarray(0, under)), upper: humpOf(sorted.subarray(n - over)) };
}

function countSides(sample: Float64Array, start: number, end: number): [number, number] {
  let [under, over] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i] as number;
    // Without branches: amounts lie on either side as they come.
    under += value < start ? 1 : 0;
    over += value > end ? 1 : 0;
  }
  return [under, over];
}

function sidesOfCounts(counts: Uint32Array, start: number, end: number): [number, number] {
  let [under, over] = [0, 0];
  for (let value = 0; value < counts.length; value++) {
    const times = counts[value] as number;
    if (value < start) under += times;
    if (value > end) over += times;
  }
  return [under, over];
}

function countBands(sample: Float64Array, { start, end, width, below, above }: Bands): void {
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i] as number;
    const side = value < start ? below : value > end ? above : null;
    if (side === null) continue;
    const band = Math.floor((value < start ? start - value : value - end) / width);
    if (band < BANDS_ABOVE) side[band] = (side[band] as number) + 1;
  }
}

function fillWithCounts(counts: Uint32Array, { start, end, width, below, above }: Bands): void {
  for (let value = 0; value < counts.length; value++) {
    const side = value < start ? below : value > end ? above : null;
    if (side === null) continue;
    const band = Math.floor((value < start ? start - value : value - end) / width);
    if (band < BANDS_ABOVE) side[band] = (side[band] as number) + (counts[value] as number);
  }
}

function sortedOf(counts: Uint32Array, n: number): Float64Array {
  const sorted = new Float64Array(n);
  let at = 0;
  counts.forEach((times, value) => {
    sorted.fill(value, at, at + times);
    at += times;
  });
  return sorted;
}

/**
 * The two kinds of values of a sample that has {@link twoHumps}: parted at the widest gap between the medians of the two
 * heaps, of equally wide ones at the one nearest to the mean.
 */
export function twoKinds(sample: Float64Array, mean: number): TwoKinds {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  const middle = sorted.findIndex((value) => value >= mean);
  const [from, to] = [Math.floor(middle / 2), Math.ceil((middle + n) / 2)];
  let [best, widest, nearest] = [middle, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = Math.max(1, from + 1); i <= Math.min(n - 1, to); i++) {
    const [below, above] = [sorted[i - 1] as number, sorted[i] as number];
    const off = Math.abs((below + above) / 2 - mean);
    if (above - below > widest || (above - below === widest && off < nearest)) {
      [best, widest, nearest] = [i, above - below, off];
    }
  }
  return { small: kindOf(sorted.subarray(0, best)), large: kindOf(sorted.subarray(best)) };
}

function kindOf(sorted: Float64Array): Kind {
  const [min, median, max] = quantiles(sorted, [0, 0.5, 1]) as [number, number, number];
  return { n: sorted.length, min, median, max };
}

/** Whether the fullest band of one side towers over the band of the mean. */
function isHeap(bands: Uint32Array, near: number, n: number): boolean {
  let [most, looked] = [0, 0];
  for (const count of bands) {
    if (count > most) most = count;
    if (count > 0) looked++;
  }
  if (most < n * LEAST_OF_BAND || near > most * VALLEY) return false;
  // P(X ≤ near) of near + most tosses of a coin.
  return incompleteBeta(0.5, most, near + 1) <= ALPHA / looked;
}

/** Whether the valley is more than the space between two steps of a grid, such as whole days or thousands. */
function isTold(sorted: Float64Array, width: number, under: number, over: number): boolean {
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const gap = (sorted[i] as number) - (sorted[i - 1] as number);
    if (gap > 0 && gap < step) step = gap;
  }
  if (width >= LEAST_STEPS * step) return true;
  const [last, first] = [sorted[under - 1] as number, sorted[over] as number];
  return last > 0 && first >= TIMES_APART * last;
}

function humpOf(sorted: Float64Array): Hump {
  const [from, to] = quantiles(sorted, [0.25, 0.75]) as [number, number];
  return { n: sorted.length, from, to };
}
