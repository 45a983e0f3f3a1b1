/**
 * Quantiles of Hyndman & Fan's type 7: linear interpolation between order statistics, as NumPy, R and Excel's
 * PERCENTILE.INC do (R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", 1996).
 * (15, 20, 35, 40, 50) at 0.4 gives 29.
 *
 * One answer per probability, in the order asked. The caller's array is left as it is; expected time O(n).
 */
export function quantiles(sample: ArrayLike<number>, probabilities: readonly number[]): number[] {
  const n = sample.length;
  if (n === 0) throw new RangeError('a quantile needs at least one value');
  const work = sample instanceof Float64Array ? sample.slice() : Float64Array.from(sample);
  const answers = new Array<number>(probabilities.length);
  const order = probabilities.map((_, index) => index).sort((a, b) => at(probabilities, a) - at(probabilities, b));
  // Ascending: what a selection leaves on its right holds all later ones.
  let from = 0;
  for (const index of order) {
    const p = at(probabilities, index);
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0…1, not ${p}`);
    const position = (n - 1) * p;
    const below = Math.floor(position);
    const low = select(work, below, from);
    const fraction = position - below;
    answers[index] = fraction === 0 ? low : low + fraction * (smallest(work, below + 1) - low);
    from = below;
  }
  return answers;
}

/** One quantile; see `quantiles`. */
export function quantile(sample: ArrayLike<number>, p: number): number {
  return at(quantiles(sample, [p]), 0);
}

/** The median: the middle value, or the mean of the two middle ones. */
export function median(sample: ArrayLike<number>): number {
  return quantile(sample, 0.5);
}

function at(values: readonly number[], index: number): number {
  return values[index] as number;
}

/**
 * The k-th smallest (from 0) of the values at `from` and after it, which are partially sorted on the way: afterwards
 * nothing right of k is smaller. Quickselect with the median of three (C. A. R. Hoare, "Find", 1961); equal values
 * are spread over both sides, so a column of few distinct days does not degrade.
 */
function select(values: Float64Array, k: number, from: number): number {
  let left = from;
  let right = values.length - 1;
  while (right - left > 24) {
    const pivot = middleOf(
      values[left] as number,
      values[left + ((right - left) >> 1)] as number,
      values[right] as number,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = swapped;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return values[k] as number;
  }
  values.subarray(left, right + 1).sort();
  return values[k] as number;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function smallest(values: Float64Array, from: number): number {
  let least = values[from] as number;
  for (let i = from + 1; i < values.length; i++) if ((values[i] as number) < least) least = values[i] as number;
  return least;
}
