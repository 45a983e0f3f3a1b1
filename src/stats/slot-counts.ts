import type { WholeCounts } from './quantile.js';
import type { SlotSums } from './sum.js';

/** How often each whole number from 0 on occurs in each of some slots, what they add up to there, and how many there are. */
export interface WholeCountsBy extends SlotSums {
  /** By slot, and within it by number, each under `span`. */
  readonly table: Uint32Array;
  readonly span: number;
}

/** A table has so many fields at most, or so many for each value: it takes no more room than the values do. */
const SMALL_TABLE = 4_096;
const FIELDS_PER_VALUE = 2;

/**
 * Values counted by the slot of each. Null where one of them is no whole number, or the table would be large. Slots must
 * be under `count`.
 *
 * @param values one for each of the rows
 * @param slots by row
 */
export function countWholeBy(
  values: Float64Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
  count: number,
): WholeCountsBy | null {
  const span = spanOf(values);
  if (span === null || span * count > Math.max(SMALL_TABLE, FIELDS_PER_VALUE * values.length)) return null;
  const table = new Uint32Array(span * count);
  tabulate(table, span, values, rows, slots);
  return { table, span, ...sumTable(table, span, count) };
}

function tabulate(
  table: Uint32Array,
  span: number,
  values: Float64Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const at = (slots[rows[i] as number] as number) * span + (values[i] as number);
    table[at] = (table[at] as number) + 1;
  }
}

function sumTable(table: Uint32Array, span: number, count: number): SlotSums {
  const [sums, counts] = [new Float64Array(count), new Uint32Array(count)];
  for (let slot = 0, at = 0; slot < count; slot++) {
    let [sum, n] = [0, 0];
    for (let value = 0; value < span; value++, at++) {
      const times = table[at] as number;
      sum += value * times;
      n += times;
    }
    sums[slot] = sum;
    counts[slot] = n;
  }
  return { sums, counts };
}

/** One more than the greatest value; null where one is below 0 or no whole number, or all are too many to count. */
function spanOf(values: Float64Array): number | null {
  let [most, areWhole] = [0, true];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const whole = value >>> 0;
    areWhole &&= whole === value;
    if (whole > most) most = whole;
  }
  return areWhole ? most + 1 : null;
}

/** What was counted in one slot. */
export function countsOfSlot({ table, span, counts }: WholeCountsBy, slot: number): WholeCounts {
  return { n: counts[slot] as number, counts: table.subarray(slot * span, (slot + 1) * span) };
}
