import { said } from '../locale/said.js';
import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Exclusion } from '../model/exclusion.js';
import { EXCLUDED, LOST, OPEN } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import type { Note } from './definition.js';
import { leftOut } from './figures.js';
import { cached, type Some, split } from './parts.js';
import type { Span } from './tenures.js';

/** What KPIs of subscriptions read of their records: see model/subscriptions.ts. */
export type Subscribed = Population<'outcome' | 'customer' | 'amount' | 'created_at' | 'closed_at'>;

/** The subscriptions that count, and why the others do not. */
export interface Counted {
  /** Paid, with a first day and a price. */
  readonly priced: Subscribed;
  /** Paid, with a first day; the price may be unknown. */
  readonly paid: Subscribed;
  /** Those that are neither. */
  readonly excluded: readonly Exclusion[];
  readonly unpriced: readonly Exclusion[];
}

const REASONS = ['outcome_excluded', 'not_paying', 'ended_undated', 'undated_start', 'ended_before_start'] as const;
const MORE = ['negative_amount', 'free_of_charge'] as const;
const CLASSES = [...REASONS, ...MORE, 'unpriced', 'priced'] as const;

/** Which subscriptions count: found once per population. */
export const countedOf = cached((population: Subscribed): Counted => {
  const outcome = population.column('outcome');
  const [from, to, amount] = [
    population.column('created_at'),
    population.column('closed_at'),
    population.column('amount'),
  ];
  const classOf = (row: number): (typeof CLASSES)[number] => {
    const state = outcome[row];
    if (state === EXCLUDED) return 'outcome_excluded';
    if (state === OPEN) return 'not_paying';
    if (state === LOST) return 'ended_undated';
    if (from[row] === NO_DAY) return 'undated_start';
    if (to[row] !== NO_DAY && (to[row] as number) < (from[row] as number)) return 'ended_before_start';
    const price = amount[row] as number;
    if (Number.isNaN(price)) return 'unpriced';
    return price < 0 ? 'negative_amount' : price === 0 ? 'free_of_charge' : 'priced';
  };
  const parts = split(population as Some, CLASSES.length, (row) => CLASSES.indexOf(classOf(row))) as Subscribed[];
  const part = (name: (typeof CLASSES)[number]): Subscribed => parts[CLASSES.indexOf(name)] as Subscribed;
  const [priced, unpriced] = [part('priced'), part('unpriced')];
  const without = [...REASONS, ...MORE].map((reason) => [reason, part(reason)] as const);
  return {
    priced,
    paid: population.select(Uint32Array.from([...priced.rows, ...unpriced.rows]).sort()) as Some as Subscribed,
    excluded: leftOut(Object.fromEntries(without)),
    unpriced: leftOut({ unpriced }),
  };
});

/** Changes of what a customer pays a month, by customer and day. A day's changes of one customer are one. */
export interface Changes {
  readonly size: number;
  readonly customers: number;
  readonly customer: Uint32Array;
  readonly day: Int32Array;
  /** Per month, before and after the day. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** 1 = the customer paid nothing ever before. */
  readonly first: Uint8Array;
}

/** Differences below this share of the amounts are those of binary fractions. */
const NOTHING = 1e-9;

/** Changes of the monthly revenue of priced subscriptions. */
export const revenueChanges = cached((priced: Subscribed): Changes => {
  const amount = priced.column('amount');
  return changesOf(priced, (row) => amount[row] as number);
});

/** Changes of the number of subscriptions that a customer pays for; those that name no customer are left out. */
export const logoChanges = cached((paid: Subscribed): Changes => changesOf(paid, () => 1));

/**
 * A subscription adds its price on its first day and takes it away on its last one, or on the day after where the same
 * customer's next one begins: an upgrade from one day to the next is no churn. One that names no customer is a customer
 * of its own.
 */
function changesOf(subscriptions: Subscribed, worth: (row: number) => number): Changes {
  const { codes } = subscriptions.column('customer');
  const [from, to] = [subscriptions.column('created_at'), subscriptions.column('closed_at')];
  const numberOf = new Map<number, number>();
  const begins = new Set<number>();
  const own: number[] = [];
  let customers = 0;
  for (const row of subscriptions.rows) {
    const code = codes[row] as number;
    const known = code === 0 ? undefined : numberOf.get(code);
    const customer = known ?? customers++;
    if (code !== 0 && known === undefined) numberOf.set(code, customer);
    own.push(customer);
    begins.add(keyOf(customer, from[row] as number));
  }
  const steps: Step[] = [];
  subscriptions.rows.forEach((row, position) => {
    const customer = own[position] as number;
    const last = to[row] as number;
    const by = worth(row);
    steps.push({ customer, day: from[row] as number, by, one: 1 });
    if (last === NO_DAY) return;
    const day = begins.has(keyOf(customer, last + 1)) ? last + 1 : last;
    steps.push({ customer, day, by: -by, one: -1 });
  });
  steps.sort((a, b) => a.customer - b.customer || a.day - b.day || b.by - a.by);
  return collect(steps, customers);
}

