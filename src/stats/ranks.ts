/** Ranks of values, 1 for the smallest, and what ties take from their spread. */
export interface Ranks {
  /** In the order of the values; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over the groups of t equal values. */
  readonly tied: number;
}

/** Mid-ranks (M. G. Kendall 1948). O(n log n). */
export function midRanks(values: Float64Array): Ranks {
  const sorted = Float64Array.from(values).sort();
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
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((distinct[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = shared[low] as number;
  }
  return { ranks, tied };
}
