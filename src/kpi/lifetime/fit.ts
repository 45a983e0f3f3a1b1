import { Coming, purchasesProbability } from '../../stats/lifetime/bg-nbd.js';
import { type Buying, earliest, fitBuying } from './models.js';
import { type Summaries, summariesOf } from './summaries.js';
import { weeksOfDays } from './weeks.js';
import { aliveOf } from './worth.js';

/** Repeat purchases that are told apart; from here on they are one group. */
const LAST_GROUP = 7;
/** The part of the days at whose end the model is fitted again, to be held against what came then. */
const KNOWN_PART = 2 / 3;

/** Customers by the repeat purchases that they have made. */
export interface FrequencyFit {
  /** 0, 1, … 6, and 7 for 7 or more. */
  readonly purchases: number;
  readonly observed: number;
  readonly expected: number;
}

/** How many customers have made how many repeat purchases, and how many the model expects: Σ of P(X(T) = x). */
export function frequencyFit({ values }: NonNullable<Buying['estimates']>, customers: Summaries): FrequencyFit[] {
  const observed = new Float64Array(LAST_GROUP + 1);
  for (const one of customers.purchases) add(observed, Math.min(LAST_GROUP, one - 1), 1);
  const byDay = new Map<number, number>();
  for (const day of customers.first) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  const expected = new Float64Array(LAST_GROUP + 1);
  for (const [day, n] of [...byDay].sort(([a], [b]) => a - b)) {
    let rest = 1;
    for (let x = 0; x < LAST_GROUP; x++) {
      const share = purchasesProbability(values, x, weeksOfDays(customers.at - day));
      add(expected, x, n * share);
      rest -= share;
    }
    add(expected, LAST_GROUP, n * Math.max(0, rest));
  }
  return Array.from(observed, (one, purchases) => ({
    purchases,
    observed: one,
    expected: expected[purchases] as number,
  }));
}

/** What customers did in the last third of the days, by what they had done before, beside what was expected of them. */
export interface HoldOut {
  readonly purchases: number;
  readonly customers: number;
  /** Purchases of each in the last third, on average. */
  readonly expected: number;
  readonly actual: number;
}

/**
 * Fits the model on the first two thirds of the days alone and holds it against the last third (as the paper does with
 * CDNOW, its figure 4). Null where the first two thirds do not carry a model.
 */
export function holdOut(deals: Parameters<typeof summariesOf>[0], customers: Summaries): HoldOut[] | null {
  const start = earliest(customers);
  const cut = start + Math.floor((customers.at - start) * KNOWN_PART);
  const before = summariesOf(deals, cut);
  const { estimates } = fitBuying(before);
  if (estimates === null) return null;
  const later = new Map<number, number>();
  for (let i = 0; i < customers.size; i++) later.set(customers.codes[i] as number, customers.purchases[i] as number);
  const alive = aliveOf(estimates.values, before);
  const [count, expected, actual] = [0, 1, 2].map(() => new Float64Array(LAST_GROUP + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const rest = weeksOfDays(customers.at - cut);
  const known = new Map<number, number>();
  const coming = new Map<number, Coming>();
  for (let i = 0; i < before.size; i++) {
    const own = before.purchases[i] as number;
    const age = cut - (before.first[i] as number);
    const key = own * 1e7 + age;
    let purchases = known.get(key);
    if (purchases === undefined) {
      const by = coming.get(own) ?? new Coming(estimates.values, own - 1);
      coming.set(own, by);
      purchases = by.within(rest, weeksOfDays(age));
      known.set(key, purchases);
    }
    const group = Math.min(LAST_GROUP, own - 1);
    add(count, group, 1);
    add(expected, group, (alive[i] as number) * purchases);
    add(actual, group, (later.get(before.codes[i] as number) ?? own) - own);
  }
  return Array.from(count, (n, purchases) => ({
    purchases,
    customers: n,
    expected: n === 0 ? 0 : (expected[purchases] as number) / n,
    actual: n === 0 ? 0 : (actual[purchases] as number) / n,
  })).filter((group) => group.customers > 0);
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}
