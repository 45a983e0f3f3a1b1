import type { ReasonCode } from '../locale/reasons.js';
import { type Exclusion, LeftOut } from '../model/exclusion.js';
import type { Population } from '../model/population.js';
import { LENT_FROM } from '../model/work-room.js';
import { bootstrapMean } from '../stats/bootstrap.js';
import { type Interval, studentMean, wilson } from '../stats/interval.js';
import { type Moments, moments, momentsAbout } from '../stats/moments.js';
import { quantiles, type WholeCounts } from '../stats/quantile.js';
import { sum } from '../stats/sum.js';
import { type TwoHumps, twoHumps, twoHumpsOfCounts } from '../stats/two-humps.js';
import { amountMoments, amountsOf, amountTotal, gatherCells, withAmounts } from './amounts.js';
import type {
  Distribution,
  MeasuredValue,
  Measurement,
  Note,
  NoValue,
  Part,
  RankedPart,
  Reason,
} from './definition.js';
import { twoHumpsNote } from './notes.js';
import type { Some } from './parts.js';

/** What stands beside a figure: the deals left out, what a reader must know, further named figures. */
export interface Account {
  /** Found when it is asked for, where a function is given: of thousands of groups nobody asks. */
  readonly excluded?: Left;
  readonly notes?: readonly Note[];
  readonly details?: Readonly<Record<string, number | null>>;
  readonly bounds?: { readonly low: number; readonly high: number };
  readonly ranking?: readonly RankedPart[];
  readonly rankingTotal?: number;
  readonly numerator?: Part;
  readonly denominator?: Part;
}

type Left = readonly Exclusion[] | (() => readonly Exclusion[]);

/** Deals that are listed when they are first read. */
export class ListedWhenRead {
  #rows: Uint32Array | null = null;

  constructor(private readonly list: () => Uint32Array) {}

  get rows(): Uint32Array {
    this.#rows ??= this.list();
    return this.#rows;
  }
}

/** The Student t interval of a mean is trusted from this size on; below it the bootstrap (the usual rule of thumb). */
export const STUDENT_FROM = 30;
/** Under this size no interval of a mean is worth printing. */
export const BOOTSTRAP_FROM = 5;
/** Any constant does: the same file must give the same interval. */
const BOOTSTRAP_SEED = 20_240_101;

/** The exclusions of a figure, in the order given; reasons that left nothing out are dropped. */
export function leftOut(parts: Readonly<Partial<Record<ReasonCode, Some>>>): Exclusion[] {
  const out: Exclusion[] = [];
  // A loop: every KPI of every group comes by here.
  for (const reason in parts) {
    const part = parts[reason as ReasonCode];
    if (part !== undefined && part.size > 0) out.push(new LeftOut(reason as ReasonCode, part));
  }
  return out;
}

/** Exclusions of several figures as one list: each deal once per reason, ascending. */
export function mergeExclusions(lists: readonly (readonly Exclusion[])[]): Exclusion[] {
  return byReason(lists).map(([reason, [first, ...others]]) => {
    const rows = others.reduce((before, { rows }) => merge(before, rows), (first as Exclusion).rows);
    return new LeftOut(reason, { size: rows.length, rows });
  });
}

/** The same of figures over parts that have no deal in common: how many there are is known without their rows. */
export function joinExclusions(lists: readonly (readonly Exclusion[])[]): Exclusion[] {
  return byReason(lists).map(([reason, parts]) => new LeftOut(reason, new Joined(parts)));
}

/**
 * A null that says what was left out when that is read: of thousands of groups nobody reads it. A class, and without
 * private names, for the same reasons as {@link FigureOf}: a copy of it has what it has.
 */
export class NoFigureOf implements NoValue {
  readonly value = null;
  declare readonly notes?: readonly Note[];
  declare readonly details?: Readonly<Record<string, number | null>>;
  private left: Left;

  constructor(
    readonly reason: Reason,
    readonly n: number,
    excluded: Left,
    notes?: readonly Note[],
    details?: Readonly<Record<string, number | null>>,
  ) {
    this.left = excluded;
    if (notes !== undefined) this.notes = notes;
    if (details !== undefined) this.details = details;
  }

