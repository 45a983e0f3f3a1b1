import { type AggregateInput, type Aggregator, counts } from '../../expression/aggregate.js';
import type { NumberAt } from '../../expression/operand.js';
import { TRUE, UNKNOWN } from '../../expression/truth.js';
import type { Deals } from '../../model/deals.js';
import type { Codes } from '../../model/text-column.js';
import { moments } from '../../stats/moments.js';
import { quantile } from '../../stats/quantile.js';
import { sum } from '../../stats/sum.js';

/** Records in groups. */
export interface Groups {
  readonly size: number;
  /** By record; −1 = in none. */
  readonly of: Int32Array;
}

/**
 * Works figures out, group by group: the mean, the sample standard deviation (divisor n − 1) and quantiles of
 * Hyndman and Fan's type 7, over the records that have a value. Money of several currencies has none. A share is that
 * of the records for which its condition is known. O(records) per figure, and its values once.
 */
export function aggregatorOf(deals: Deals, groups: Groups): Aggregator {
  return (input) => {
    const values = input.name === 'share' || input.holds !== null ? held(input, groups) : valued(input, deals, groups);
    return (group) => values[group] as number;
  };
}

/** Counts and shares of a condition. */
function held(input: AggregateInput, { size, of }: Groups): Float64Array {
  const [yes, known] = [new Float64Array(size), new Float64Array(size)];
  const { holds, name } = input;
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    if (group < 0 || !counts(input, row)) continue;
    const truth = holds?.(row) ?? UNKNOWN;
    if (truth === UNKNOWN) continue;
    known[group] = (known[group] as number) + 1;
    if (truth === TRUE) yes[group] = (yes[group] as number) + 1;
  }
  return name === 'count' ? yes : yes.map((n, group) => n / (known[group] as number));
}

function valued(input: AggregateInput, deals: Deals, { size, of }: Groups): Float64Array {
  const { value } = input;
  const counted = new Uint32Array(size + 1);
  const is = (row: number): boolean => counts(input, row) && (value === null || !Number.isNaN(value(row)));
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    if (group >= 0 && is(row)) counted[group + 1] = (counted[group + 1] as number) + 1;
  }
  if (input.name === 'count') return Float64Array.from(counted.subarray(1));
  // The values of each group one behind the other: no list per group.
  for (let group = 0; group < size; group++)
    counted[group + 1] = (counted[group + 1] as number) + (counted[group] as number);
  const values = new Float64Array(counted[size] as number);
  const next = counted.slice(0, size);
  const mixed = input.unit === 'money' ? new CurrencyWatch(deals, size) : null;
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    if (group < 0 || !is(row)) continue;
    const at = next[group] as number;
    next[group] = at + 1;
    values[at] = (value as NumberAt)(row);
    mixed?.see(row, group);
  }
  return Float64Array.from({ length: size }, (_, group) =>
    mixed?.isMixed(group) === true ? Number.NaN : figure(input, values.subarray(counted[group], counted[group + 1])),
  );
}

function figure({ name, p }: AggregateInput, values: Float64Array): number {
  if (name === 'distinct') return new Set(values).size;
  if (name === 'sum') return sum(values);
  if (values.length === 0) return Number.NaN;
  switch (name) {
    case 'avg':
      return moments(values).mean;
    case 'stddev':
      return moments(values).sd ?? Number.NaN;
    case 'min':
      return values.reduce((least, value) => Math.min(least, value));
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
    default:
      return quantile(values, p);
  }
}

/** Whether the records of a group have amounts in several currencies. */
class CurrencyWatch {
  readonly #codes: Codes;
  readonly #seen: Uint32Array;
  readonly #mixed: Uint8Array;

  constructor(deals: Deals, size: number) {
    this.#codes = deals.column('currency').codes;
    this.#seen = new Uint32Array(size);
    this.#mixed = new Uint8Array(size);
  }

  see(row: number, group: number): void {
    const code = this.#codes[row] as number;
    if (code === 0) return;
    const seen = this.#seen[group] as number;
    if (seen === 0) this.#seen[group] = code;
    else if (seen !== code) this.#mixed[group] = 1;
  }

  isMixed(group: number): boolean {
    return this.#mixed[group] === 1;
  }
}
