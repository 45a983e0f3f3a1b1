import { DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_MONTHS } from '../kpi/definition.js';
import { atRiskNote } from '../kpi/lifetime/at-risk.js';
import { type LifetimeCustomer as Found, type Lifetime, lifetimeOf } from '../kpi/lifetime/lifetime-of.js';
import type { Question } from '../kpi/measure.js';
import { briefName } from '../locale/brief.js';
import type { Speech } from '../locale/say.js';
import { isoDay } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { messageEntry } from './documents.js';
import { excludedEntry } from './excluded-entry.js';
import { buyingEntry, spendingEntry } from './lifetime-models.js';
import type { Lifetime as Entry, LifetimeCustomer } from './sections/parts/lifetime-schema.js';

/** Customers listed of each kind. */
const MOST_CUSTOMERS = 10;

/** The customers behind a question, or why there are none to tell of. */
export type CustomersAsked =
  | { readonly lifetime: Lifetime; readonly reason: null }
  | { readonly lifetime: null; readonly reason: string };

/** Looks for what customers and their purchases are told by, as the runner does before it measures a KPI of purchases. */
export function customersAsked(question: Question): CustomersAsked {
  const { purchases = null, chosen = false, undated = false, period, asOf, settings } = question;
  const population = purchases ?? question.population;
  const without = (reason: string): CustomersAsked => ({ lifetime: null, reason });
  if (chosen && purchases !== null) return without('not_by_group');
  if (population.size === 0) return without('no_deals');
  const needed: readonly DealField[] = ['outcome', 'customer', 'closed_at'];
  const missing = needed.find((field) => !population.has(field));
  if (missing !== undefined) return without(`missing_field:${missing}`);
  if (undated) return without('no_snapshot_date');
  return { lifetime: lifetimeOf({ population, period, asOf, settings }), reason: null };
}

/** What customers are expected to buy, as a document has it. `currency`: of every amount. */
export function lifetimeEntry(
  question: Question,
  asked: CustomersAsked,
  { currency, speech }: { readonly currency: string | null; readonly speech: Speech },
): Entry {
  const { settings } = question;
  if (asked.lifetime === null) {
    return {
      ...NOTHING,
      asOf: question.undated === true ? null : isoDay(question.asOf),
      ...horizonOf(settings),
      reason: asked.reason,
      spendReason: asked.reason,
    };
  }
  const { lifetime } = asked;
  const { buying, spending } = lifetime;
  const mean = lifetime.mean();
  const first = (numbers: Uint32Array): LifetimeCustomer[] =>
    Array.from(numbers.subarray(0, MOST_CUSTOMERS), (number) => customerEntry(lifetime.customer(number)));
  const known = buying.estimates !== null;
  return {
    asOf: isoDay(lifetime.at),
    customers: lifetime.customers,
    repeatCustomers: lifetime.repeatCustomers,
    purchases: lifetime.purchases,
    excluded: excludedEntry(lifetime.excluded),
    currency,
    ...horizonOf(settings),
    reason: buying.reason,
    model: buyingEntry(buying),
    spend: spendingEntry(spending),
    spendReason: spending.reason,
    fit: fitOf(lifetime),
    meanValue: mean?.value ?? null,
    interval: mean?.interval ?? null,
    totalValue: mean?.total ?? null,
    list: known ? first(lifetime.ranked()) : [],
    atRisk: known ? first(lifetime.atRisk()) : [],
    atRiskTotal: known ? lifetime.atRisk().length : null,
    notes: [...lifetime.notes, ...(known ? [atRiskNote()] : [])].map((note) => messageEntry(note, speech)),
  };
}

/** A customer as documents print one. */
export function customerEntry({ customer, firstPurchase, lastPurchase, ...figures }: Found): LifetimeCustomer {
  return {
    customer: briefName(customer),
    ...figures,
    firstPurchase: isoDay(firstPurchase),
    lastPurchase: isoDay(lastPurchase),
  };
}

function horizonOf(settings: Question['settings']) {
  const { horizonMonths = DEFAULT_HORIZON_MONTHS, discountRate, margin = null } = settings;
  const rate = discountRate ?? DEFAULT_DISCOUNT_RATE;
  return { horizonMonths, discountRate: rate, discountRateAssumed: discountRate === undefined, margin };
}

/** Groups by repeat purchases are told as `0` … `6` and `7+`. */
const LAST_GROUP = 7;

function fitOf(lifetime: Lifetime): Entry['fit'] {
  const frequency = lifetime.frequency();
  if (frequency === null) return null;
  const named = <Group extends { readonly purchases: number }>(group: Group) => ({
    ...group,
    purchases: group.purchases < LAST_GROUP ? `${group.purchases}` : `${LAST_GROUP}+`,
  });
  return { frequency: frequency.map(named), calibration: lifetime.holdOut()?.map(named) ?? null };
}

const NOTHING = {
  customers: 0,
  repeatCustomers: 0,
  purchases: 0,
  excluded: [],
  currency: null,
  model: null,
  spend: null,
  fit: null,
  meanValue: null,
  interval: null,
  totalValue: null,
  list: [],
  atRisk: [],
  atRiskTotal: null,
  notes: [],
};
