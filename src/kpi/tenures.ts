import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import { LOST, WON } from '../model/outcome.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';

/**
 * When somebody was a customer, as first and last days tell it: of a customers file, or of subscriptions. The one rule
 * everywhere: a customer is one from the first day through the last, so whoever ended on the day before a period is
 * not active at its start, and whoever ends on a period's last day has left in it.
 */
export interface Tenures {
  readonly source: 'customers' | 'subscriptions';
  /** Distinct customers, those of whom no day is known included. */
  readonly customers: number;
  /** The first day of every customer; NO_DAY where unknown. */
  readonly firstDay: Int32Array;
  /** Stretches without a gap, ordered by customer and first day. */
  readonly stretches: Stretches;
  /** Customers that are said to have ended, on a day that nobody wrote down. */
  readonly endedUndated: number;
  /** Whether a column tells last days at all. */
  readonly endsTold: boolean;
  /** Whether anybody has ended, on a known day. */
  readonly anyEnd: boolean;
}

export interface Stretches {
  readonly size: number;
  readonly customer: Uint32Array;
  readonly from: Int32Array;
  /** Last day; FOREVER = none so far. */
  readonly to: Int32Array;
}

/** The last day of what still runs: after every other day. */
export const FOREVER = 2147483647;

/** The tenures that a question's files tell: of the customers file where it has both days, else of the subscriptions. */
export function tenuresOf({
  customers,
  subscriptions = null,
}: {
  readonly customers: Customers | null;
  readonly subscriptions?: Population<DealField> | null;
}): Tenures | null {
  if (customers !== null && customers.startedAt !== null && customers.endedAt !== null) {
    return remembered(ofCustomers, customers, () => customerTenures(customers));
  }
  return subscriptions === null
    ? null
    : remembered(ofSubscriptions, subscriptions, () => subscriptionTenures(subscriptions));
}

const ofCustomers = new WeakMap<Customers, Tenures | null>();
const ofSubscriptions = new WeakMap<Population<DealField>, Tenures | null>();

function remembered<K extends object>(known: WeakMap<K, Tenures | null>, key: K, find: () => Tenures | null) {
  let found = known.get(key);
  if (found === undefined) {
    found = find();
    known.set(key, found);
  }
  return found;
}

function customerTenures({ size, number, startedAt, endedAt, ended }: Customers): Tenures {
  const rows: Row[] = [];
  for (let row = 0; row < size; row++) {
    rows.push({
      customer: number?.[row] ?? row,
      from: startedAt?.[row] ?? NO_DAY,
      to: endedAt?.[row] ?? NO_DAY,
      undated: ended?.[row] === 1,
    });
  }
  return tenures('customers', rows, true);
}

/** The paying customers of subscriptions; null where no column names the customer. */
function subscriptionTenures(population: Population<DealField>): Tenures | null {
  if (!population.has('customer') || !population.has('created_at')) return null;
  const { codes } = population.column('customer');
  const [from, to] = [population.column('created_at'), population.column('closed_at')];
  const outcome = population.column('outcome');
  const amount = population.column('amount');
  const numberOf = new Map<number, number>();
  const rows: Row[] = [];
  for (const row of population.rows) {
    const code = codes[row] as number;
    const state = outcome[row] as number;
    // A trial, a pause and what costs nothing make nobody a customer.
    if (code === 0 || (state !== WON && state !== LOST) || (amount[row] as number) <= 0) continue;
    let customer = numberOf.get(code);
    if (customer === undefined) {
      customer = numberOf.size;
      numberOf.set(code, customer);
    }
    rows.push({ customer, from: from[row] as number, to: to[row] as number, undated: state === LOST });
  }
  return tenures('subscriptions', rows, population.has('closed_at'));
}

interface Row {
  readonly customer: number;
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** Ended on an unknown day. */
  readonly undated: boolean;
}

function tenures(source: Tenures['source'], rows: readonly Row[], endsTold: boolean): Tenures {
  const customers = rows.reduce((most, { customer }) => Math.max(most, customer + 1), 0);
  const firstDay = new Int32Array(customers).fill(NO_DAY);
  const undated = new Set<number>();
  const known: { customer: number; from: number; to: number }[] = [];
  for (const { customer, from, to, undated: ended } of rows) {
    const first = firstDay[customer] as number;
    if (from !== NO_DAY && (first === NO_DAY || from < first)) firstDay[customer] = from;
    if (ended) undated.add(customer);
    // An end before the beginning is a mistake: nobody knows which of the two days it is.
    else if (from !== NO_DAY && (to === NO_DAY || to >= from))
      known.push({ customer, from, to: to === NO_DAY ? FOREVER : to });
  }
  known.sort((a, b) => a.customer - b.customer || a.from - b.from || a.to - b.to);
  const stretches: { customer: number; from: number; to: number }[] = [];
  for (const one of known) {
    const last = stretches[stretches.length - 1];
    // The day after the last one begins the next without a gap.
    if (last !== undefined && last.customer === one.customer && one.from <= last.to + 1) {
      last.to = Math.max(last.to, one.to);
    } else stretches.push({ ...one });
  }
  return {
    source,
    customers,
    firstDay,
    stretches: {
      size: stretches.length,
      customer: Uint32Array.from(stretches, ({ customer }) => customer),
      from: Int32Array.from(stretches, ({ from }) => from),
      to: Int32Array.from(stretches, ({ to }) => to),
    },
    endedUndated: undated.size,
    endsTold,
    anyEnd: stretches.some(({ to }) => to !== FOREVER),
  };
}

/** Days as bounds between days: `start` and `end` are the first days after them. Null where the period has not begun. */
export interface Span {
  /** What began before this day and has not ended before it is there at the start. */
  readonly start: CivilDay;
  /** The same of the end: the first day after the period, or after the snapshot. */
  readonly end: CivilDay;
}

/** The span that is looked at: the period as far as the snapshot goes; without one the last window before it. */
export function spanOf(period: Period, asOf: CivilDay, window: number): Span | null {
  const start = isAllTime(period) ? asOf - window + 1 : period.start;
  const end = isAllTime(period) ? asOf + 1 : Math.min(period.end, asOf + 1);
  return end > start ? { start, end } : null;
}
