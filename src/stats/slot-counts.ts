import type { BesideRows } from './moments.js';
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
 * Values that were counted, by the slot of each. Null where the table would be large.
 *
 * @param each hands over the values that were counted, beside their rows
 * @param whole how often each occurs in all slots
 * @param slots by row, each under `count`
 */
export function countWholeBy(
  each: BesideRows,
  whole: WholeCounts,
  slots: Uint8Array | Uint16Array | Uint32Array,
  count: number,
): WholeCountsBy | null {
  const span = whole.counts.length;
  if (span * count > Math.max(SMALL_TABLE, FIELDS_PER_VALUE * whole.n)) return null;
  const table = new Uint32Array(span * count);
  each((values, rows) => tabulate(table, span, values, rows, slots));
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

/** What was counted in one slot. */
export function countsOfSlot({ table, span, counts }: WholeCountsBy, slot: number): WholeCounts {
  return { n: counts[slot] as number, counts: table.subarray(slot * span, (slot + 1) * span) };
}
