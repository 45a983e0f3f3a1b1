import { type Kpi, type Note, none } from '../kpi/definition.js';
import { decidingTenures, type Measured, measurerOf, type Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import { openAt } from '../kpi/snapshot.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { type BreakdownColumn, knownThen, notesThen } from './known-then.js';

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
  /** What a reader must know of what the deals were split by. */
  readonly notes: readonly Note[];
}

/**
 * Every requested KPI (all when null) for each combination of values that occurs. The deals are split once.
 *
 * Groups are ordered by the first requested KPI: a rate by the lower end of its interval, so that 1 of 1 does not beat
 * 90 of 100; anything else by its value, better first. Without a request, or without values, by won value; then by
 * the number of deals, then by key. Figures of the deals open at a snapshot in the past are split by what was known of
 * these deals then (see `knownThen`), and are null where closing overwrote it. Without deals it is the subscriptions that are split. Leads do not belong to a group of deals, nor do orders that were given beside the
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
  const then = subscriptions === null && requested.some(isOfOpenDeals) ? thenOf(by, question) : null;
  const parts = split(by, subscriptions ?? question.population);
  const groups = withPartsThen(parts, then, by, question).map(({ key, population, populationThen }) => {
    const own = subscriptions === null ? inGroup(question, population) : { ...question, subscriptions: population };
    const measurer = measurerOf(catalogue, own);
    const measurerThen =
      populationThen === population ? measurer : measurerOf(catalogue, inGroup(question, populationThen));
    const measure = (kpi: Kpi): Measured => {
      if (notByGroup(kpi)) return { kpi, measurement: none('not_by_group'), byCurrency: null };
      if (!isOfOpenDeals(kpi)) return measurer.measure(kpi.id);
      if (then === 'overwritten') return { kpi, measurement: none('overwritten_at_closing'), byCurrency: null };
      return measurerThen.measure(kpi.id);
    };
    const rank = ranks(catalogue, ids, measure);
    return { group: { key, population, n: population.size, measured: requested.map(measure) }, rank };
  });
  groups.sort((a, b) => {
    for (let i = 0; i < a.rank.length; i++) {
      const difference = (b.rank[i] ?? 0) - (a.rank[i] ?? 0);
      // Two infinities differ by NaN: neither has a value, so neither is first.
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return b.group.n - a.group.n || compareKeys(a.group.key, b.group.key);
  });
  const notes = then === null ? [] : notesThen(by, question);
  return { by: by.map(({ name }) => name), groups: groups.map(({ group }) => group), notes };
}

/** What a group is ordered by, most important first; higher is earlier, no value is last. */
function ranks(catalogue: readonly Kpi[], ids: readonly string[] | null, measure: (kpi: Kpi) => Measured): number[] {
  const first = ids === null ? undefined : catalogue.find(({ id }) => id === ids[0]);
  return [first, ...WORTH.map((worth) => catalogue.find(({ id }) => id === worth))]
    .filter((kpi) => kpi !== undefined)
    .map((kpi) => rank(measure(kpi)));
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

/** Whether a KPI is of the deals that were open at the snapshot. */
function isOfOpenDeals({ basis }: Kpi): boolean {
  return basis === 'snapshot';
}

/** A deal that was surely not open at the snapshot; none where all may have been. */
function idleDeal(question: Question): Population<DealField> {
  const { population } = question;
  const { open, undatedClosed, undatedCreated } = openAt(population, question);
  const busy = new Set([...open.rows, ...undatedClosed.rows, ...undatedCreated.rows]);
  return population.select(population.rows.filter((row) => !busy.has(row)).subarray(0, 1));
}

/** The columns as they were known at the snapshot: the same ones where that is what the file says now. */
function thenOf(by: readonly BreakdownColumn[], question: Question): BreakdownColumn[] | 'overwritten' {
  const columns: BreakdownColumn[] = [];
  for (const one of by) {
    const column = knownThen(one, question);
    if (column === 'overwritten') return column;
    columns.push(column === one.column ? one : { ...one, column });
  }
  return columns;
}

/** Every group with its deals by what the file says now, and by what was known at the snapshot. */
function withPartsThen(
  parts: readonly Part[],
  then: readonly BreakdownColumn[] | 'overwritten' | null,
  by: readonly BreakdownColumn[],
  question: Question,
): (Part & { readonly populationThen: Population<DealField> })[] {
  if (then === null || then === 'overwritten' || then.every((one, index) => one === by[index])) {
    return parts.map((part) => ({ ...part, populationThen: part.population }));
  }
  const { population } = question;
  const nobody = population.select(new Uint32Array(0));
  // A count over a group of which no deal was open is 0, but over no deals at all it is null: an idle one stands in.
  const idle = idleDeal(question);
  const known = new Map(split(then, population).map((part) => [JSON.stringify(part.key), part]));
  const now = new Map(parts.map((part) => [JSON.stringify(part.key), part]));
  return [...new Map([...now, ...known])].map(([name, { key }]) => ({
    key,
    population: now.get(name)?.population ?? nobody,
    populationThen: known.get(name)?.population ?? idle,
  }));
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
