import { said } from '../locale/said.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { Leads } from '../model/leads.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { currencyCodes, currencyParts } from './currency-parts.js';
import type { Kpi, KpiContext, KpiSettings, Measurement, Note, Reason, ReasonCode } from './definition.js';
import { none } from './definition.js';
import { type ClockUse, type Coverage, coverageOf, type DataEdges, isRunning, runningNote } from './edges.js';
import { type ById, byIdOf, isOfMoney, kpiOf } from './fields-read.js';
import { joinExclusions, NoFigureOf } from './figures.js';
import { copyWith } from './lazy.js';
import { pointInTime } from './snapshot.js';
import { type Tenures, tenuresOf } from './tenures.js';
import type { Whole } from './whole.js';

/** What is asked about the deals: everything a KPI may see but its fields. */
export interface Question {
  readonly population: Population<DealField>;
  /** Orders that were given beside the deals, as won deals. Null or left out: the deals are the purchases. */
  readonly purchases?: Population<DealField> | null;
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly dataEnd: CivilDay;
  /** No recorded date shows the snapshot and nobody said it: `asOf` is the day of the run, at which nothing is measured. */
  readonly undated?: boolean;
  readonly settings: KpiSettings;
  readonly customers: Customers | null;
  readonly leads: Leads | null;
  /** Rows of subscriptions; null, or left out, where no file holds any. */
  readonly subscriptions?: Population<DealField> | null;
  /** Of the deals; null, or left out, where no file tells. */
  readonly history?: StageHistory | null;
  /** Everything that was read: thresholds that the data sets are the same in every part of it. Left out: the population. */
  readonly whole?: Whole<DealField> | undefined;
  /** The population was chosen by what its deals say: leads, and orders given beside the deals, cannot be chosen so. */
  readonly chosen?: boolean;
  /** Of the whole file, also where the population is a part of it. */
  readonly file: {
    readonly hasLost: boolean;
    readonly hasWon: boolean;
    /** Its amounts name several currencies, so that money of a part of it says in which it is. */
    readonly severalCurrencies?: boolean;
  };
  /** How far the whole files reach; left out, every period is taken for covered. */
  readonly edges?: DataEdges | null;
}

export interface CurrencyMeasurement {
  /** ISO 4217 code as the file has it; '' for amounts that name none. */
  readonly currency: string;
  readonly measurement: Measurement;
}

/** One KPI, measured. */
export interface Measured {
  readonly kpi: Kpi;
  readonly measurement: Measurement;
  /**
   * Where the file has several currencies, one measurement for each that the population has. Of several the total is
   * null; where it has one of them, that one is the total.
   */
  readonly byCurrency: readonly CurrencyMeasurement[] | null;
  /** How much of the period the files tell; left out where nobody asked. */
  readonly coverage?: Coverage;
}

/** Measures KPIs of one question; each at most once. */
export interface Measurer {
  /** One KPI by its id. An id that the catalogue does not have is a bug of the caller and throws. */
  measure(id: string): Measured;
}

/**
 * The KPIs of a catalogue that are asked for, in its order: those named, or where nobody names any (null) all but those
 * on demand. Of the latter `also` names some.
 */
export function askedFor<K extends Kpi>(
  catalogue: readonly K[],
  ids: readonly string[] | null,
  also: readonly string[] = [],
): readonly K[] {
  if (ids !== null) return catalogue.filter(({ id }) => ids.includes(id));
  return catalogue.filter(({ id, onDemand }) => onDemand !== true || also.includes(id));
}

/**
 * The KPIs that are asked for ({@link askedFor}).
 *
 * Before a KPI runs, the fields it needs are looked for, and the dates that a period is decided by; one that the files
 * do not have answers `missing_field:<field>`. A KPI that throws is a bug of ours and is named in the error.
 */
