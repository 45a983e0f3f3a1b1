/** Bins for numbers of days that a person can read. */
import { rangeIndex } from '../stats/bins.js';
import { quantileOf, type ValueCount } from './value-counts.js';

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
export function dayBins(days: readonly ValueCount[]): DayBin[] {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const [least, most] = [first.value, Math.max(0, last.value)];
  const usual = quantileOf(days, TAIL_FROM);
  const width = widthFor(least, usual, MOST_BINS - 1);
  const start = startOf(least, usual, width, MOST_BINS - 1);
  const inAll = binsTo(most, start, width);
  const closed = inAll <= MOST_BINS ? inAll : binsTo(usual, start, width);
  const bins: DayBin[] = Array.from({ length: closed }, (_, at) => ({
    from: start + at * width,
    to: start + (at + 1) * width,
  }));
  return closed === inAll ? bins : [...bins, { from: start + closed * width, to: null }];
}

/** How many of the values fall into each bin; they must lie in one. */
export function countIn(bins: readonly DayBin[], days: readonly ValueCount[]): number[] {
  const edges = bins.slice(1).map(({ from }) => from);
  const counts = bins.map(() => 0);
  for (const { value, n } of days) {
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