  get excluded(): readonly Exclusion[] {
    this.left = found(this.left);
    return this.left;
  }
}

function byReason(lists: readonly (readonly Exclusion[])[]): [ReasonCode, Exclusion[]][] {
  const parts = new Map<ReasonCode, Exclusion[]>();
  for (const one of lists.flat()) {
    const before = parts.get(one.reason);
    if (before === undefined) parts.set(one.reason, [one]);
    else before.push(one);
  }
  return [...parts];
}

/** Parts that have no deal in common, as one. */
class Joined {
  readonly size: number;
  #rows: Uint32Array | null = null;

  constructor(private readonly parts: readonly Exclusion[]) {
    this.size = parts.reduce((sum, { n }) => sum + n, 0);
  }

  get rows(): Uint32Array {
    this.#rows ??= this.parts.map(({ rows }) => rows).reduce(merge);
    return this.#rows;
  }
}

/** Two ascending lists as one, each row once. */
function merge(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (first === second) return first;
  const rows = new Uint32Array(first.length + second.length);
  let [n, i, j] = [0, 0, 0];
  while (i < first.length || j < second.length) {
    const a = i < first.length ? (first[i] as number) : Number.POSITIVE_INFINITY;
    const b = j < second.length ? (second[j] as number) : Number.POSITIVE_INFINITY;
    rows[n++] = Math.min(a, b);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return rows.slice(0, n);
}

/** How many deals. */
export function count(population: Some, account: Account = {}): MeasuredValue {
  return new FigureOf(population, population.size, population.size, account);
}

/**
 * A figure with the deals behind it, which are listed when they are read. A class: groups of a breakdown have tens of
 * thousands, and an object with a getter of its own takes ten times as long to make; the shape that V8 keeps for each
 * holds the getter, and all that it sees, until the next collection of everything.
 */
export class FigureOf implements MeasuredValue {
  declare readonly notes?: readonly Note[];
  declare readonly details?: Readonly<Record<string, number | null>>;
  declare readonly bounds?: { readonly low: number; readonly high: number };
  declare readonly ranking?: readonly RankedPart[];
  declare readonly numerator?: Part;
  declare readonly denominator?: Part;
  private left: Left;

  constructor(
    readonly deals: { readonly rows: Uint32Array },
    readonly value: number,
    readonly n: number,
    account: Account,
  ) {
    // One by one: to copy all that is there takes longer than the rest.
    const { excluded, notes, details, bounds, ranking, numerator, denominator } = account;
    this.left = excluded ?? NONE_LEFT_OUT;
    if (notes !== undefined) this.notes = notes;
    if (details !== undefined) this.details = details;
    if (bounds !== undefined) this.bounds = bounds;
    if (ranking !== undefined) this.ranking = ranking;
    if (numerator !== undefined) this.numerator = numerator;
    if (denominator !== undefined) this.denominator = denominator;
  }

  get rows(): Uint32Array {
    return this.deals.rows;
  }

  get excluded(): readonly Exclusion[] {
    this.left = found(this.left);
    return this.left;
  }
}

/** A ratio of deals or records, with its interval where it is a rate. A class for the same reason as {@link FigureOf}. */
export class RatioOf implements MeasuredValue {
  declare readonly interval?: Interval | null;
  declare readonly notes?: readonly Note[];
  declare readonly details?: Readonly<Record<string, number | null>>;
  declare readonly bounds?: { readonly low: number; readonly high: number };
  declare readonly ranking?: readonly RankedPart[];
  declare readonly rankingTotal?: number;
  private left: Left;

  constructor(
    readonly value: number,
    readonly n: number,
    readonly numerator: Part,
    readonly denominator: Part,
    interval: Interval | null | undefined,
    { excluded, notes, details, bounds, ranking, rankingTotal }: Omit<Account, 'numerator' | 'denominator'>,
  ) {
    if (interval !== undefined) this.interval = interval;
    this.left = excluded ?? NONE_LEFT_OUT;
    if (notes !== undefined) this.notes = notes;
    if (details !== undefined) this.details = details;
    if (bounds !== undefined) this.bounds = bounds;
    if (ranking !== undefined) this.ranking = ranking;
    if (rankingTotal !== undefined) this.rankingTotal = rankingTotal;
  }

  get excluded(): readonly Exclusion[] {
    this.left = found(this.left);
    return this.left;
  }
}

function found(left: Left): readonly Exclusion[] {
  return typeof left === 'function' ? left() : left;
}

/** The deals that a figure or a side of it counts, where these are known as a population: nobody need list them. */
export function dealsCounted(by: { readonly rows?: Uint32Array }): Some | null {
  const deals = by instanceof FigureOf || by instanceof MeanOf || by instanceof PartOf ? by.deals : null;
  return deals !== null && 'withRows' in deals ? (deals as Some) : null;
}

/** Does some work with the rows that a figure or a side of it counts, null where it counts none: it keeps no view of them. */
export function withRowsOf<T>(by: { readonly rows?: Uint32Array }, work: (rows: Uint32Array) => T): T | null {
  const deals = dealsCounted(by);
  if (deals !== null) return deals.withRows(work);
  return by.rows === undefined ? null : work(by.rows);
}

const NONE_LEFT_OUT: readonly Exclusion[] = [];
const NO_NOTES: readonly Note[] = [];

/** One side of a ratio; its deals are listed when they are read. */
export class PartOf implements Part {
  constructor(
    readonly total: number,
    readonly deals: { readonly rows: Uint32Array },
  ) {}

  get rows(): Uint32Array {
    return this.deals.rows;
  }
}

/** Deals over deals, with Wilson's interval; null with the given reason over none. */
export function rate(numerator: Some, denominator: Some, ifEmpty: Reason, account: Account = {}): Measurement {
  const [successes, n] = [numerator.size, denominator.size];
  if (n === 0) return withoutValue(ifEmpty, account);
  const [of, over] = [new PartOf(successes, numerator), new PartOf(n, denominator)];
  return new RatioOf(successes / n, n, of, over, wilson(successes, n), account);
}

/** A rate of records that are not deals (customers, leads), with Wilson's interval; null over none. */
export function share(successes: number, n: number, ifEmpty: Reason, account: Account = {}): Measurement {
  if (n === 0) return withoutValue(ifEmpty, account);
  const { numerator = { total: successes, rows: NO_ROWS }, denominator = { total: n, rows: NO_ROWS } } = account;
  return new RatioOf(successes / n, n, numerator, denominator, wilson(successes, n), account);
}

/**
 * Σ of the amounts of deals that all have one, compensated. `of` is how many deals were in question: over none of them
 * the sum is 0, but over some of which none has an amount there is no sum (`no_priced_deals`).
 */
export function total(counted: Population<'amount'>, of: number, account: Account = {}): Measurement {
  if (counted.size === 0 && of > 0) return withoutValue('no_priced_deals', account);
  return new FigureOf(counted, amountTotal(counted), counted.size, account);
}

/** What a mean is taken over, whose values nobody gathers before somebody reads them. */
export interface Values {
  readonly n: number;
  /** Σ of the values, compensated. */
  sum(): number;
  /** Of at least one value, whose mean is known. */
  moments(mean: number): Moments;
  /** How often each occurs, where they are whole numbers and somebody counted them: of many that is all that most ask. */
  counts(): WholeCounts | null;
  gather(): Float64Array;
  /** Does some work with them, which keeps neither them nor a view of them. */
  lend<T>(work: (sample: Float64Array) => T): T;
  /** Quantiles of type 7, one per probability; there must be a value. */
  quantiles(probabilities: readonly number[]): number[];
}

/** Values that are there already. */
export function valuesIn(sample: Float64Array): Values {
  return {
    n: sample.length,
    sum: () => sum(sample),
    moments: (mean) => momentsAbout(sample, mean),
    counts: () => null,
    gather: () => sample,
    lend: (work) => work(sample),
    quantiles: (probabilities) => quantiles(sample, probabilities),
  };
}

/** The amounts of deals that all have one. */
export function amountsIn(deals: Population<'amount'>): Values {
  return {
    n: deals.size,
    sum: () => amountTotal(deals),
    moments: () => amountMoments(deals),
    counts: () => null,
    gather: () => amountsOf(deals),
    lend: (work) => withAmounts(deals, work),
    quantiles: (probabilities) => withAmounts(deals, (amounts) => quantiles(amounts, probabilities)),
  };
}

/**
 * Mean, distribution and interval of a sample; null with the given reason when it is empty. `deals` are those behind the
 * values, one per value where the values are deals'. All but the mean is found when it is read: of thousands of groups
 * only those that are shown need it.
 */
export function mean(
  values: Values,
  deals: { readonly rows: Uint32Array },
  ifEmpty: Reason,
  account: Account = {},
): Measurement {
  if (values.n === 0) return withoutValue(ifEmpty, account);
  return new MeanOf(deals, values, account);
}

/** A mean with what is found of its values when it is read: a class for the same reason as {@link FigureOf}. */
class MeanOf implements MeasuredValue {
  readonly value: number;
  readonly n: number;
  declare readonly details?: Readonly<Record<string, number | null>>;
  declare readonly bounds?: { readonly low: number; readonly high: number };
  declare readonly ranking?: readonly RankedPart[];
  private readonly found: Mean;
  private left: Left;

  constructor(
    readonly deals: { readonly rows: Uint32Array },
    values: Values,
    { excluded = NONE_LEFT_OUT, notes = NO_NOTES, details, bounds, ranking }: Account,
  ) {
    this.found = new Mean(values, notes);
    this.value = this.found.mean;
    this.n = values.n;
    this.left = excluded;
    if (details !== undefined) this.details = details;
    if (bounds !== undefined) this.bounds = bounds;
    if (ranking !== undefined) this.ranking = ranking;
  }

  get excluded(): readonly Exclusion[] {
    this.left = found(this.left);
    return this.left;
  }

  get rows(): Uint32Array {
    return this.deals.rows;
  }

  get sample(): Float64Array {
    return this.found.sample;
  }

  withSample<T>(work: (sample: Float64Array) => T): T {
    return this.found.withSample(work);
  }

  get counts(): WholeCounts | null {
    return this.found.counts;
  }

  lookOnce(): void {
    this.found.lookOnce();
  }

  get notes(): readonly Note[] {
    return this.found.notes;
  }

  get interval(): Interval | null {
    return this.found.interval;
  }

  get distribution(): Distribution {
    return this.found.distribution;
  }
}

/** A mean, and what is found of its values when it is first asked for. */
class Mean {
  readonly mean: number;
  #sample: Float64Array | null = null;
  #moments: Moments | null = null;
  #notes: readonly Note[] | null = null;
  #interval: Interval | null | undefined = undefined;
  #distribution: Distribution | null = null;

  constructor(
    private readonly values: Values,
    private readonly said: readonly Note[],
  ) {
    this.mean = values.sum() / values.n;
  }

  get sample(): Float64Array {
    this.#sample ??= this.values.gather();
    return this.#sample;
  }

  withSample<T>(work: (sample: Float64Array) => T): T {
    return this.#sample === null ? this.values.lend(work) : work(this.#sample);
  }

  get counts(): WholeCounts | null {
    return this.values.counts();
  }

  get notes(): readonly Note[] {
    if (this.#notes === null) {
      const { counts } = this;
      this.#say(
        counts === null
          ? this.withSample((sample) => twoHumps(sample, this.mean))
          : twoHumpsOfCounts(counts, this.mean),
      );
    }
    return this.#notes ?? this.said;
  }

  lookOnce(): void {
    // Of what was counted no more than the spread is found by looking at the values.
    if (this.values.n < LENT_FROM || this.counts !== null) return;
    this.withSample((sample) => {
      this.#moments ??= momentsAbout(sample, this.mean);
      this.#distribution ??= distributionOf((probabilities) => quantiles(sample, probabilities), this.#moments);
      if (this.#notes === null) this.#say(twoHumps(sample, this.mean));
    });
  }

  #say(humps: TwoHumps | null): void {
    this.#notes = humps === null ? this.said : [...this.said, twoHumpsNote(humps, this.mean)];
  }

  get interval(): Interval | null {
    if (this.#interval === undefined) this.#interval = intervalOf(this.#known(), () => this.sample);
    return this.#interval;
  }

  get distribution(): Distribution {
    this.#distribution ??= distributionOf((probabilities) => this.values.quantiles(probabilities), this.#known());
    return this.#distribution;
  }

  #known(): Moments {
    this.#moments ??= this.values.moments(this.mean);
    return this.#moments;
  }
}