export function measureAll(
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  question: Question,
  also: readonly string[] = [],
): Measured[] {
  const measurer = measurerOf(catalogue, question);
  return askedFor(catalogue, ids, also).map(({ id }) => measurer.measure(id));
}

/** A measurer that remembers its answers. */
export function measurerOf(catalogue: readonly Kpi[], question: Question): Measurer {
  const byId = byIdOf(catalogue);
  const plain = plainMeasurer(byId, question);
  // Row numbers of orders mean nothing among the deals, so each has parts of its own: by currency, in their order.
  const parts = new Map<Kpi['of'] | 'deals', ((id: string) => Measurement)[]>();
  const answers = new Map<string, Measured>();

  const measureNow = (kpi: Kpi): Measured => {
    if (isOutside(kpi, question)) return { kpi, measurement: none('not_by_group'), byCurrency: null };
    const asked = questionOf(kpi, question);
    const several = question.file.severalCurrencies === true;
    const codes = isOfMoney(kpi, byId) ? currencyCodes(asked.population) : [];
    const named = codes.reduce((sum, code) => sum + Number(code > 0), 0);
    if (named < 2 && !several) return { kpi, measurement: plain(kpi.id), byCurrency: null };
    if (codes.length < 2) {
      const measurement = plain(kpi.id);
      const [code] = codes;
      if (code === undefined) return { kpi, measurement, byCurrency: null };
      const currency = asked.population.column('currency').values[code] ?? '';
      return { kpi, measurement, byCurrency: [{ currency, measurement }] };
    }
    const of = asked === question ? 'deals' : kpi.of;
    const measurers = parts.get(of) ?? [];
    parts.set(of, measurers);
    const byCurrency = currencyParts(asked.population).map(({ currency, population }, index) => {
      measurers[index] ??= plainMeasurer(byId, inCurrency(kpi, asked, population));
      return { currency, measurement: measurers[index](kpi.id) };
    });
    const first = firstCause(kpi, byCurrency, () => plain(kpi.id));
    if (first !== null) return { kpi, measurement: first, byCurrency: null };
    const measurements = byCurrency.map(({ measurement }) => measurement);
    const n = measurements.reduce((sum, measurement) => sum + measurement.n, 0);
    const measurement = new NoFigureOf('mixed_currencies', n, () =>
      joinExclusions(measurements.map(({ excluded }) => excluded)),
    );
    // A target names no currency, so amounts in one of several are not set against it either.
    return { kpi, measurement, byCurrency: kpi.amounts === 'against_target' ? null : byCurrency };
  };

  return {
    measure(id) {
      const known = answers.get(id);
      if (known !== undefined) return known;
      const kpi = kpiOf(byId, id);
      const answer = withinEdges(measureNow(kpi), byId, question);
      answers.set(id, answer);
      return answer;
    },
  };
}

/** Reasons that hold for every period of the files: they say more than that one lies outside. */
const OF_THE_FILES: readonly string[] = [
  'not_by_group',
  'no_deals',
  'no_subscriptions',
  'no_customer_dates',
  'no_snapshot_date',
  'no_lead_outcome',
  'no_quotas',
  'no_target',
  'target_of_all_deals',
] satisfies ReasonCode[];

function isOfTheFiles(measurement: Measurement): boolean {
  if (measurement.value !== null) return false;
  return OF_THE_FILES.includes(measurement.reason) || measurement.reason.startsWith('missing_field:');
}

/** How much of the question's period the files tell of a KPI; null where nobody asks for that, as of all data. */
export function coverageOfPeriod(catalogue: readonly Kpi[], kpi: Kpi, question: Question): Coverage | null {
  const { edges = null, period } = question;
  return edges === null || isAllTime(period) ? null : coverageIn(kpi, byIdOf(catalogue), question, edges);
}

