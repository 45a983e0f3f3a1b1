/** The groups of a breakdown at one time, and in both periods, of which a KPI is measured when it is asked for. */

import { type Kpi, type Measurement, none, type Part } from '../kpi/definition.js';
import { lazily } from '../kpi/lazy.js';
import { decidingTenures, type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import type { Reason } from '../locale/reasons.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { Exclusion } from '../model/exclusion.js';
import type { Population } from '../model/population.js';
import { type Parts, type PartThen, partsOf, together } from './group-parts.js';
import type { BreakdownColumn } from './known-then.js';

/** Where lost deals carry no amount, a rate by amount says which deals were priced, not which were won. */
const UNPRICED = 'lost_deals_unpriced';
const RATES_OF_WINNING = ['win_rate', 'cohort_conversion'];

/** A breakdown's deals at one time. */
export interface Side {
  readonly question: Question;
  readonly parts: Parts;
  readonly ofOpenDeals: boolean;
  /** The deals, or without any the subscriptions. */
  readonly records: Population<DealField>;
  /** The question about some of the records. */
  questionOf(population: Population<DealField>): Question;
  measurer(population: Population<DealField>): Measurer;
  /** Why no group has a figure of this KPI; null where groups do. */
  barred(kpi: Kpi): Reason | null;
}

/** The groups of one question; `ofOpen`: figures of the deals open at its snapshot are asked for. */
export function sideOf(
  by: readonly BreakdownColumn[],
  catalogue: readonly Kpi[],
  question: Question,
  ofOpen: boolean,
): Side {
  const subscriptions = question.population.size === 0 ? (question.subscriptions ?? null) : null;
  const ordersApart = (question.purchases ?? null) !== null;
  const ofOpenDeals = ofOpen && subscriptions === null;
  const records = subscriptions ?? question.population;
  const questionOf = (population: Population<DealField>): Question => {
    // By time alone it is all deals that are asked about.
    if (by.length === 0 && population === records) return question;
    return subscriptions === null ? inGroup(question, population) : { ...question, subscriptions: population };
  };
  const apart = (kpi: Kpi): boolean =>
    kpi.basis === 'leads' ||
    (kpi.of === 'purchases' && ordersApart) ||
    (subscriptions === null &&
      (kpi.of === 'subscriptions' || decidingTenures(kpi, question)?.source === 'subscriptions'));
  const barred = new Map<Kpi, Reason | null>();
  const pricedByWinning =
    by.some(({ field }) => field === 'amount') &&
    reasonOf(measurerOf(catalogue, question).measure('win_rate_value')) === UNPRICED;
  return {
    question,
    ofOpenDeals,
    records,
    questionOf,
    parts: partsOf(by, records, question, ofOpenDeals),
    measurer: (population) => measurerOf(catalogue, questionOf(population)),
    barred: (kpi) => {
      let reason = barred.get(kpi);
      if (reason === undefined) {
        reason = apart(kpi) ? 'not_by_group' : pricedByWinning && RATES_OF_WINNING.includes(kpi.id) ? UNPRICED : null;
        barred.set(kpi, reason);
      }
      return reason;
    },
  };
}

function reasonOf({ measurement }: Measured): Reason | null {
  return measurement.value === null ? measurement.reason : null;
}

/** A group's deals; none where the question has no such group. */
export function partIn({ parts }: Side, name: string, key: readonly string[]): PartThen {
  return parts.byName.get(name) ?? { key, ...parts.nothing };
}

/** A group at both times, of which a KPI is measured when it is asked for. */
export interface Sides {
  readonly key: readonly string[];
  readonly n: number;
  readonly part: PartThen;
  readonly partBefore: PartThen | null;
  /** Of a group that passes without the deals behind it, and with none of its parts by currency. */
  measure(kpi: Kpi): Measured;
  before(kpi: Kpi): Measured | null;
  /** Several KPIs, after which nothing is kept of a group that passes (see {@link sidesIn}). */
  measureAll(kpis: readonly Kpi[]): Measured[];
}

/**
 * A group in this period, and in the compared one where there is one. Of one that `passes` nothing is kept once all its
 * KPIs were measured: of thousands of groups what is found would outlive, and outweigh, the document that is made of it.
 */
export function sidesIn(
  now: Side,
  part: PartThen,
  then: Side | null,
  partBefore: PartThen | null,
  passes = false,
): Sides {
  return new Group(part, partBefore, now, then, passes);
}

class Group implements Sides {
  readonly key: readonly string[];
  readonly n: number;
  #current: ((kpi: Kpi) => Measured) | null = null;
  #previous: ((kpi: Kpi) => Measured) | null = null;
  /** Of one that passes, what it is ordered and tested by. */
  #ahead: Map<Kpi, Measured> | null = null;

  constructor(
    readonly part: PartThen,
    readonly partBefore: PartThen | null,
    private readonly now: Side,
    private readonly then: Side | null,
    private readonly passes: boolean,
  ) {
    this.key = part.key;
    this.n = part.population.size;
  }

  measure(kpi: Kpi): Measured {
    if (this.passes) {
      this.#ahead ??= new Map();
      const measured = this.#ahead.get(kpi) ?? withoutDeals(this.#passing()(kpi));
      this.#ahead.set(kpi, measured);
      return measured;
    }
    this.#current ??= measureIn(this.now, this.part);
    return this.#current(kpi);
  }

  before(kpi: Kpi): Measured | null {
    if (this.then === null || this.partBefore === null) return null;
    this.#previous ??= measureIn(this.then, this.partBefore);
    return this.#previous(kpi);
  }

  measureAll(kpis: readonly Kpi[]): Measured[] {
    if (!this.passes) return kpis.map((kpi) => this.measure(kpi));
    this.#ahead = null;
    return kpis.map(this.#passing());
  }

  /**
   * What measures the group anew: what is held by something old, be it garbage, survives collections of what
   * is young.
   */
  #passing(): (kpi: Kpi) => Measured {
    return measureIn(this.now, passing(this.part));
  }
}

/**
 * What groups are ordered and tested by, and nothing that holds deals: thousands of groups have it until the last is
 * written, and to keep all that was found with it costs more than finding it again.
 */
function withoutDeals({ kpi, measurement, byCurrency }: Measured): Measured {
  return { kpi, measurement: figureAlone(measurement), byCurrency: byCurrency === null ? null : [] };
}

function figureAlone(measurement: Measurement): Measurement {
  const { n } = measurement;
  if (measurement.value === null) return { value: null, reason: measurement.reason, n, excluded: NO_EXCLUSIONS };
  const { value, numerator, denominator } = measurement;
  const told: Measurement = { value, n, excluded: NO_EXCLUSIONS };
  // Of a mean the interval may be one by resampling, which nobody has asked for yet.
  if ('sample' in measurement && measurement.sample !== undefined) return { ...told, sample: measurement.sample };
  if (numerator === undefined || denominator === undefined) return told;
  const { interval = null } = measurement;
  return { ...told, numerator: totalAlone(numerator), denominator: totalAlone(denominator), interval };
}

function totalAlone({ total }: Part): Part {
  return { total, rows: NO_ROWS };
}

const NO_EXCLUSIONS: readonly Exclusion[] = [];
const NO_ROWS = new Uint32Array(0);

/** The same deals, with which goes what is found of them. */
function passing({ key, population, populationThen }: PartThen): PartThen {
  const own = population.again();
  return { key, population: own, populationThen: populationThen === population ? own : populationThen.again() };
}

/** Several groups as one: its rates are of all its deals, not means of the groups' rates. */
export function mergedSides(groups: readonly Sides[], key: readonly string[], now: Side, then: Side | null): Sides {
  const part = together(
    groups.map((one) => one.part),
    key,
  );
  const partsBefore = groups.flatMap(({ partBefore }) => partBefore ?? []);
  return sidesIn(now, part, then, partsBefore.length === 0 ? null : together(partsBefore, key));
}

function measureIn(side: Side, { population, populationThen }: PartThen): (kpi: Kpi) => Measured {
  const measurer = side.measurer(population);
  const measurerThen = populationThen === population ? measurer : side.measurer(populationThen);
  return (kpi) => {
    const barred = side.barred(kpi);
    if (barred !== null) return { kpi, measurement: none(barred), byCurrency: null };
    if (!isOfOpenDeals(kpi)) return measurer.measure(kpi.id);
    if (side.parts.overwritten) return { kpi, measurement: none('overwritten_at_closing'), byCurrency: null };
    return measurerThen.measure(kpi.id);
  };
}

/** Whether a KPI is of the deals that were open at the snapshot. */
export function isOfOpenDeals({ basis }: Kpi): boolean {
  return basis === 'snapshot';
}

/** The same question about a group: its deals, and of the customers file the customers that it names. */
function inGroup(question: Question, population: Population<DealField>): Question {
  const { customers, history = null } = question;
  const whole = question.whole ?? { population: question.population, history };
  const asked = { ...question, population, whole, leads: null };
  // Found only when a KPI looks at the customers file.
  return customers === null ? asked : lazily(asked, 'customers', () => customersIn(customers, population));
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
