/** How often each value occurs, where values are mostly whole and small, as days are. */

/** Whole numbers under it are counted by their place: eleven years of days. */
const PLACES = 4_096;

export interface ValueCount {
  readonly value: number;
  readonly n: number;
}

/** Each value once, ascending; NaN is none. O(values). */
export function valueCounts(values: ArrayLike<number>): ValueCount[] {
  const whole = new Uint32Array(PLACES);
  const others = new Map<number, number>();
  let most = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const place = value >>> 0;
    if (place === value && place < PLACES) {
      whole[place] = (whole[place] as number) + 1;
      if (place > most) most = place;
    } else if (!Number.isNaN(value)) others.set(value, (others.get(value) ?? 0) + 1);
  }
  const found: ValueCount[] = [];
  for (let value = 0; value <= most; value++) if (whole[value] !== 0) found.push({ value, n: whole[value] as number });
  if (others.size === 0) return found;
  for (const [value, n] of others) found.push({ value, n });
  return found.sort((a, b) => a.value - b.value);
}
