/** How many different numbers each of some slots has, and how many of these it has twice or more. */
export interface DistinctBy {
  readonly counts: Uint32Array;
  readonly repeated: Uint32Array;
}

/**
 * Different numbers by slot, which must be under `slotCount`, as numbers under `count`. O(numbers + count + slots).
 *
 * @param numbers one for each of the rows
 * @param slots by row
 * @param room as long as the numbers, and as wide; it is written over
 */
export function distinctBy(
  numbers: Uint16Array | Uint32Array,
  count: number,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
  slotCount: number,
  room: Uint16Array | Uint32Array,
): DistinctBy {
  const ends = sortBySlot(numbers, rows, slots, slotCount, room);
  const [counts, repeated] = [new Uint32Array(slotCount), new Uint32Array(slotCount)];
  // By number, twice the last slot that had it, and one more where it had it again: odd numbers are of those.
  const last = new Uint32Array(count);
  for (let slot = 0, at = 0; slot < slotCount; slot++) {
    const [end, once] = [ends[slot] as number, 2 * slot + 2];
    let [found, again] = [0, 0];
    for (; at < end; at++) {
      const number = room[at] as number;
      const seen = last[number] as number;
      found += seen < once ? 1 : 0;
      again += seen === once ? 1 : 0;
      last[number] = seen < once ? once : once + 1;
    }
    counts[slot] = found;
    repeated[slot] = again;
  }
  return { counts, repeated };
}

/** Writes the numbers of each slot behind those of the one before. @returns where those of each slot end */
function sortBySlot(
  numbers: Uint16Array | Uint32Array,
  rows: Uint32Array,
  slots: Uint8Array | Uint16Array | Uint32Array,
  slotCount: number,
  sorted: Uint16Array | Uint32Array,
): Uint32Array {
  const next = new Uint32Array(slotCount + 1);
  for (let i = 0; i < rows.length; i++) {
    const after = (slots[rows[i] as number] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let slot = 0; slot < slotCount; slot++) next[slot + 1] = (next[slot + 1] as number) + (next[slot] as number);
  for (let i = 0; i < rows.length; i++) {
    const slot = slots[rows[i] as number] as number;
    const at = next[slot] as number;
    sorted[at] = numbers[i] as number;
    next[slot] = at + 1;
  }
  return next;
}
