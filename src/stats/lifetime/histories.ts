/**
 * What a model of repeat purchases needs of customers, equal ones counted once: by position the purchases after the
 * first one (`x`), the time from the first to the last (`last`) and to the end of observation (`age`), all in one unit,
 * and how many customers they are (`weight`).
 */
export interface Histories {
  readonly size: number;
  readonly x: Float64Array;
  readonly last: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
  /** Customers in all. */
  readonly customers: number;
}

/** Counts equal customers once, in an order that does not depend on theirs. O(n log n). */
export function groupHistories(x: ArrayLike<number>, last: ArrayLike<number>, age: ArrayLike<number>): Histories {
  const n = x.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (i, j) =>
      (x[i] as number) - (x[j] as number) ||
      (age[i] as number) - (age[j] as number) ||
      (last[i] as number) - (last[j] as number),
  );
  const columns = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const [xs, lasts, ages, weights] = columns;
  let size = 0;
  for (const i of order) {
    const at = size - 1;
    if (size > 0 && xs[at] === x[i] && lasts[at] === last[i] && ages[at] === age[i]) {
      weights[at] = (weights[at] as number) + 1;
      continue;
    }
    xs[size] = x[i] as number;
    lasts[size] = last[i] as number;
    ages[size] = age[i] as number;
    weights[size++] = 1;
  }
  const cut = (column: Float64Array): Float64Array => column.slice(0, size);
  return { size, x: cut(xs), last: cut(lasts), age: cut(ages), weight: cut(weights), customers: n };
}

/** Where runs of equal `x` begin, and the end: `x` is ascending. What depends on x alone is found once per run. */
export function runsOf(x: Float64Array): Uint32Array {
  const starts: number[] = [];
  for (let i = 0; i < x.length; i++) if (i === 0 || x[i] !== x[i - 1]) starts.push(i);
  return Uint32Array.from([...starts, x.length]);
}

/** Histories at even distances, `most` or fewer: customers of every kind, as those of one kind stand together. */
export function thinned({ size, x, last, age, weight }: Histories, most: number): Histories {
  const every = Math.ceil(size / most);
  const pick = (column: Float64Array): Float64Array => column.filter((_, i) => i % every === 0);
  const weights = pick(weight);
  return {
    size: weights.length,
    x: pick(x),
    last: pick(last),
    age: pick(age),
    weight: weights,
    customers: weights.reduce((sum, one) => sum + one, 0),
  };
}
