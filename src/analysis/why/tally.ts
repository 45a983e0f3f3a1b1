import type { CategoryColumn } from '../../model/column.js';

/** Records of a group, and what they add up to: successes, days, money. */
export interface Tally {
  readonly size: number;
  readonly total: number;
}

/** The tallies of one side, by the group's name. */
export type Tallies = ReadonlyMap<string, Tally>;

/** Records, and what each is worth, by position. */
export interface Counted {
  readonly rows: Uint32Array;
  readonly worth: (position: number, row: number) => number;
}

/**
 * Records by a column, in one pass. Sums are compensated (Neumaier 1974, as in `sumRows`), so that groups add up to the
 * figure whatever the order of the records.
 */
export function tallies({ codes, values }: CategoryColumn, { rows, worth }: Counted): Tallies {
  const size = new Uint32Array(values.length);
  const [total, lost] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let position = 0; position < rows.length; position++) {
    const row = rows[position] as number;
    const code = codes[row] as number;
    const [sum, value] = [total[code] as number, worth(position, row)];
    const next = sum + value;
    lost[code] = (lost[code] as number) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
    total[code] = next;
    size[code] = (size[code] as number) + 1;
  }
  const found = new Map<string, Tally>();
  values.forEach((key, code) => {
    if (size[code] === 0) return;
    found.set(key, { size: size[code] as number, total: (total[code] as number) + (lost[code] as number) });
  });
  return found;
}

/** Of the records the successes: `some` are among `all`, both ascending. */
export function successes(all: Uint32Array, some: Uint32Array): Counted {
  let next = 0;
  return {
    rows: all,
    worth(position, row) {
      if (position === 0) next = 0;
      while (next < some.length && (some[next] as number) < row) next++;
      return some[next] === row ? 1 : 0;
    },
  };
}

const NOBODY: Tally = { size: 0, total: 0 };

/** Every group of either side with both its tallies, by name: the order of the files decides nothing. */
export function bothSides(
  before: Tallies,
  after: Tallies,
): { readonly key: string; readonly before: Tally; readonly after: Tally }[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnits).map((key) => ({
    key,
    before: before.get(key) ?? NOBODY,
    after: after.get(key) ?? NOBODY,
  }));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
