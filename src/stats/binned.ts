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

/** What numbers are put into bins with. */
interface Room {
  /** The bin of each number. */
  readonly bins: Uint16Array;
  /** How many numbers lie below each bin, and behind them how many there are. */
  readonly ends: Uint32Array;
}

/** The room of the numbers that were asked about last: thousands of intervals, one by one, are of as many. */
let room: Room | null = null;

/**
 * The numbers in bins of equal width, of which only those are gathered and sorted that something is asked about. Exact: a
 * larger number is never in a lower bin. Every number must be finite, at least one there. Answers are given until other
 * numbers are put into bins.
 */
export function binned(values: Float64Array): Binned {
  const [low, high] = rangeOf(values);
  // Of one value, and of a range beyond all numbers, all lie in the first bin: slower, and right.
  const perBin = (BINS - 1) / (high - low);
  const scale = perBin < Number.POSITIVE_INFINITY ? perBin : 0;
  if (room?.bins.length !== values.length) {
    room = { bins: new Uint16Array(values.length), ends: new Uint32Array(BINS + 1) };
  }
  const { bins, ends } = room;
  ends.fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = ((values[i] as number) - low) * scale;
    bins[i] = bin;
    const next = (bins[i] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let bin = 1; bin <= BINS; bin++) ends[bin] = (ends[bin] as number) + (ends[bin - 1] as number);
  const gathered = new Map<number, Float64Array>();
  const sortedBin = (bin: number): Float64Array => {
    const known = gathered.get(bin);
    if (known !== undefined) return known;
    const own = gather(values, bins, bin, (ends[bin + 1] as number) - (ends[bin] as number)).sort();
    gathered.set(bin, own);
    return own;
  };
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

/** The numbers of one bin, of which there are `count`. */
function gather(values: Float64Array, bins: Uint16Array, bin: number, count: number): Float64Array {
  const own = new Float64Array(count);
  for (let i = 0, n = 0; n < count; i++) if (bins[i] === bin) own[n++] = values[i] as number;
  return own;
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
