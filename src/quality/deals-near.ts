import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn } from '../model/column.js';

/** Deals of one account that a deal is compared with; only an account with more in one window is judged in part. */
const MOST_COMPARED = 200;
/** So few numbers are sorted in place, which takes no call. */
const FEW = 32;

/** The dated deals of each customer, by creation date and row. */
export interface Dated {
  /** Rows: those of customer c stand at `starts[c]` … `starts[c + 1]`. */
  readonly order: Uint32Array;
  /** The day on which each was created, in the same order. */
  readonly days: Int32Array;
  readonly starts: Uint32Array;
}

/** The same, and how many days apart two may be created. */
export interface Near extends Dated {
  readonly within: number;
}

/** Of the rows, those with a customer and a date, by customer. */
export function byCustomer(rows: Uint32Array, { codes, values }: CategoryColumn, created: DayColumn): Dated {
  const starts = new Uint32Array(values.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    if (code !== 0 && created[row] !== NO_DAY) starts[code + 1] = (starts[code + 1] as number) + 1;
  }
  for (let code = 0; code < values.length; code++) {
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  }
  const next = starts.slice();
  // Day and row in one number: sorting numbers needs no comparison function.
  const width = created.length;
  const keys = new Float64Array(starts[values.length] as number);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    const day = created[row] as number;
    if (code === 0 || day === NO_DAY) continue;
    const at = next[code] as number;
    next[code] = at + 1;
    keys[at] = day * width + row;
  }
  for (let code = 1; code < values.length; code++) sortPart(keys, starts[code] as number, starts[code + 1] as number);
  const order = new Uint32Array(keys.length);
  const days = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const day = Math.floor(key / width);
    days[at] = day;
    order[at] = key - day * width;
  }
  return { order, days, starts };
}

function sortPart(keys: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    keys.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const key = keys[at] as number;
    let before = at - 1;
    while (before >= from && (keys[before] as number) > key) {
      keys[before + 1] = keys[before] as number;
      before--;
    }
    keys[before + 1] = key;
  }
}

/**
 * Each deal with those of its customer created up to so many days before it, latest first, as far as their places in
 * the order are worth a visit, until the visitor has enough.
 */
export function forEachNear(
  { order, days, starts, within }: Near,
  worth: (at: number, back: number) => boolean,
  visit: (row: number, other: number, at: number) => boolean,
): void {
  for (let group = 1; group + 1 < starts.length; group++) {
    const [from, to] = [starts[group] as number, starts[group + 1] as number];
    for (let at = from + 1; at < to; at++) {
      const first = (days[at] as number) - within;
      const last = Math.max(from, at - MOST_COMPARED);
      for (let back = at - 1; back >= last && (days[back] as number) >= first; back--) {
        if (worth(at, back) && visit(order[at] as number, order[back] as number, at)) break;
      }
    }
  }
}
