import { type Kpi, type Note, none } from '../kpi/definition.js';
import { decidingTenures, type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import type { Frame } from './alike.js';
import { type GroupChange, groupChanges } from './group-changes.js';
import { type GroupOrder, type GroupSort, ordered } from './group-order.js';
import { type Parts, type PartThen, partsOf, together } from './group-parts.js';
import { type BreakdownColumn, notesThen } from './known-then.js';

export interface BreakdownGroup {
  /** The group's value of each column; '' = the cell is empty. */
  readonly key: readonly string[];
  readonly population: Population<DealField>;
  /** Deals of the group. */
  readonly n: number;
  /** In the order of the catalogue. */
  readonly measured: readonly Measured[];
  /** The same of the compared period; null where nothing is compared. */
  readonly previous: readonly Measured[] | null;
  /** In the same order; null where nothing is compared, and for a figure that has no change. */
  readonly changes: readonly (GroupChange | null)[] | null;
}

export interface Breakdown {
  /** Names of the columns. */
  readonly by: readonly string[];
  readonly groups: readonly BreakdownGroup[];
  readonly order: GroupOrder;
  /** Groups in all, those left out included. */
  readonly total: number;
  /** What was left out beyond the most that were asked for, as one group; null where nothing was. */
  readonly rest: { readonly groups: number; readonly group: BreakdownGroup } | null;
  /** KPIs asked for, in the order of the catalogue, and each of them in every group, left out or not. */
  readonly kpis: readonly Kpi[];
  readonly everyGroup: readonly { measure(kpi: Kpi): Measured }[];
  /** What a reader must know of what the deals were split by. */
  readonly notes: readonly Note[];
}

/** How a breakdown is made, beside the question. */
export interface BreakdownOptions {
  /** What verdicts on changes look at; null, or left out, where nothing is compared. */
  readonly frame?: Frame | null;
  /** The question about the compared period. */
  readonly before?: Question | null;
  readonly sort?: GroupSort | null;
  /** Groups at most; null, or left out: all of them. */
  readonly top?: number | null;
}

/**
 * Every requested KPI (all when null) for each combination of values that occurs. The deals are split once.
 *
 * The order is that of {@link ordered}. Figures of the deals open at a snapshot in the past are split by what was known of
 * these deals then (see `knownThen`), and are null where closing overwrote it. Without deals it is the subscriptions that
 * are split. Leads do not belong to a group of deals, nor do orders that were given beside the deals (`not_by_group`).
 *
 * The compared period is split alike, by what was known at its own snapshot; its groups are there though this period has
 * none of their deals.
 */
export function breakDown(
  by: readonly BreakdownColumn[],
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  question: Question,
  { frame = null, before = null, sort = null, top = null }: BreakdownOptions = {},
): Breakdown {
  const requested = catalogue.filter(({ id }) => ids === null || ids.includes(id));
  const looked = [...requested, ...catalogue.filter(({ id }) => id === sort?.by)];
  const now = sideOf(by, catalogue, question, looked.some(isOfOpenDeals));
  const then = before === null ? null : sideOf(by, catalogue, before, looked.some(isOfOpenDeals));
  const names = new Map([...now.parts.byName, ...(then?.parts.byName ?? [])].map(([name, { key }]) => [name, key]));
  const all = [...names].map(([name, key]) => {
    const part = partIn(now, name, key);
    const partBefore = then === null ? null : partIn(then, name, key);
    return { part, partBefore, ...sidesIn(now, part, then, partBefore) };
  });
  const { groups: sorted, order } = ordered(all, catalogue, ids, sort);
  const shown = top === null ? sorted : sorted.slice(0, top);
  const others = sorted.slice(shown.length);
  const changes = new Map<Kpi, readonly (GroupChange | null)[]>();
  if (then !== null && frame !== null) {
    for (const kpi of requested) {
      const sides = sorted.map((one) => ({ current: one.measure(kpi), previous: one.before(kpi) as Measured }));
      changes.set(kpi, groupChanges(kpi, sides, frame));
    }
  }
  const groups = shown.map((one, index) =>
    groupOf(one, requested, (kpi) => (frame === null ? null : (changes.get(kpi)?.[index] ?? null))),
  );
  return {
    by: by.map(({ name }) => name),
    groups,
    order,
    total: sorted.length,
    rest: others.length === 0 ? null : { groups: others.length, group: restOf(others, requested, now, then, frame) },
    kpis: requested,
    everyGroup: sorted,
    notes: now.ofOpenDeals ? notesThen(by, question) : [],
  };
}

/** A breakdown's deals at one time. */
interface Side {
  readonly question: Question;
  readonly parts: Parts;
  readonly ofOpenDeals: boolean;
  measurer(population: Population<DealField>): Measurer;
  /** Whether a KPI is about leads, orders or (beside deals) subscriptions. */
  notByGroup(kpi: Kpi): boolean;
}

function sideOf(by: readonly BreakdownColumn[], catalogue: readonly Kpi[], question: Question, ofOpen: boolean): Side {
  const subscriptions = question.population.size === 0 ? (question.subscriptions ?? null) : null;
  const ordersApart = (question.purchases ?? null) !== null;
  const ofOpenDeals = ofOpen && subscriptions === null;
  return {
    question,
    ofOpenDeals,
    parts: partsOf(by, subscriptions ?? question.population, question, ofOpenDeals),
    measurer: (population) =>
      measurerOf(
        catalogue,
        subscriptions === null ? inGroup(question, population) : withSubscriptions(question, population),
      ),
    notByGroup: (kpi) =>
      kpi.basis === 'leads' ||
      (kpi.of === 'purchases' && ordersApart) ||
      (subscriptions === null &&
        (kpi.of === 'subscriptions' || decidingTenures(kpi, question)?.source === 'subscriptions')),
  };
}

function withSubscriptions(question: Question, subscriptions: Population<DealField>): Question {
  return { ...question, subscriptions };
}

function partIn({ parts }: Side, name: string, key: readonly string[]): PartThen {
  return parts.byName.get(name) ?? { key, ...parts.nothing };
}

/** A group at both times, of which a KPI is measured when it is asked for. */
interface Sides {
  readonly key: readonly string[];
  readonly population: Population<DealField>;
  readonly n: number;
  measure(kpi: Kpi): Measured;
  before(kpi: Kpi): Measured | null;
}

function sidesIn(now: Side, part: PartThen, then: Side | null, partBefore: PartThen | null): Sides {
  const { key, population } = part;
  const before = then === null || partBefore === null ? null : measureIn(then, partBefore);
  return {
    key,
    population,
    n: population.size,
    measure: measureIn(now, part),
    before: (kpi) => before?.(kpi) ?? null,
  };
}

function measureIn(side: Side, { population, populationThen }: PartThen): (kpi: Kpi) => Measured {
  const measurer = side.measurer(population);
  const measurerThen = populationThen === population ? measurer : side.measurer(populationThen);
  return (kpi) => {
    if (side.notByGroup(kpi)) return { kpi, measurement: none('not_by_group'), byCurrency: null };
    if (!isOfOpenDeals(kpi)) return measurer.measure(kpi.id);
    if (side.parts.overwritten) return { kpi, measurement: none('overwritten_at_closing'), byCurrency: null };
    return measurerThen.measure(kpi.id);
  };
}

function groupOf(
  { key, population, n, measure, before }: Sides,
  requested: readonly Kpi[],
  changeOf: (kpi: Kpi) => GroupChange | null,
): BreakdownGroup {
  const previous = requested.flatMap((kpi) => before(kpi) ?? []);
  const compared = previous.length > 0;
  return {
    key,
    population,
    n,
    measured: requested.map(measure),
    previous: compared ? previous : null,
    changes: compared ? requested.map(changeOf) : null,
  };
}

/** What was left out, as one group: its rates are of all its deals, not means of the groups' rates. */
function restOf(
  others: readonly { readonly part: PartThen; readonly partBefore: PartThen | null }[],
  requested: readonly Kpi[],
  now: Side,
  then: Side | null,
  frame: Frame | null,
): BreakdownGroup {
  const part = together(
    others.map((one) => one.part),
    [],
  );
  const partsBefore = others.flatMap(({ partBefore }) => partBefore ?? []);
  const sides = sidesIn(now, part, then, partsBefore.length === 0 ? null : together(partsBefore, []));
  return groupOf(sides, requested, (kpi) => {
    const [current, previous] = [sides.measure(kpi), sides.before(kpi)];
    return previous === null || frame === null ? null : (groupChanges(kpi, [{ current, previous }], frame)[0] ?? null);
  });
}

/** Whether a KPI is of the deals that were open at the snapshot. */
function isOfOpenDeals({ basis }: Kpi): boolean {
  return basis === 'snapshot';
}

/** The same question about a group: its deals, and of the customers file the customers that it names. */
export function inGroup(question: Question, population: Population<DealField>): Question {
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
