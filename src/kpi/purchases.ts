import type { Exclusion } from '../model/exclusion.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Reason } from './definition.js';
import { leftOut } from './figures.js';
import { negative, nonNegative, undatedClosed, withCustomer, withoutCustomer, won, wonUntil } from './populations.js';

/**
 * What the cumulative customer KPIs share: the purchases of customers up to the period's end. A purchase is a won deal
 * whose amount is not negative; a negative one is a credit, which takes value back and buys nothing.
 */
export interface Purchases<P> {
  /** All purchases in question, with a customer or without. */
  readonly wins: P;
  /** Those that name a customer. */
  readonly deals: P;
  /** Credits, with a customer or without. */
  readonly credits: P;
  /** Won deals that are no purchases of a customer in question: undated, without a customer, credits. */
  readonly excluded: () => readonly Exclusion[];
}

type Readable = Population<'outcome' | 'customer' | 'closed_at' | 'amount'>;

/** The purchases of customers up to the period's end; in all time every one, dated or not. */
export function purchasesUntil<P extends Readable>(population: P, period: Period): Purchases<P> {
  const until = wonUntil(population, period);
  const wins = nonNegative(until);
  const credits = negative(until);
  const deals = withCustomer(wins);
  return {
    wins,
    deals,
    credits,
    excluded: () =>
      leftOut({
        ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
        without_customer: withoutCustomer(wins),
        negative_amount: credits,
      }),
  };
}

/** With a period, "up to its end" cannot be told without closing dates; null when it can. */
export function closingAbsent(population: Population<'closed_at'>, period: Period): Reason | null {
  return isAllTime(period) || population.has('closed_at') ? null : 'missing_field:closed_at';
}
