/** Whether customers buy as the models of purchases and of spending suppose. */
import { type Lifetime, STRONG_CORRELATION } from '../../../kpi/lifetime/lifetime-of.js';
import { said } from '../../../locale/said.js';
import { type CivilDay, NO_DAY } from '../../../model/civil-day.js';
import type { Population } from '../../../model/population.js';
import type { Check } from './definition.js';

/** Customers with two gaps before anything is told of the order of gaps (a judgement). */
const LEAST_PAIRS = 30;
/** The share that the longer of two gaps has in both is 3/4 by chance, 1/2 of a fixed rhythm (limits are judgements). */
const AT_RANDOM = { low: 0.7, high: 0.85 };
/** What a held-out third may be missed by, and the customers that may stand in another group (judgements). */
const MISSED = 0.15;
const MISPLACED = 0.05;
/** Up to here the variance of what customers spend has no bound. */
const LEAST_Q = 2;

/**
 * Of two gaps between purchases that come at random at one rate, the longer one has three quarters of both on average,
 * whatever the rate (their shares are uniform); of gaps of a fixed length a half. Looked at are the last two gaps of
 * every customer with three days of purchases.
 *
 * @param purchases of customers, dated; those after `at` are not looked at
 */
export function purchasesAtRandom(purchases: Population<'customer' | 'closed_at'>, at: CivilDay): Check {
  const [day, customer] = [purchases.column('closed_at'), purchases.column('customer')];
  const known = purchases.rows.filter((row) => day[row] !== NO_DAY && (day[row] as number) <= at);
  known.sort((a, b) => (day[a] as number) - (day[b] as number));
  const last = new Map<number, readonly number[]>();
  for (const row of known) {
    const [own, now] = [customer.codes[row] as number, day[row] as number];
    const days = last.get(own) ?? [];
    if (days[days.length - 1] !== now) last.set(own, [...days.slice(-2), now]);
  }
  let [n, total] = [0, 0];
  for (const [one, two, three] of last.values()) {
    if (one === undefined || two === undefined || three === undefined) continue;
    n++;
    total += Math.max(two - one, three - two) / (three - one);
  }
  if (n < LEAST_PAIRS) return { holds: null, evidence: said('gaps_too_few', { customers: n, least: LEAST_PAIRS }) };
  const share = total / n;
  return {
    holds: share >= AT_RANDOM.low && share <= AT_RANDOM.high,
    evidence: said('longer_gap', { customers: n, share }),
  };
}

/** Purchases of the last third of the days, beside what the model of the first two thirds expects. */
export function pastForetells(lifetime: Lifetime): Check {
  const groups = lifetime.holdOut();
  if (groups === null) return { holds: null, evidence: said('nothing_held_out') };
  const total = (of: 'expected' | 'actual'): number =>
    groups.reduce((sum, group) => sum + group.customers * group[of], 0);
  const [expected, actual] = [total('expected'), total('actual')];
  return {
    holds: actual === 0 ? null : Math.abs(expected / actual - 1) <= MISSED,
    evidence: said('held_out', { expected, actual }),
  };
}

/** Share of the customers that made another number of repeat purchases than the model has for them. */
export function repeatsFit(lifetime: Lifetime): Check {
  const groups = lifetime.frequency();
  if (groups === null) return { holds: null, evidence: said('not_fitted') };
  const apart = groups.reduce((sum, { observed, expected }) => sum + Math.abs(observed - expected), 0) / 2;
  const share = apart / lifetime.customers;
  return { holds: share <= MISPLACED, evidence: said('misplaced', { share, customers: lifetime.customers }) };
}

/** The correlation that the model of spending takes for 0. */
export function valueApart({ spending: { correlation, n } }: Lifetime): Check {
  if (correlation === null) return { holds: null, evidence: said('not_fitted') };
  return {
    holds: Math.abs(correlation) <= STRONG_CORRELATION,
    evidence: said('frequency_and_value', { correlation, customers: n }),
  };
}

export function noGiants({ spending: { estimates } }: Lifetime): Check {
  if (estimates === null) return { holds: null, evidence: said('not_fitted') };
  const { q } = estimates.values;
  return { holds: q > LEAST_Q, evidence: said('spread_of_customers', { q }) };
}
