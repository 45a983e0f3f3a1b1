import type { Reason, ReasonCode } from '../locale/reasons.js';
import type { Said } from '../locale/said.js';
import type { Text } from '../locale/text.js';
import type { Unit } from '../locale/units.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { DealField } from '../model/deals.js';
import type { Exclusion } from '../model/exclusion.js';
import type { StageHistory } from '../model/history.js';
import type { Leads } from '../model/leads.js';
import type { Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Interval } from '../stats/interval.js';
import type { ByDay } from './by-day.js';
import type { TenureContext } from './by-tenures.js';
import type { Whole } from './whole.js';

/** Which date puts a record into a period: created, closed, the snapshot, the lead's creation, or none. */
export type Basis = 'created' | 'closed' | 'snapshot' | 'leads' | 'all';

/** Mean, quantiles (Hyndman–Fan type 7) and spread (sample sd) of what a mean was taken over. */
export interface Distribution {
  readonly mean: number;
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  /** Null for one value. */
  readonly sd: number | null;
}

/** One side of a ratio: its number (a count or a sum of money) and the deals behind it. */
export interface Part {
  readonly total: number;
  /** Row numbers of deals; empty where the records are leads or customers. */
  readonly rows: Uint32Array;
}

/** A part of a figure by a name: a reason of loss, an owner, a customer. */
export interface RankedPart {
  /** As the file writes it; '' = the cell is empty. */
  readonly key: string;
  /** Deals. */
  readonly n: number;
  /** Their money; null where none is priced, or where several currencies cannot be added. */
  readonly amount: number | null;
  /** What the definition says of parts: a share of the whole, or an attainment; null where there is none. */
  readonly share: number | null;
}

/** Something a reader must know beside the number. */
export type Note = Said;

interface Account {
  /** How many records the value rests on. */
  readonly n: number;
  readonly excluded: readonly Exclusion[];
  readonly notes?: readonly Note[];
}

/** A value, or null with its reason: a null without one does not compile. */
export type Measurement = MeasuredValue | NoValue;

export interface MeasuredValue extends Account {
  readonly value: number;
  readonly numerator?: Part;
  readonly denominator?: Part;
  /** The deals counted in, where there is no numerator. */
  readonly rows?: Uint32Array;
  /** By position in `rows`: what each deal's amount is multiplied with. The products add up to the value. */
  readonly weights?: Float64Array;
  readonly interval?: Interval | null;
  readonly distribution?: Distribution;
  /** All values the rate could take if the bad records were resolved either way. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** Its parts by name, most important first. */
  readonly ranking?: readonly RankedPart[];
  /** How many parts there are, where the ranking holds the first of them. */
  readonly rankingTotal?: number;
  /** The values of a mean, in the order of `rows`: what Welch's test of a change needs. */
  readonly sample?: Float64Array;
  /** Further named figures (`resolved`, `startCustomers`, …), documented in the definition. */
  readonly details?: Readonly<Record<string, number | null>>;
}

export interface NoValue extends Account {
  readonly value: null;
  readonly reason: Reason;
  readonly details?: Readonly<Record<string, number | null>>;
}

/** What a definition may see: its declared fields, the period and the clock. Never a file, locale or formatter. */
export interface KpiContext<F extends DealField, U extends string> {
  /**
   * All deals in question (of a group, in a breakdown), whatever their dates; for a KPI of purchases the orders, where
   * orders are given beside the deals.
   */
  readonly population: Population<F>;
  readonly period: Period;
  readonly asOf: CivilDay;
  /** The newest trustworthy recorded date of the deals; `asOf` is this unless the user set it. */
  readonly dataEnd: CivilDay;
  readonly settings: KpiSettings;
  readonly customers: Customers | null;
  readonly leads: Leads | null;
  /** When deals entered their stages; null, or left out, where no file tells. */
  readonly history?: StageHistory | null | undefined;
  /** Everything that was read, where `population` is a part of it: thresholds are taken from it. */
  readonly whole?: Whole<F> | undefined;
  /** The deals of the whole file have at least one lost / one won deal: see `no_lost_deals_in_file`. */
  readonly file: { readonly hasLost: boolean; readonly hasWon: boolean };
  /** Another KPI of the same population and period, declared in `uses`. */
  kpi(id: U): Measurement;
}

/** The few judgements that a user may change; everything else is part of a definition. */
export interface KpiSettings {
  /** Days in which a won deal keeps a customer active. */
  readonly retentionWindow: number;
  /** Accept a file whose closed deals are all won (or all lost) as complete. */
  readonly assumeComplete: boolean;
  /** Won value that the period asked about is to bring. */
  readonly revenueTarget?: number | undefined;
  /** Owner → won value that the period asked about is to bring. */
  readonly quotas?: Readonly<Record<string, number>> | undefined;
  /** Share of revenue that is margin, 0…1; without one, lifetime values are revenue. */
  readonly margin?: number | undefined;
  /** Years that a customer stays; without it, 1 / churn. */
  readonly lifespanYears?: number | undefined;
  /** Months ahead that expected lifetime values count; left out {@link DEFAULT_HORIZON_MONTHS}. */
  readonly horizonMonths?: number | undefined;
  /** What future revenue is discounted with, per year, 0…1; left out {@link DEFAULT_DISCOUNT_RATE}, which is then said. */
  readonly discountRate?: number | undefined;
}

