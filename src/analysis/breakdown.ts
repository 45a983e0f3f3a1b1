import { type Kpi, none } from '../kpi/definition.js';
import { decidingTenures, type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';

/** A field of the deals or a column of the file, as the user named it. */
export interface BreakdownColumn {
  readonly name: string;
  readonly column: CategoryColumn;
}

export interface BreakdownGroup {
  /** The group's value of each column; '' = the cell is empty. */
  readonly key: readonly string[];
  readonly population: Population<DealField>;
  /** Deals of the group. */
  readonly n: number;
  /** In the order of the catalogue. */
  readonly measured: readonly Measured[];
}

export interface Breakdown {
  /** Names of the columns. */
  readonly by: readonly string[];
  readonly groups: readonly BreakdownGroup[];
}

/**
 * Every requested KPI (all when null) for each combination of values that occurs. The deals are split once.
 *
 * Groups are ordered by the first requested KPI: a rate by the lower end of its interval, so that 1 of 1 does not beat
 * 90 of 100; anything else by its value, better first. Without a request, or without values, by won value; then by
 * the number of deals, then by key. Without deals it is the subscriptions that are split. Leads do not belong to a group of deals, nor do orders that were given beside the
 * deals (`not_by_group`).
 */
export function breakDown(
  by: readonly BreakdownColumn[],
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  question: Question,
): Breakdown {
  const requested = catalogue.filter(({ id }) => ids === null || ids.includes(id));
  const ordersApart = (question.purchases ?? null) !== null;
  const subscriptions = question.population.size === 0 ? (question.subscriptions ?? null) : null;
  const notByGroup = (kpi: Kpi): boolean =>
    kpi.basis === 'leads' ||
    (kpi.of === 'purchases' && ordersApart) ||
    (subscriptions === null &&
      (kpi.of === 'subscriptions' || decidingTenures(kpi, question)?.source === 'subscriptions'));
  const groups = split(by, subscriptions ?? question.population).map(({ key, population }) => {
    const own = subscriptions === null ? inGroup(question, population) : { ...question, subscriptions: population };
    const measurer = measurerOf(catalogue, own);
    const measured = requested.map((kpi) =>
      notByGroup(kpi) ? { kpi, measurement: none('not_by_group'), byCurrency: null } : measurer.measure(kpi.id),
    );
    const rank = ranks(catalogue, ids, measurer, notByGroup);
    return { group: { key, population, n: population.size, measured }, rank };
  });
  groups.sort((a, b) => {
    for (let i = 0; i < a.rank.length; i++) {
      const difference = (b.rank[i] ?? 0) - (a.rank[i] ?? 0);
      // Two infinities differ by NaN: neither has a value, so neither is first.
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return b.group.n - a.group.n || compareKeys(a.group.key, b.group.key);
  });
  return { by: by.map(({ name }) => name), groups: groups.map(({ group }) => group) };
}

/** What a group is ordered by, most important first; higher is earlier, no value is last. */
function ranks(
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  measurer: Measurer,
  notByGroup: (kpi: Kpi) => boolean,
): number[] {
  const first = ids === null ? undefined : catalogue.find(({ id }) => id === ids[0]);
  return [first, ...WORTH.map((worth) => catalogue.find(({ id }) => id === worth))]
    .filter((kpi) => kpi !== undefined)
    .map((kpi) => (notByGroup(kpi) ? Number.NEGATIVE_INFINITY : rank(measurer.measure(kpi.id))));
}

/** What groups are ordered by where nothing is asked for: a group of subscriptions has the second alone. */
const WORTH = ['revenue_won', 'mrr'];

function rank({ kpi, measurement, byCurrency }: Measured): number {
  // Nothing says how much of one currency is more than so much of another.
  if (byCurrency !== null && kpi.unit.startsWith('money')) return Number.NEGATIVE_INFINITY;
  if (measurement.value === null) return Number.NEGATIVE_INFINITY;
  const value = kpi.unit === 'ratio' ? (measurement.interval?.low ?? measurement.value) : measurement.value;
  return kpi.better === 'lower' ? -value : value;
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, i) => text !== b[i]);
  if (index < 0) return 0;
  // By code point: the machine's language must not change the order.
  return (a[index] as string) < (b[index] as string) ? -1 : 1;
}

interface Part {
  readonly key: readonly string[];
  readonly population: Population<DealField>;
}

/** The population by all columns together; combinations without a deal are left out. */
function split(by: readonly BreakdownColumn[], population: Population<DealField>): Part[] {
  return by.reduce<Part[]>(
    (parts, { column }) => {
      // One array for all parts: they have no row in common.
      const numbers = new Uint32Array(column.codes.length);
      return parts.flatMap(({ key, population }) => splitPart(column, key, population, numbers));
    },
    [{ key: [], population }],
  );
}

/** A part by the values that occur in it, numbered as they come: the cost stays with the part's size. */
function splitPart(
  { codes, values }: CategoryColumn,
  key: readonly string[],
  population: Population<DealField>,
  numbers: Uint32Array,
): Part[] {
  const numberOf = new Map<number, number>();
  for (const row of population.rows) {
    const code = codes[row] as number;
    let number = numberOf.get(code);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(code, number);
    }
    numbers[row] = number;
  }
  const occurring = [...numberOf.keys()];
  return partition(population, numbers, occurring.length).map((part, number) => ({
    key: [...key, values[occurring[number] as number] as string],
    population: part,
  }));
}

/** The same question about a group: its deals, and of the customers file the customers that it names. */
function inGroup(question: Question, population: Population<DealField>): Question {
  let own: Customers | null | undefined;
  return {
    ...question,
    population,
    whole: question.whole ?? { population: question.population, history: question.history ?? null },
    leads: null,
    get customers() {
      // Found only when a KPI looks at the customers file.
      own ??= question.customers === null ? null : customersIn(question.customers, population);
      return own;
    },
  };
}

/** The customers file with a start date only for the customers of these deals: the others are active at no time. */
export function customersIn(customers: Customers, population: Population<DealField>): Customers {
  if (customers.startedAt === null) return customers;
  const { codes } = population.column('customer');
  const named = new Set<number>();
  for (const row of population.rows) named.add(codes[row] as number);
  named.delete(0);
  const startedAt = customers.startedAt.map((day, index) => (named.has(customers.key[index] as number) ? day : NO_DAY));
  return { ...customers, startedAt };
}
