/** Bins for numbers of days that a person can read. */
import { rangeIndex } from '../stats/bins.js';
import { quantile } from '../stats/quantile.js';
import { valueCounts } from './value-counts.js';

/** From a number of days on and under another; null: without a limit. */
export interface DayBin {
  readonly from: number;
  readonly to: number | null;
}

/** Bins at most, the open one among them. */
export const MOST_BINS = 20;
/** What lies above so much of the values may stand in one open bin: a long tail must not flatten all others (a judgement). */
const TAIL_FROM = 0.95;

/**
 * Bins of one width, which is 1, 2 or 5 times a power of ten: the smallest with which at most 20 reach from the lowest
 * value (from 0, where that takes no more of them) to the highest; where the highest twentieth lies far out, to that, and
 * a last open bin holds the rest. Empty without a value.
 */
export function dayBins(days: Float64Array): DayBin[] {
  if (days.length === 0) return [];
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < days.length; i++) {
    const value = days[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const usual = quantile(days, TAIL_FROM);
  const width = widthFor(least, usual, MOST_BINS - 1);
  const first = startOf(least, usual, width, MOST_BINS - 1);
  const inAll = binsTo(most, first, width);
  const closed = inAll <= MOST_BINS ? inAll : binsTo(usual, first, width);
  const bins: DayBin[] = Array.from({ length: closed }, (_, at) => ({
    from: first + at * width,
    to: first + (at + 1) * width,
  }));
  return closed === inAll ? bins : [...bins, { from: first + closed * width, to: null }];
}

/** How many of the values fall into each bin; they must lie in one. */
export function countIn(bins: readonly DayBin[], days: ArrayLike<number>): number[] {
  const edges = bins.slice(1).map(({ from }) => from);
  const counts = bins.map(() => 0);
  for (const { value, n } of valueCounts(days)) {
    const at = rangeIndex(edges, value);
    counts[at] = (counts[at] as number) + n;
  }
  return counts;
}

/** Bins from `first` on until a value lies in one. */
function binsTo(value: number, first: number, width: number): number {
  return Math.floor((value - first) / width) + 1;
}

function startOf(least: number, most: number, width: number, bins: number): number {
  return binsTo(most, 0, width) <= bins ? 0 : Math.floor(least / width) * width;
}

function widthFor(least: number, most: number, bins: number): number {
  for (let power = 1; ; power *= 10) {
    for (const first of [1, 2, 5]) {
      const width = first * power;
      if (binsTo(most, Math.floor(least / width) * width, width) <= bins) return width;
    }
  }
}