/** A figure of a period that the files do not tell of is null, never 0; of one they tell in part, it says so. */
function withinEdges(measured: Measured, byId: ById, question: Question): Measured {
  const { edges = null, period } = question;
  if (edges === null || isAllTime(period)) return measured;
  const { kpi, measurement } = measured;
  const coverage = coverageIn(kpi, byId, question, edges);
  const { running = null } = coverage;
  if (coverage.state === 'whole' && running === null) {
    return { kpi, measurement, byCurrency: measured.byCurrency, coverage };
  }
  if (coverage.state === 'outside' && !isOfTheFiles(measurement)) {
    return { kpi, measurement: { ...none('outside_data'), notes: coverage.notes }, byCurrency: null, coverage };
  }
  // Without a figure there is nothing to say of it; several currencies have their figures beside the total.
  if (measurement.value === null && measured.byCurrency === null) return { ...measured, coverage };
  const notes = [...(measurement.notes ?? []), ...coverage.notes, ...(running === null ? [] : [running])];
  return { ...measured, measurement: copyWith(measurement, { notes }), coverage };
}

/** The coverage of a KPI in a period, and what it follows from beside the two. */
interface KnownCoverage extends Pick<Question, 'asOf' | 'dataEnd'> {
  readonly edges: DataEdges;
  readonly byId: ById;
  readonly orders: boolean;
  readonly coverage: Coverage;
}

const coverages = new WeakMap<Period, Map<Kpi, KnownCoverage>>();

/** How much of the period of a question the files tell of a KPI: the same for all groups, so found once for them. */
function coverageIn(kpi: Kpi, byId: ById, question: Question, edges: DataEdges): Coverage {
  const { period, asOf, dataEnd, purchases = null } = question;
  const orders = purchases !== null;
  const ofPeriod = coverages.get(period) ?? new Map<Kpi, KnownCoverage>();
  const known = ofPeriod.get(kpi);
  if (
    known !== undefined &&
    known.edges === edges &&
    known.byId === byId &&
    known.asOf === asOf &&
    known.dataEnd === dataEnd &&
    known.orders === orders
  ) {
    return known.coverage;
  }
  const found = coverageOf(clocksOf(kpi, byId, question), edges, question);
  const coverage = isRunning(question) ? { ...found, running: runningNote(question) } : found;
  // Whether first and last days of customers decide hangs on the question's records too.
  if (!isByTenures(kpi, byId)) {
    ofPeriod.set(kpi, { edges, byId, asOf, dataEnd, orders, coverage });
    coverages.set(period, ofPeriod);
  }
  return coverage;
}

function isByTenures(kpi: Kpi, byId: ById): boolean {
  return kpi.byTenures !== undefined || (kpi.uses ?? []).some((id) => isByTenures(kpiOf(byId, id), byId));
}

/** The clocks that decide what a KPI counts, by itself and through the KPIs it uses. */
function clocksOf(kpi: Kpi, byId: ById, question: Question): ClockUse[] {
  const tenures = decidingTenures(kpi, question);
  if (tenures !== null) return [{ clock: tenures.source, as: 'state' }];
  if (kpi.of === 'subscriptions') return [{ clock: 'subscriptions', as: 'state' }];
  if (kpi.basis === 'leads') return [{ clock: 'leads', as: 'flow' }];
  const used = (kpi.uses ?? []).flatMap((id) => clocksOf(kpiOf(byId, id), byId, question));
  if (kpi.needs.length === 0 && used.length > 0) return used;
  if (kpi.basis === 'created') return [...used, { clock: 'created', as: 'flow' }];
  if (kpi.basis === 'snapshot') return [...used, { clock: 'created', as: 'state' }];
  const orders = kpi.of === 'purchases' && (question.purchases ?? null) !== null;
  const as = kpi.basis === 'all' ? 'state' : 'flow';
  return [...used, { clock: orders ? 'purchases' : 'closed', as, looksBack: kpi.looksBack === true }];
}

/** A question about the deals, orders or subscriptions of one currency. */
export interface CurrencyQuestion {
  readonly currency: string;
  readonly question: Question;
}

