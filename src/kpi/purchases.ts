import type { Exclusion } from '../model/exclusion.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Reason } from './definition.js';
import { leftOut } from './figures.js';
import {
  type CustomersOf,
  customersOf,
  undatedClosed,
  withCustomer,
  withoutCustomer,
  won,
  wonUntil,
} from './populations.js';

/** What the cumulative customer KPIs share: the won deals of customers up to the period's end. */
export interface Purchases<P> {
  /** All won deals in question, with a customer or without. */
  readonly wins: P;
  /** Those that name a customer. */
  readonly deals: P;
  readonly customers: CustomersOf;
  readonly excluded: readonly Exclusion[];
}

type Readable = Population<'outcome' | 'customer' | 'closed_at'>;

/** The won deals of customers up to the period's end; in all time every one, dated or not. */
export function purchasesUntil<P extends Readable>(population: P, period: Period): Purchases<P> {
  const wins = wonUntil(population, period);
  const deals = withCustomer(wins);
  return {
    wins,
    deals,
    customers: customersOf(deals),
    excluded: leftOut({
      ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
      without_customer: withoutCustomer(wins),
    }),
  };
}

/** With a period, "up to its end" cannot be told without closing dates; null when it can. */
export function closingAbsent(population: Population<'closed_at'>, period: Period): Reason | null {
  return isAllTime(period) || population.has('closed_at') ? null : 'missing_field:closed_at';
}
