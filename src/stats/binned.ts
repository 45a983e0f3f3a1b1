/** Order statistics of many numbers without sorting them all. */

/** What is asked of many numbers by their order. */
export interface Binned {
  /** How many are below a limit, or below it and equal to it. */
  countBelow(limit: number, inclusive?: boolean): number;
  /** The k-th smallest, from 0. */
  smallest(k: number): number;
}

/** About ten of the usual ten thousand resamples each. */
const BINS = 1024;

/**
 * The numbers in bins of equal width, of which only those are sorted that something is asked about. Exact: a larger number
 * is never in a lower bin. Every number must be finite, at least one there.
 */
export function binned(values: Float64Array): Binned {
  const [low, high] = rangeOf(values);
  // Of one value, and of a range beyond all numbers, all lie in the first bin: slower, and right.
  const perBin = (BINS - 1) / (high - low);
  const scale = perBin < Number.POSITIVE_INFINITY ? perBin : 0;
  const bins = new Uint16Array(values.length);
  const ends = new Uint32Array(BINS + 1);
  for (let i = 0; i < values.length; i++) {
    const bin = ((values[i] as number) - low) * scale;
    bins[i] = bin;
    const next = (bins[i] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let bin = 1; bin <= BINS; bin++) ends[bin] = (ends[bin] as number) + (ends[bin - 1] as number);
  const ordered = new Float64Array(values.length);
  const next = ends.slice();
  for (let i = 0; i < values.length; i++) {
    const bin = bins[i] as number;
    const place = next[bin] as number;
    ordered[place] = values[i] as number;
    next[bin] = place + 1;
  }
  const sortedBin = (bin: number): Float64Array => ordered.subarray(ends[bin], ends[bin + 1]).sort();
  return {
    countBelow(limit, inclusive = false) {
      if (!(limit >= low)) return 0;
      if (limit > high) return values.length;
      const bin = scale === 0 ? 0 : Math.floor((limit - low) * scale);
      let count = ends[bin] as number;
      for (const value of sortedBin(bin)) {
        if (value > limit || (value === limit && !inclusive)) break;
        count++;
      }
      return count;
    },
    smallest(k) {
      let bin = 0;
      while ((ends[bin + 1] as number) <= k) bin++;
      return sortedBin(bin)[k - (ends[bin] as number)] as number;
    },
  };
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let low = values[0] as number;
  let high = low;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return [low, high];
}
