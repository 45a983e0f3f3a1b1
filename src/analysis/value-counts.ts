/** How often each value occurs, where values are mostly whole and close together, as days are. */

/** Whole numbers up to so far above the least are counted by their place: two centuries of days. */
export const PLACES = 73_050;

export interface ValueCount {
  readonly value: number;
  readonly n: number;
}

/** Each value once, ascending; NaN is none. O(values). */
export function valueCounts(values: ArrayLike<number>): ValueCount[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [];
  const least = Math.floor(low);
  const whole = new Uint32Array(high - least < PLACES ? Math.floor(high - least) + 1 : PLACES);
  const others = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const place = (value - least) >>> 0;
    if (place === value - least && place < whole.length) whole[place] = (whole[place] as number) + 1;
    else if (!Number.isNaN(value)) others.set(value, (others.get(value) ?? 0) + 1);
  }
  return listed(whole, least, others);
}

/** Counts by their place behind the least value, and those of other values, as a list. */
export function listed(whole: Uint32Array, least: number, others: ReadonlyMap<number, number>): ValueCount[] {
  const found: ValueCount[] = [];
  for (let at = 0; at < whole.length; at++)
    if (whole[at] !== 0) found.push({ value: least + at, n: whole[at] as number });
  if (others.size === 0) return found;
  for (const [value, n] of others) found.push({ value, n });
  return found.sort((a, b) => a.value - b.value);
}

/** A quantile of the values that were counted, of which there must be one: type 7, as of stats/quantile. */
export function quantileOf(counts: readonly ValueCount[], p: number): number {
  const position = (counts.reduce((sum, { n }) => sum + n, 0) - 1) * p;
  const below = Math.floor(position);
  let [at, before] = [0, 0];
  const valueAt = (rank: number): number => {
    for (let one = counts[at]; one !== undefined && before + one.n <= rank; one = counts[at]) {
      before += one.n;
      at++;
    }
    return (counts[at] as ValueCount).value;
  };
  const low = valueAt(below);
  return position === below ? low : low + (position - below) * (valueAt(below + 1) - low);
}
