import type { CategoryColumn } from '../model/column.js';

const known = new WeakMap<CategoryColumn, Uint32Array>();

/** How many deals of the whole file have each value of a column, by code. Counted once for a column. */
export function occurrencesIn(column: CategoryColumn): Uint32Array {
  let counts = known.get(column);
  if (counts === undefined) {
    counts = new Uint32Array(column.values.length);
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    known.set(column, counts);
  }
  return counts;
}