/** Does some work with the values that a figure is the mean of, none where it is none: it keeps no view of them. */
export function withSampleOf<T>(measured: Measurement, work: (sample: Float64Array) => T): T {
  if (measured instanceof MeanOf) return measured.withSample(work);
  return work((measured.value === null ? undefined : measured.sample) ?? new Float64Array(0));
}

/**
 * Finds all that is said of the values that a figure is the mean of: whoever says it gathers many of them once, where each
 * question alone would.
 */
export function lookOnce(measured: Measurement): void {
  if (measured instanceof MeanOf) measured.lookOnce();
}

/** How often each of the values occurs that a figure is the mean of, where they were counted: nobody need gather them then. */
export function countsOf(measured: MeasuredValue): WholeCounts | null {
  return measured instanceof MeanOf ? measured.counts : null;
}

/** Whether a figure is the mean of values, none of which is gathered to tell it. */
export function isMean(measured: MeasuredValue): boolean {
  return measured instanceof MeanOf || measured.sample !== undefined;
}

/** Student's t from 30 values, the seeded BCa bootstrap from 5, none below. */
export function meanInterval(sample: Float64Array, known: Moments = moments(sample)): Interval | null {
  return intervalOf(known, () => sample);
}

/** The same of known moments: few values alone are looked at. */
function intervalOf(known: Moments, sample: () => Float64Array): Interval | null {
  if (known.n >= STUDENT_FROM) return studentMean(known);
  return known.n >= BOOTSTRAP_FROM ? bootstrapMean(sample(), BOOTSTRAP_SEED) : null;
}

