/** Ranges of numbers that a person can read. */
import { quantiles } from './quantile.js';

/** Parts that the quantiles make; edges that fall together make fewer. */
const PARTS = 6;

/**
 * Edges between ranges that hold about as many values each: the quantiles at 1/6 … 5/6 (Hyndman–Fan type 7), each
 * rounded to a multiple of the largest of 1, 2 and 5 times a power of ten that is no larger than the distance to the
 * quantiles beside it. So they can be read, and stay in order. 0 is an edge where values lie on both sides of it.
 * Ascending, each once; empty where all values are alike.
 */
export function readableEdges(values: Float64Array): number[] {
  if (values.length === 0) return [];
  const at = Array.from({ length: PARTS + 1 }, (_, index) => index / PARTS);
  const cuts = [...new Set(quantiles(values, at))];
  const [least, most] = [cuts[0] as number, cuts[cuts.length - 1] as number];
  const edges = cuts.slice(1, -1).map((cut, index) => {
    const gap = Math.min(cut - (cuts[index] as number), (cuts[index + 2] as number) - cut);
    return roundTo(cut, stepWithin(gap));
  });
  if (cuts.length === 2) edges.push(roundTo((least + most) / 2, stepWithin((most - least) / 2)));
  if (least < 0 && most >= 0) edges.push(0);
  // An edge that leaves nothing below it, or nothing from it on, parts nothing.
  return [...new Set(edges)].filter((edge) => edge > least && edge <= most).sort((a, b) => a - b);
}

/** The largest of 1, 2 and 5 times a power of ten that is no larger. */
function stepWithin(size: number): { readonly first: number; readonly power: number } {
  const power = Math.floor(Math.log10(size));
  const first = [5, 2].find((one) => Number(`${one}e${power}`) <= size) ?? 1;
  return { first, power };
}

/** The nearest multiple, as the decimal that a person would write. */
function roundTo(value: number, { first, power }: { readonly first: number; readonly power: number }): number {
  const multiple = Math.round(value / Number(`${first}e${power}`)) * first;
  // A product with a power of ten under one is not the decimal: 3 × 0.1 is 0.30000000000000004.
  return Number(`${multiple}e${power}`) + 0;
}

/** Which range a number falls into: 0 below the first edge, i from the i-th edge on (its own edge included). */
export function rangeIndex(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
