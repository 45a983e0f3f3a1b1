import type { Note } from '../kpi/definition.js';
import { coverageOf } from '../kpi/edges.js';
import { atRiskNote } from '../kpi/lifetime/at-risk.js';
import { type Lifetime, lifetimeOf } from '../kpi/lifetime/lifetime-of.js';
import { type ByCurrency, customerMoney } from '../kpi/lifetime/money.js';
import type { Question } from '../kpi/measure.js';
import type { AnySaid } from '../locale/said.js';
import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField } from '../model/deals.js';
import { isAllTime } from '../model/period.js';
import type { Population } from '../model/population.js';
import { convertDataset } from './convert.js';
import {
  CUSTOMER_COLUMNS,
  type CustomerColumn,
  customerColumn,
  type Ranked,
  sortCustomers,
} from './customer-columns.js';
import type { CustomerList } from './customer-list-schema.js';
import type { ListSort } from './deal-list.js';
import { filterEntry, messageEntry, periodEntry, type Tool } from './documents.js';
import { excludedEntry } from './excluded-entry.js';
import { customerEntry, customersAsked } from './lifetime.js';
import { buyingEntry, spendingEntry } from './lifetime-models.js';
import { clockOf, clockWarnings, questionFor } from './measure-request.js';
import { optionWarnings } from './option-warnings.js';
import type { Samples } from './redact.js';
import type { Resolved } from './request.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { nameless } from './withheld.js';

export interface CustomerListContext {
  readonly resolved: Resolved;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  /** Only those at risk. */
  readonly atRisk: boolean;
  readonly sort: ListSort | null;
  /** Customers listed at most; 0 = all. */
  readonly limit: number;
  readonly samples: Samples;
}

/**
 * The customers of the purchases: what each has bought, when, and what is expected of it.
 * @throws UserError `unknown_column` for a column to sort by that a list of customers does not have (exit 2)
 */
export function buildCustomerList(read: Dataset, context: CustomerListContext): CustomerList {
  const { resolved, today, lang, tool, samples } = context;
  const asked = context.sort === null ? null : { column: customerColumn(context.sort.by), ...context.sort };
  const clock = clockOf(read, resolved.asOf, today);
  const dataset = convertDataset(read, resolved.rates, clock.asOf);
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const population = question.purchases ?? question.population;
  const absent = whyAbsent(question);
  const lifetime = lifetimeOf({
    population: absent === null ? population : population.select(new Uint32Array(0)),
    period: question.period,
    asOf: question.asOf,
    settings: question.settings,
  });
  const reasons = reasonsOf(lifetime, population, absent);
  const riskless = absent ?? lifetime.buying.reason ?? reasons.value;
  const atRisk = riskless === null ? lifetime.atRisk() : new Uint32Array(0);
  const chosen = Array.from(
    context.atRisk ? atRisk : lifetime.ranked(),
    (number): Ranked => ({ number, one: lifetime.customer(number) }),
  );
  const column = asked?.column ?? usualColumn(chosen, context.atRisk);
  const direction = asked?.direction ?? (column.kind === 'text' ? 'asc' : 'desc');
  const ranked = sortCustomers(chosen, column, direction);
  const money = customerMoney(population, question.period, lifetime.at);
  const { ofCustomer } = money;
  const moneyOf = ofCustomer === null ? null : ({ number }: Ranked) => ofCustomer(lifetime.codeOf(number));
  const most = samples !== 'full' ? 0 : context.limit === 0 ? ranked.length : context.limit;
  const speech = { lang, calendar: resolved.calendar };
  const said = (message: AnySaid) => messageEntry(samples === 'full' ? message : nameless(message), speech);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    asOf: clock.asOf === null ? null : isoDay(lifetime.at),
    calendar: resolved.calendar,
    period: periodEntry(resolved.period, resolved.relative),
    filter: filterEntry(dataset),
    samples,
    selection: { atRisk: context.atRisk },
    allCustomers: lifetime.customers,
    repeatCustomers: lifetime.repeatCustomers,
    purchases: lifetime.purchases,
    atRiskTotal: riskless === null ? atRisk.length : null,
    excluded: excludedEntry(lifetime.excluded),
    ...horizonEntry(lifetime),
    model: buyingEntry(lifetime.buying),
    modelReason: absent ?? lifetime.buying.reason,
    spend: spendingEntry(lifetime.spending),
    spendReason: absent ?? reasons.spend,
    total: ranked.length,
    value: total(chosen, 'value'),
    totalValue: total(chosen, 'expectedValue'),
    currency: money.currency,
    byCurrency: moneyOf === null ? null : together(chosen.map(moneyOf)),
    sort: { by: column.name, direction },
    columns: CUSTOMER_COLUMNS.map(({ name, key, title, kind }) => ({ name, key, title: title[lang], kind })),
    customers: ranked.slice(0, most).map((customer) => ({
      ...customerEntry(customer.one),
      byCurrency: moneyOf === null ? null : moneyOf(customer),
    })),
    reason: absent ?? (lifetime.customers === 0 ? 'no_customers' : context.atRisk ? riskless : null),
    notes: [...notesOf(lifetime), ...(riskless === null ? [atRiskNote()] : [])].map(said),
    warnings: [...dataset.warnings, ...clockWarnings(clock, resolved), ...optionWarnings(resolved, clock)].map(said),
  };
}

