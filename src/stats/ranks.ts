import type { WholeCounts } from './quantile.js';

/** Ranks of values, 1 for the smallest, and what ties take from their spread. */
export interface Ranks {
  /** In the order of the values; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over the groups of t equal values. */
  readonly tied: number;
}

/** Values that are whole numbers are counted, not sorted, where they span no more than so many times their number. */
const SPAN = 4;
/** Of several samples, greater numbers are not counted. */
const MOST_COUNTED = 2 ** 16;
/** So many stretches of equal width lead to the distinct values in them, one for each value at most. */
const STRETCHES = 65_536;

/** Mid-ranks (M. G. Kendall 1948). O(n log n); O(n) for whole numbers that lie close, such as days. */
export function midRanks(values: Float64Array): Ranks {
  return ofCounts(values) ?? ofSorted(values);
}

/**
 * Σ of the {@link midRanks} of each sample among the values of all, and what their ties take. Halves of whole numbers add
 * up exactly. Whole numbers under 65,536, as days mostly are, are counted where they lie, and no rank is written down.
 */
export function rankSums(samples: readonly ArrayLike<number>[]): { readonly sums: number[]; readonly tied: number } {
  const counted = countTogether(samples);
  if (counted === null) return sumsOfRanks(samples);
  const { shared, tied } = sharedRanks(counted);
  return { sums: samples.map((sample) => sumShared(sample, shared)), tied };
}

/** The same of samples that were counted, in time that hangs on how far the numbers reach and not on how many they are. */
export function rankSumsOfCounts(samples: readonly WholeCounts[]): { readonly sums: number[]; readonly tied: number } {
  const all = new Uint32Array(samples.reduce((most, { counts }) => Math.max(most, counts.length), 0));
  for (const { counts } of samples) {
    for (let at = 0; at < counts.length; at++) all[at] = (all[at] as number) + (counts[at] as number);
  }
  const { shared, tied } = sharedRanks(all);
  const sums = samples.map(({ counts }) => {
    let sum = 0;
    for (let at = 0; at < counts.length; at++) sum += (counts[at] as number) * (shared[at] as number);
    return sum;
  });
  return { sums, tied };
}

function countTogether(samples: readonly ArrayLike<number>[]): Uint32Array | null {
  const counts = new Uint32Array(MOST_COUNTED);
  return samples.every((sample) => countInto(counts, sample)) ? counts : null;
}

/** Whether all were counted: the counts are of no use where one is not. */
function countInto(counts: Uint32Array, sample: ArrayLike<number>): boolean {
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i] as number;
    const place = value >>> 0;
    if (place !== value || place >= MOST_COUNTED) return false;
    counts[place] = (counts[place] as number) + 1;
  }
  return true;
}

function sumShared(sample: ArrayLike<number>, shared: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < sample.length; i++) sum += shared[sample[i] as number] as number;
  return sum;
}

function sumsOfRanks(samples: readonly ArrayLike<number>[]): { readonly sums: number[]; readonly tied: number } {
  const all = new Float64Array(samples.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  const { ranks, tied } = midRanks(all);
  at = 0;
  const sums = samples.map(({ length }) => {
    let sum = 0;
    for (const end = at + length; at < end; at++) sum += ranks[at] as number;
    return sum;
  });
  return { sums, tied };
}

/** The rank that each of some counted values has, from the smallest. */
function sharedRanks(counts: Uint32Array): { readonly shared: Float64Array; readonly tied: number } {
  const shared = new Float64Array(counts.length);
  let [from, tied] = [0, 0];
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count === 0) continue;
    shared[at] = (from + 1 + from + count) / 2;
    tied += count ** 3 - count;
    from += count;
  }
  return { shared, tied };
}

/** The ranks of whole numbers by counting them; null of others, and where they lie too far apart. */
function ofCounts(values: Float64Array): Ranks | null {
  const n = values.length;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (value !== Math.floor(value)) return null;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (n === 0 || !(most - least < SPAN * n)) return null;
  const counts = new Uint32Array(most - least + 1);
  for (let i = 0; i < n; i++) {
    const at = (values[i] as number) - least;
    counts[at] = (counts[at] as number) + 1;
  }
  const { shared, tied } = sharedRanks(counts);
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) ranks[i] = shared[(values[i] as number) - least] as number;
  return { ranks, tied };
}

function ofSorted(values: Float64Array): Ranks {
  const sorted = values.slice().sort();
  const n = sorted.length;
  // Distinct values with the rank they share: each value then finds its own by halving.
  const [distinct, shared] = [new Float64Array(n), new Float64Array(n)];
  let [count, tied] = [0, 0];
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && sorted[to] === sorted[from]) to++;
    distinct[count] = sorted[from] as number;
    shared[count++] = (from + 1 + to) / 2;
    tied += (to - from) ** 3 - (to - from);
    from = to;
  }
  // Of a million values a stretch leaves few to halve. The stretch of a value is never before that of a smaller one.
  const least = distinct[0] as number;
  const stretches = Math.min(STRETCHES, n);
  const perUnit = (stretches - 1) / ((distinct[count - 1] as number) - least);
  const isEven = perUnit > 0 && perUnit < Number.POSITIVE_INFINITY;
  const stretchOf = (value: number): number => (isEven ? Math.floor((value - least) * perUnit) : 0);
  const begins = new Uint32Array(stretches + 1).fill(Math.max(0, count - 1));
  for (let at = count - 1; at >= 0; at--) begins[stretchOf(distinct[at] as number)] = at;
  for (let at = stretches - 1; at >= 0; at--) begins[at] = Math.min(begins[at] as number, begins[at + 1] as number);
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    const stretch = stretchOf(value);
    let [low, high] = [begins[stretch] as number, begins[stretch + 1] as number];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((distinct[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = shared[low] as number;
  }
  return { ranks, tied };
}
