import { leftOut } from '../kpi/figures.js';
import type { Question } from '../kpi/measure.js';
import { customersOf, undatedClosed, withCustomer, withoutCustomer } from '../kpi/populations.js';
import { purchasesUntil } from '../kpi/purchases.js';
import type { Exclusion } from '../model/exclusion.js';
import { ALL_TIME, type Period } from '../model/period.js';
import { knownUntil, rangeOf, type SeriesGrain } from './grain.js';
import { timeline } from './timeline.js';

/** The customers whose first purchase fell in one period. */
export interface Cohort {
  readonly period: Period;
  readonly size: number;
  /**
   * Customers with a purchase in the period of the first one (all of them), in the next, and so on up to the period of
   * the snapshot; what lies after it is not there. A purchase is counted in its own period only: a customer may stay
   * away for one and come back.
   */
  readonly active: readonly number[];
}

export interface Cohorts {
  readonly grain: SeriesGrain;
  /** In the order of time; periods without a new customer are left out. */
  readonly rows: readonly Cohort[];
  /** The last entry of every row is about a period that is not over at the snapshot. */
  readonly partial: boolean;
  /** Won deals that are no dated purchase of a customer. */
  readonly excluded: readonly Exclusion[];
}

/** A table of more periods (a snapshot in the year 9999) is no table that anybody reads. */
const MOST_PERIODS = 1_000;

/**
 * Customers by the period of their first purchase, and how many of them bought again in each later one. A purchase is a
 * won deal that is no credit, or an order where orders are given beside the deals. Null where no purchase names a
 * customer and a day, and beyond a thousand periods. O(purchases + customers × periods / 32).
 */
export function cohortsOf(question: Question, grain: SeriesGrain = 'quarter'): Cohorts | null {
  const population = question.purchases ?? question.population;
  for (const field of ['outcome', 'customer', 'closed_at'] as const) if (!population.has(field)) return null;
  const { period } = question;
  const { deals, wins } = purchasesUntil(population, period);
  const days = deals.column('closed_at');
  // The customers of an asked period may have bought long before it.
  const range = rangeOf([days], deals, ALL_TIME, Math.min(knownUntil(question), period.end - 1));
  if (range === null || range.last < range.first) return null;
  const { periods, indexOf } = timeline(range, grain, period);
  const width = periods.length;
  if (width > MOST_PERIODS) return null;
  const customers = customersOf(deals);
  const bought = new Uint32Array(Math.ceil((customers.count * width) / 32));
  const first = new Int32Array(customers.count).fill(-1);
  deals.withRows((rows) => {
    for (let position = 0; position < rows.length; position++) {
      const day = days[rows[position] as number] as number;
      const at = day > range.last ? -1 : indexOf(day);
      if (at < 0) continue;
      const customer = customers.numbers[position] as number;
      const bit = customer * width + at;
      bought[bit >>> 5] = (bought[bit >>> 5] as number) | (1 << (bit & 31));
      const before = first[customer] as number;
      if (before < 0 || at < before) first[customer] = at;
    }
  });
  const counts = periods.map((_, index) => new Array<number>(width - index).fill(0));
  first.forEach((from, customer) => {
    if (from < 0) return;
    const row = counts[from] as number[];
    for (let at = from; at < width; at++) {
      const bit = customer * width + at;
      if ((((bought[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1) row[at - from] = (row[at - from] as number) + 1;
    }
  });
  const rows = periods
    .map((one, index) => ({ period: one, size: counts[index]?.[0] ?? 0, active: counts[index] ?? [] }))
    .filter(({ size }) => size > 0);
  return {
    grain,
    rows,
    partial: (periods[width - 1]?.end ?? 0) - 1 > range.last,
    excluded: leftOut({ undated_closed: undatedClosed(withCustomer(wins)), without_customer: withoutCustomer(wins) }),
  };
}