/** Why nobody can say who bought what and when; null where it can be told. */
function whyAbsent(question: Question): string | null {
  const { reason } = customersAsked(question);
  const { purchases = null, edges = null, period } = question;
  if (reason !== null || edges === null || isAllTime(period)) return reason;
  const clock = purchases === null ? 'closed' : 'purchases';
  return coverageOf([{ clock, as: 'state' }], edges, question).state === 'outside' ? 'outside_data' : null;
}

/** Why no money is expected, and why none is told of the past. */
function reasonsOf(
  { spending }: Lifetime,
  population: Population<DealField>,
  absent: string | null,
): { readonly spend: string | null; readonly value: string | null } {
  const unpriced = absent === null && !population.has('amount') ? ('missing_field:amount' as const) : null;
  const mixed = spending.reason === 'mixed_currencies' ? spending.reason : null;
  return { spend: unpriced ?? spending.reason, value: absent ?? unpriced ?? mixed };
}

/** What is expected, most first; without a model what was bought, and where that is not known how often. */
function usualColumn(customers: readonly Ranked[], atRisk: boolean): CustomerColumn {
  const usual: readonly CustomerColumn['key'][] = atRisk ? ['value'] : ['expectedValue', 'value', 'expectedPurchases'];
  const key = usual.find((one) => customers.some((customer) => customer.one[one] !== null)) ?? 'purchases';
  return CUSTOMER_COLUMNS.find((column) => column.key === key) ?? CUSTOMER_COLUMNS[0];
}

/** Notes on what is expected say nothing where nothing is. */
const ON_EXPECTED: readonly string[] = ['alive_by_construction', 'lifetime_horizon', 'spending_correlated'];
const ON_MONEY: readonly string[] = ['spending_correlated', 'margin', 'revenue'];

function notesOf({ notes, buying, spending }: Lifetime): readonly Note[] {
  const silent = [
    ...(buying.estimates === null ? ON_EXPECTED : []),
    ...(buying.estimates === null || spending.estimates === null ? ON_MONEY : []),
  ];
  return notes.filter(({ code }) => !silent.includes(code));
}

function horizonEntry({
  horizonMonths,
  discountRate,
  discountRateAssumed,
  margin,
}: Lifetime): Pick<CustomerList, 'horizonMonths' | 'discountRate' | 'discountRateAssumed' | 'margin'> {
  return { horizonMonths, discountRate, discountRateAssumed, margin };
}

/** Σ of what is known; null where nothing is. */
function total(customers: readonly Ranked[], key: 'value' | 'expectedValue'): number | null {
  const known = customers.flatMap(({ one }) => one[key] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The money of several customers, in each currency. */
function together(each: readonly ByCurrency[]): ByCurrency {
  const sums = new Map<string, number>();
  for (const { currency, value } of each.flat()) sums.set(currency, (sums.get(currency) ?? 0) + value);
  return Array.from(sums, ([currency, value]) => ({ currency, value }));
}
