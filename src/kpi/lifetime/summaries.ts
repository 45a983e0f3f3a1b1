import type { CivilDay } from '../../model/civil-day.js';
import type { Population } from '../../model/population.js';
import type { Codes } from '../../model/text-column.js';

/**
 * What customers have bought until a day, by position: everything that the models need of a customer, and nothing that
 * came later. Purchases of one customer on one day are one.
 */
export interface Summaries {
  /** The day until which purchases count, that day included. */
  readonly at: CivilDay;
  readonly size: number;
  /** The customer's code in the column `customer`. */
  readonly codes: Uint32Array;
  /** Days with a purchase. */
  readonly purchases: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Σ of the amounts of the purchases; NaN where none has one. */
  readonly spent: Float64Array;
  /** Days after the first one whose purchases have an amount, and the mean amount of such a day (NaN without one). */
  readonly paidRepeats: Uint32Array;
  readonly paidMean: Float64Array;
}

type Readable = Population<'customer' | 'closed_at' | 'amount'>;

/** Sums up purchases (dated, each of a customer) until a day. O(purchases + days between the first and the last). */
export function summariesOf(purchases: Readable, at: CivilDay): Summaries {
  const days = purchases.column('closed_at');
  const amount = purchases.column('amount');
  const { codes, values } = purchases.column('customer');
  const order = byCustomerAndDay(
    purchases.rows.filter((row) => (days[row] as number) <= at),
    days,
    codes,
    values.length,
  );
  const most = order.length;
  const found = {
    codes: new Uint32Array(most),
    purchases: new Uint32Array(most),
    first: new Int32Array(most),
    last: new Int32Array(most),
    spent: new Float64Array(most),
    paidRepeats: new Uint32Array(most),
    paidMean: new Float64Array(most),
  };
  let size = 0;
  for (let start = 0; start < most; size++) {
    const code = codes[order[start] as number] as number;
    let [own, spent, isPriced, repeats, repeated] = [0, 0, false, 0, 0];
    let stop = start;
    while (stop < most && codes[order[stop] as number] === code) {
      const day = days[order[stop] as number] as number;
      let [value, priced] = [0, false];
      for (; stop < most && codes[order[stop] as number] === code && days[order[stop] as number] === day; stop++) {
        const one = amount[order[stop] as number] as number;
        if (Number.isNaN(one)) continue;
        value += one;
        priced = true;
      }
      if (priced) {
        spent += value;
        isPriced = true;
      }
      if (priced && own > 0) {
        repeats++;
        repeated += value;
      }
      own++;
    }
    found.codes[size] = code;
    found.purchases[size] = own;
    found.first[size] = days[order[start] as number] as number;
    found.last[size] = days[order[stop - 1] as number] as number;
    found.spent[size] = isPriced ? spent : Number.NaN;
    found.paidRepeats[size] = repeats;
    found.paidMean[size] = repeats === 0 ? Number.NaN : repeated / repeats;
    start = stop;
  }
  return {
    at,
    size,
    codes: found.codes.slice(0, size),
    purchases: found.purchases.slice(0, size),
    first: found.first.slice(0, size),
    last: found.last.slice(0, size),
    spent: found.spent.slice(0, size),
    paidRepeats: found.paidRepeats.slice(0, size),
    paidMean: found.paidMean.slice(0, size),
  };
}

/** The rows by customer, and each customer's by day: two counting sorts. */
function byCustomerAndDay(rows: Uint32Array, days: Int32Array, codes: Codes, customers: number): Uint32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const day = days[row] as number;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (rows.length === 0) return rows;
  const byDay = sortedBy(rows, (row) => (days[row] as number) - first, last - first + 1);
  return sortedBy(byDay, (row) => codes[row] as number, customers);
}

/** Stable: rows with one key stay in their order. */
function sortedBy(rows: Uint32Array, keyOf: (row: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const row of rows) {
    const after = keyOf(row) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = next[key] as number;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return sorted;
}
