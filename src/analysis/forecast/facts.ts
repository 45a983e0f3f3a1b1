/** What the file tells of its deals, as plain columns: who was known when, and what became of it. */
import { type CivilDay, NO_DAY } from '../../model/civil-day.js';
import { EXCLUDED, LOST, OPEN, WON } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { quantile } from '../../stats/quantile.js';
import type { Stages } from './stages.js';

/** Day of closing of a deal that has not closed. */
export const NEVER = 2147483647;

/**
 * Deals in the order of their creation; among deals of one day the order does not depend on that of the rows. What is
 * known on a day t follows from these alone: deals with `created` ≤ t, closed where `closed` ≤ t and open where not.
 */
export interface Facts {
  readonly size: number;
  /** Row in the deals. */
  readonly row: Uint32Array;
  readonly created: Int32Array;
  /** NEVER where the deal is open as recorded. */
  readonly closed: Int32Array;
  /** 1 = won; 0 = lost, or open. */
  readonly won: Uint8Array;
  /** NaN without an amount. */
  readonly amount: Float64Array;
  /** Code of the product, 0 where none is named; left out where the files have no products. */
  readonly product?: Uint32Array;
  /** Open deals without a creation date: their age is not known. */
  readonly undatedOpen: Uint32Array;
  /** Won deals without a closing date: no month has them. */
  readonly undatedWon: Uint32Array;
  /** Deals that closed before they were created, or without a creation date: taken for created as they closed. */
  readonly createdAtClosing: number;
  /** Lost deals without a closing date: taken for lost at the median age of the others. */
  readonly undatedLost: number;
  /** Which stage the deals were in, day by day; null, or left out, where no history tells. */
  readonly stages?: Stages | null;
}

type Field = 'outcome' | 'created_at' | 'closed_at' | 'amount' | 'product';

/**
 * The facts of a population. Won and lost deals whose creation is not known, or lies after their closing, are taken for
 * created on that day: they come without a time as an open deal, as new business does. A lost deal without a closing
 * date would otherwise leave the open ones no way but winning, so it is taken for lost at the median age at which others
 * were (at which deals were won, where no loss is dated).
 *
 * @param first dates before it are typing errors, and read as missing
 */
export function factsOf(deals: Population<Field>, first: CivilDay): Facts {
  const outcome = deals.column('outcome');
  const createdAt = deals.column('created_at');
  const closedAt = deals.column('closed_at');
  const amounts = deals.column('amount');
  const products = deals.has('product') ? deals.column('product').codes : null;
  const known = (day: number): boolean => day !== NO_DAY && day >= first;
  const usual = usualLoss(deals, known);
  const [created, closed] = [new Int32Array(deals.size), new Int32Array(deals.size)];
  const kept = new Uint32Array(deals.size);
  const [undatedOpen, undatedWon]: [number[], number[]] = [[], []];
  let [n, createdAtClosing, undatedLost] = [0, 0, 0];
  const { rows } = deals;
  for (let i = 0; i < deals.size; i++) {
    const row = rows[i] as number;
    const what = outcome[row];
    if (what === EXCLUDED) continue;
    let begun = createdAt[row] as number;
    let ended = what === OPEN ? NEVER : (closedAt[row] as number);
    if (what === OPEN) {
      if (!known(begun)) {
        undatedOpen.push(row);
        continue;
      }
    } else if (!known(ended)) {
      if (what === WON) undatedWon.push(row);
      if (what === LOST) undatedLost++;
      if (what === WON || !known(begun) || usual === null) continue;
      ended = begun + usual;
    } else if (!known(begun) || begun > ended) {
      begun = ended;
      createdAtClosing++;
    }
    kept[n] = row;
    created[n] = begun;
    closed[n++] = ended;
  }
  const order = inOrder(created.subarray(0, n), closed, kept, (row) => [
    outcome[row] as number,
    amounts[row] as number,
  ]);
  return {
    size: n,
    row: order.map((at) => kept[at] as number),
    created: Int32Array.from(order, (at) => created[at] as number),
    closed: Int32Array.from(order, (at) => closed[at] as number),
    won: Uint8Array.from(order, (at) => (outcome[kept[at] as number] === WON ? 1 : 0)),
    amount: Float64Array.from(order, (at) => amounts[kept[at] as number] as number),
    ...(products === null ? {} : { product: Uint32Array.from(order, (at) => products[kept[at] as number] as number) }),
    undatedOpen: Uint32Array.from(undatedOpen),
    undatedWon: Uint32Array.from(undatedWon),
    createdAtClosing,
    undatedLost,
  };
}

/** Median age in days at which deals were lost, or won where no loss has both dates; null where none has. */
function usualLoss(deals: Population<Field>, known: (day: number) => boolean): number | null {
  const outcome = deals.column('outcome');
  const [createdAt, closedAt] = [deals.column('created_at'), deals.column('closed_at')];
  let undated = false;
  const ages: [number[], number[]] = [[], []];
  for (const row of deals.rows) {
    const what = outcome[row];
    if (what !== WON && what !== LOST) continue;
    const [begun, ended] = [createdAt[row] as number, closedAt[row] as number];
    if (what === LOST && !known(ended)) undated = true;
    if (known(begun) && known(ended) && ended >= begun) ages[what === LOST ? 0 : 1].push(ended - begun);
  }
  if (!undated) return null;
  const [lost, won] = ages;
  const of = lost.length > 0 ? lost : won;
  return of.length === 0 ? null : Math.round(quantile(of, 0.5));
}

/** Positions by day of creation (counted), deals of one day by closing, outcome and amount. */
function inOrder(
  created: Int32Array,
  closed: Int32Array,
  rows: Uint32Array,
  rest: (row: number) => readonly [number, number],
): Uint32Array {
  const n = created.length;
  if (n === 0) return new Uint32Array(0);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of created) {
    if (day < low) low = day;
    if (day > high) high = day;
  }
  const starts = new Uint32Array(high - low + 2);
  for (const day of created) starts[day - low + 1] = (starts[day - low + 1] as number) + 1;
  for (let day = 1; day < starts.length; day++) starts[day] = (starts[day] as number) + (starts[day - 1] as number);
  const next = starts.slice();
  const order = new Uint32Array(n);
  for (let at = 0; at < n; at++) {
    const slot = (created[at] as number) - low;
    order[next[slot] as number] = at;
    next[slot] = (next[slot] as number) + 1;
  }
  const compare = (a: number, b: number): number => {
    const byClosing = (closed[a] as number) - (closed[b] as number);
    if (byClosing !== 0) return byClosing;
    const [one, other] = [rest(rows[a] as number), rest(rows[b] as number)];
    return one[0] - other[0] || (Number.isNaN(one[1]) ? -1 : one[1]) - (Number.isNaN(other[1]) ? -1 : other[1]);
  };
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    const [from, to] = [starts[slot] as number, starts[slot + 1] as number];
    if (to - from > 1) order.subarray(from, to).sort(compare);
  }
  return order;
}
