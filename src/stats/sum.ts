import { sumOf } from '../loops/program.js';

/**
 * Σ column[row] over the given rows, compensated: the error does not grow with the number of terms, so money does not
 * drift. A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
 * No row: 0. NaN cells must not be among the rows.
 */
export function sumRows(column: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i] as number] as number;
    const next = sum + value;
    const isLess = Math.abs(sum) < Math.abs(value);
    lost += (isLess ? value : sum) - next + (isLess ? sum : value);
    sum = next;
  }
  return sum + lost;
}

/** Σ of all values, compensated as in `sumRows`. No value: 0. */
export function sum(values: ArrayLike<number>): number {
  // One kind of array in the loop: of several, each look at one costs a question.
  const cells = values instanceof Float64Array ? values : Float64Array.from(values);
  return sumOf(cells) ?? sumCells(cells);
}

function sumCells(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const next = total + value;
    // Chosen first, then reckoned with: of a branch that only the first value takes V8 knows nothing when it compiles
    // the loop, and gives the code up at the next sum.
    const isLess = Math.abs(total) < Math.abs(value);
    lost += (isLess ? value : total) - next + (isLess ? total : value);
    total = next;
  }
  return total + lost;
}

/** Σ of the values by the slot of each, compensated as in `sumRows`; no value in a slot: 0. Slots must be under `count`. */
export function sumsBy(values: Float64Array, slots: Uint16Array | Uint32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  const lost = new Float64Array(count);
  // `addTo` written out: it is called for each of half a million deals before it is compiled into the loop.
  for (let i = 0; i < values.length; i++) {
    const slot = slots[i] as number;
    const value = values[i] as number;
    const before = sums[slot] as number;
    const next = before + value;
    const isLess = Math.abs(before) < Math.abs(value);
    sums[slot] = next;
    lost[slot] = (lost[slot] as number) + ((isLess ? value : before) - next + (isLess ? before : value));
  }
  for (let slot = 0; slot < count; slot++) sums[slot] = (sums[slot] as number) + (lost[slot] as number);
  return sums;
}

/** Sums by slot, and how many values each slot has. */
export interface SlotSums {
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * Σ column[row] over the given rows by the slot of each, compensated as in `sumRows`, and how many there are. Slots must be
 * under `count`.
 *
 * @param slots by row
 */
export function sumsByRow(
  column: Float64Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
  count: number,
): SlotSums {
  const sums = new Float64Array(count);
  const lost = new Float64Array(count);
  const counts = new Uint32Array(count);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const slot = slots[row] as number;
    const value = column[row] as number;
    const before = sums[slot] as number;
    const next = before + value;
    const isLess = Math.abs(before) < Math.abs(value);
    sums[slot] = next;
    lost[slot] = (lost[slot] as number) + ((isLess ? value : before) - next + (isLess ? before : value));
    counts[slot] = (counts[slot] as number) + 1;
  }
  for (let slot = 0; slot < count; slot++) sums[slot] = (sums[slot] as number) + (lost[slot] as number);
  return { sums, counts };
}

/** How often each slot is named. Slots must be under `count`. */
export function countBy(slots: Uint16Array | Uint32Array, count: number): Uint32Array {
  const counts = new Uint32Array(count);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    counts[slot] = (counts[slot] as number) + 1;
  }
  return counts;
}

/** Adds `value` to slot `index` of running sums; `lost` carries what rounding took. Slot's sum: sums[i] + lost[i]. */
export function addTo(sums: Float64Array, lost: Float64Array, index: number, value: number): void {
  const before = sums[index] as number;
  const next = before + value;
  const isLess = Math.abs(before) < Math.abs(value);
  lost[index] = (lost[index] as number) + ((isLess ? value : before) - next + (isLess ? before : value));
  sums[index] = next;
}