/** The question of a KPI once per currency; null where the KPI is not of money, or the files have one currency. */
export function questionsByCurrency(
  catalogue: readonly Kpi[],
  kpi: Kpi,
  question: Question,
): readonly CurrencyQuestion[] | null {
  if (!isOfMoney(kpi, byIdOf(catalogue))) return null;
  const asked = questionOf(kpi, question);
  const named = currencyCodes(asked.population).filter((code) => code > 0).length;
  if (named < (question.file.severalCurrencies === true ? 1 : 2)) return null;
  const file = { ...question.file, severalCurrencies: false };
  return currencyParts(asked.population).map(({ currency, population }) => ({
    currency,
    question: { ...inCurrency(kpi, asked, population), file },
  }));
}

function inCurrency(kpi: Kpi, asked: Question, population: Population<DealField>): Question {
  return { ...asked, ...(kpi.of === 'subscriptions' ? { subscriptions: population } : {}), population };
}

/** Measures without regard to currencies. */
function plainMeasurer(catalogue: ById, question: Question): (id: string) => Measurement {
  // Null while it is being measured.
  const answers = new Map<string, Measurement | null>();
  const measure = (id: string): Measurement => {
    const known = answers.get(id);
    if (known !== undefined && known !== null) return known;
    if (known === null) throw new Error(`the KPI ${id} uses itself`);
    const kpi = kpiOf(catalogue, id);
    answers.set(id, null);
    const answer = measureOne(kpi, question, context);
    answers.set(id, answer);
    return answer;
  };
  const context = new Asked(question, measure);
  return measure;
}

/** A question as KPIs see it: made once for all of them. */
class Asked implements KpiContext<DealField, string> {
  readonly population: Question['population'];
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly dataEnd: CivilDay;
  readonly settings: KpiSettings;
  readonly leads: Leads | null;
  readonly history: StageHistory | null | undefined;
  readonly whole: Question['whole'];
  readonly file: Question['file'];

  constructor(
    private readonly question: Question,
    readonly kpi: (id: string) => Measurement,
  ) {
    this.population = question.population;
    this.period = question.period;
    this.asOf = question.asOf;
    this.dataEnd = question.dataEnd;
    this.settings = question.settings;
    this.leads = question.leads;
    this.history = question.history;
    this.whole = question.whole;
    this.file = question.file;
  }

  /** Kept a getter: a breakdown narrows the customers file only for the KPI that looks at it. */
  get customers(): Customers | null {
    return this.question.customers;
  }
}

/** The question as a KPI hears it: one of purchases is asked about the orders, where orders are given beside deals. */
function questionOf(kpi: Kpi, question: Question): Question {
  const { purchases = null, subscriptions = null } = question;
  if (kpi.of === 'subscriptions' && subscriptions !== null) {
    return { ...question, population: subscriptions, purchases: null, history: null, whole: undefined };
  }
  if (kpi.of !== 'purchases' || purchases === null) return question;
  return { ...question, population: purchases, purchases: null, history: null, whole: undefined };
}

/** Whether a KPI is about leads, orders or subscriptions while the deals were chosen by what they say. */
function isOutside(kpi: Kpi, question: Question): boolean {
  const { chosen = false, leads, purchases = null, subscriptions = null } = question;
  if (!chosen) return false;
  if (kpi.of === 'subscriptions') return subscriptions !== null;
  const tenures = decidingTenures(kpi, question);
  if (tenures !== null) return tenures.source === 'subscriptions';
  return (kpi.basis === 'leads' && leads !== null) || (kpi.of === 'purchases' && purchases !== null);
}

/** Whether customers with first and last days, or subscriptions, were given alone. */
function isWithoutDeals(question: Question): boolean {
  const { population, purchases = null, chosen = false } = question;
  return (
    population.size === 0 && purchases === null && !chosen && (tenuresOf(question) !== null || question.leads !== null)
  );
}