export const DEFAULT_HORIZON_MONTHS = 36;
export const DEFAULT_DISCOUNT_RATE = 0.1;

export const DEFAULT_SETTINGS: KpiSettings = { retentionWindow: 365, assumeComplete: false };

export interface KpiDefinition<
  Id extends string = string,
  Needs extends DealField = DealField,
  Uses extends string = string,
  Wants extends DealField = DealField,
> {
  readonly id: Id;
  readonly title: Text;
  readonly unit: Unit;
  readonly basis: Basis;
  readonly better: 'higher' | 'lower' | 'neither';
  /** What it counts in two periods is what it counts in both together: a target of it may be one of each quarter. */
  readonly adds?: true;
  /** One sentence a sales manager accepts: what is counted, over what, what is left out. */
  readonly definition: Text;
  /** Sums, products and quotients in words; the English one may name other KPIs and `details`, which are put in where it is explained. */
  readonly formula: Text;
  readonly source: string;
  /** Without these fields there is no value: the runner answers `missing_field:<field>` before measuring. */
  readonly needs: readonly Needs[];
  /** Read when there; a missing column reads as all missing. */
  readonly wants?: readonly Wants[];
  readonly uses?: readonly Uses[];
  /** What lies before the period decides it too, as whether a customer is new: the first period of the data has none. */
  readonly looksBack?: true;
  /** It asks how the snapshot date lies to other dates: null where neither the data nor the user says that date. */
  readonly atSnapshot?: true;
  /**
   * What its records are: `purchases` are the orders where they are given beside the deals, else the deals;
   * `subscriptions` are rows of subscriptions (see model/subscriptions.ts), and without them there is no value.
   */
  readonly of?: 'purchases' | 'subscriptions';
  /**
   * How it is measured where the first and last days of customers are known: `always`, or only where there are no
   * deals. Nothing that the definition needs of the deals is then looked for.
   */
  readonly byTenures?: { readonly always: boolean; measure(context: TenureContext): Measurement };
  /**
   * What amounts are read for, where several currencies do not matter: their sign alone (a credit is no purchase), or
   * money that stands beside the figure and is left out where it cannot be added. Without it the figure is of money;
   * `against_target`: of money beside a target that names no currency.
   */
  readonly amounts?: 'sign' | 'beside' | 'against_target';
  /**
   * It is measured only where it is named: it rests on a model, which costs more than counting. A report has it with
   * `--kpi` or a target of it, and `explain` and `deals --kpi` with its name.
   */
  readonly onDemand?: true;
  /** The same figure as counts and sums by the day of its basis; a KPI without it is measured in each period of a series. */
  readonly byDay?: ByDay;
  /** A figure to date, which goes on from where it stood: a later one contains an earlier one. */
  readonly cumulative?: true;
  /** KPIs that answer a neighbouring question: an explanation shows them side by side. */
  readonly variants?: readonly string[];
  measure(context: KpiContext<Needs | Wants, Uses>): Measurement;
}

/** A definition with its type parameters closed over, as the list holds it. */
export interface Kpi<Id extends string = string> extends Omit<KpiDefinition<Id>, 'measure'> {
  measure(context: KpiContext<DealField, string>): Measurement;
}

/**
 * Checks a definition's types (undeclared reads and uses do not compile) and closes over them. All have one shape, whatever
 * each leaves out: where hundreds of thousands of measurements look up what a definition says, V8 else finds it anew.
 */
export function defineKpi<
  const Id extends string,
  const Needs extends DealField,
  const Uses extends string = never,
  const Wants extends DealField = never,
>(definition: KpiDefinition<Id, Needs, Uses, Wants>): Kpi<Id> {
  return { ...SHAPE, ...definition } as unknown as Kpi<Id>;
}

/** Every property that a definition may have. */
const SHAPE: Readonly<Record<keyof KpiDefinition, undefined>> = {
  id: undefined,
  title: undefined,
  unit: undefined,
  basis: undefined,
  better: undefined,
  adds: undefined,
  definition: undefined,
  formula: undefined,
  source: undefined,
  needs: undefined,
  wants: undefined,
  uses: undefined,
  looksBack: undefined,
  atSnapshot: undefined,
  of: undefined,
  byTenures: undefined,
  amounts: undefined,
  onDemand: undefined,
  byDay: undefined,
  cumulative: undefined,
  variants: undefined,
  measure: undefined,
};

/** A null with its reason. */
export function none(reason: Reason, excluded: readonly Exclusion[] = [], n = 0): NoValue {
  return { value: null, reason, n, excluded };
}

export type { Reason, ReasonCode };