/** A customer and a day as one number. */
function keyOf(customer: number, day: CivilDay): number {
  return customer * 2 ** 32 + day + 2 ** 31;
}

interface Step {
  readonly customer: number;
  readonly day: CivilDay;
  readonly by: number;
  /** Subscriptions more or fewer. */
  readonly one: 1 | -1;
}

function collect(steps: readonly Step[], customers: number): Changes {
  const found: { customer: number; day: CivilDay; before: number; after: number; first: boolean }[] = [];
  let at = 0;
  while (at < steps.length) {
    const { customer } = steps[at] as Step;
    let [level, running, paidBefore] = [0, 0, false];
    while (at < steps.length && steps[at]?.customer === customer) {
      const { day } = steps[at] as Step;
      let after = level;
      for (; at < steps.length && steps[at]?.customer === customer && steps[at]?.day === day; at++) {
        const step = steps[at] as Step;
        after += step.by;
        running += step.one;
      }
      // Without a subscription there is nothing, to the last binary digit.
      if (running === 0) after = 0;
      if (Math.abs(after - level) <= NOTHING * Math.max(after, level)) continue;
      found.push({ customer, day, before: level, after, first: !paidBefore });
      paidBefore = true;
      level = after;
    }
  }
  return {
    size: found.length,
    customers,
    customer: Uint32Array.from(found, (one) => one.customer),
    day: Int32Array.from(found, (one) => one.day),
    before: Float64Array.from(found, (one) => one.before),
    after: Float64Array.from(found, (one) => one.after),
    first: Uint8Array.from(found, (one) => Number(one.first)),
  };
}

/** What every customer pays a month at the bound before a day. */
export function levelsAt({ size, customers, customer, day, after }: Changes, bound: CivilDay): Float64Array {
  const levels = new Float64Array(customers);
  for (let at = 0; at < size; at++) {
    if ((day[at] as number) < bound) levels[customer[at] as number] = after[at] as number;
  }
  return levels;
}

/** The movements of a span; start + new + expansion + reactivation − contraction − churned = end. */
export interface Movements {
  readonly startMrr: number;
  readonly newMrr: number;
  readonly expansionMrr: number;
  readonly reactivationMrr: number;
  readonly contractionMrr: number;
  readonly churnedMrr: number;
  readonly endMrr: number;
}

/** Every change in the span by its kind, as it happened: who leaves and comes back in it has churned and returned. */
export function movementsIn(changes: Changes, span: Span): Movements {
  const { size, day, before, after, first } = changes;
  let [fresh, more, back, less, gone] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    const on = day[at] as number;
    if (on < span.start || on >= span.end) continue;
    const [was, is] = [before[at] as number, after[at] as number];
    if (was === 0 && first[at] === 1) fresh += is;
    else if (was === 0) back += is;
    else if (is === 0) gone += was;
    else if (is > was) more += is - was;
    else less += was - is;
  }
  const total = (levels: Float64Array): number => levels.reduce((sum, level) => sum + level, 0);
  return {
    startMrr: total(levelsAt(changes, span.start)),
    newMrr: fresh,
    expansionMrr: more,
    reactivationMrr: back,
    contractionMrr: less,
    churnedMrr: gone,
    endMrr: total(levelsAt(changes, span.end)),
  };
}

/** The one rule of days, said beside every figure that it decides. */
export const LAST_DAY: Note = said('last_day_counts');

/** Nobody has ended: a list of running subscriptions alone looks like perfect retention. */
export const NOBODY_ENDED: Note = said('nobody_ended_in_file', { of: 'subscriptions' });

/** Whether any of the subscriptions has a last day. */
export const anyEnded = cached((subscriptions: Subscribed): boolean => {
  const to = subscriptions.column('closed_at');
  return subscriptions.rows.some((row) => to[row] !== NO_DAY);
});