/** Mean, quantiles and spread of at least one value. */
function distributionOf(quantilesIn: Values['quantiles'], known: Moments): Distribution {
  const [min, p25, median, p75, p90, max] = quantilesIn([0, 0.25, 0.5, 0.75, 0.9, 1]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { mean: known.mean, median, p25, p75, p90, min, max, sd: known.sd };
}

/** Σ of amount times weight, deal by deal, compensated; `weights` by position in `rows`. */
export function weightedTotal(amount: Float64Array, rows: Uint32Array, weights: Float64Array): number {
  const money = gatherCells(amount, rows);
  for (let at = 0; at < money.length; at++) money[at] = (weights[at] as number) * (money[at] as number);
  return sum(money);
}

/** Days from one date to another, one number per row, written to `days`; every row must have both. */
export function daysBetween(
  from: Int32Array,
  to: Int32Array,
  rows: Uint32Array,
  days: Float64Array = new Float64Array(rows.length),
): Float64Array {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    days[i] = (to[row] as number) - (from[row] as number);
  }
  return days;
}

/** One value per row. (`Float64Array.from(rows, valueAt)` takes ten times as long.) */
export function valuesOf(rows: Uint32Array, valueAt: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = valueAt(rows[i] as number);
  return values;
}

/** A null that keeps what was left out and what is to be said. */
export function withoutValue(reason: Reason, account: Account = {}): Measurement {
  return new NoFigureOf(reason, 0, account.excluded ?? NONE_LEFT_OUT, account.notes, account.details);
}

const NO_ROWS = new Uint32Array(0);