/** The first and last days of customers, where they and not the deals decide a KPI; null where the deals do. */
export function decidingTenures(kpi: Kpi, question: Question): Tenures | null {
  const { byTenures } = kpi;
  if (byTenures === undefined) return null;
  return byTenures.always || isWithoutDeals(question) ? tenuresOf(question) : null;
}

/** What a figure about orders says of itself, where the other figures are about deals. */
const FROM_ORDERS: Note = said('from_orders');

function measureOne(kpi: Kpi, asked: Question, context: Asked): Measurement {
  if (isOutside(kpi, asked)) return none('not_by_group');
  const tenures = decidingTenures(kpi, asked);
  if (tenures !== null && kpi.byTenures !== undefined) {
    return asked.undated === true ? none('no_snapshot_date') : kpi.byTenures.measure({ ...asked, tenures });
  }
  if (kpi.of === 'subscriptions' && (asked.subscriptions ?? null) === null) return none('no_subscriptions');
  // Customers, leads or subscriptions alone lack no column of deals: there are none.
  if (kpi.of !== 'subscriptions' && kpi.basis !== 'leads' && isWithoutDeals(asked)) return none('no_deals');
  const question = questionOf(kpi, asked);
  const absent = absentField(kpi, question);
  if (absent !== null) return none(absent);
  if ((kpi.atSnapshot === true || kpi.of === 'subscriptions') && question.undated === true)
    return none('no_snapshot_date');
  if (question.population.size === 0 && kpi.basis !== 'leads') {
    return none(kpi.of === 'subscriptions' ? 'no_subscriptions' : 'no_deals');
  }
  try {
    const measurement = kpi.measure(question === asked ? context : new Asked(question, context.kpi));
    return question === asked || kpi.of === 'subscriptions'
      ? measurement
      : copyWith(measurement, { notes: [...(measurement.notes ?? []), FROM_ORDERS] });
  } catch (cause) {
    throw new Error(`the KPI ${kpi.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The first field that the KPI cannot do without here: one it needs, or the date that decides its period. */
function absentField(kpi: Kpi, question: Question): Reason | null {
  const { population, period, file } = question;
  const absent = firstAbsent(population, kpi.needs);
  if (absent !== null) return absent;
  if (!isAllTime(period) && kpi.basis === 'closed') return firstAbsent(population, ['closed_at']);
  if (!isAllTime(period) && kpi.basis === 'created') return firstAbsent(population, ['created_at']);
  if (kpi.basis === 'snapshot' && readsDates(kpi) && pointInTime(question) !== null) {
    // A file of open deals alone needs no closing date to say who was open.
    return firstAbsent(population, file.hasWon || file.hasLost ? ['created_at', 'closed_at'] : ['created_at']);
  }
  return null;
}

function firstAbsent(population: Question['population'], fields: readonly DealField[]): Reason | null {
  for (const field of fields) if (!population.has(field)) return `missing_field:${field}`;
  return null;
}

/** A snapshot KPI made of other KPIs alone has its dates looked for by them. */
function readsDates({ needs, wants = [] }: Kpi): boolean {
  return needs.includes('created_at') || wants.includes('created_at');
}

/** What only adding up amounts can tell: with several currencies it is told of no sum. */
const OF_SUMS: readonly Reason[] = ['target_met', 'no_priced_deals'];

/**
 * Why there is no figure where the currencies are not what is in the way: no part has one, nor would there be one if
 * the amounts could be added. Null where the currencies are the cause.
 */
function firstCause(
  { amounts }: Kpi,
  byCurrency: readonly CurrencyMeasurement[],
  whole: () => Measurement,
): Measurement | null {
  const against = amounts === 'against_target';
  if (!against && byCurrency.some(({ measurement }) => measurement.value !== null)) return null;
  const together = whole();
  return together.value !== null || (against && OF_SUMS.includes(together.reason)) ? null : together;
}
