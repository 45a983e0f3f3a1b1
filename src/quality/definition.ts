import type { Phrase, Text } from '../locale/text.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Customers } from '../model/customers.js';
import type { AmbiguousColumn, JoinedTable, SourceAccount } from '../model/dataset.js';
import type { DealField, Deals, Place } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { Population } from '../model/population.js';
import type { Parameters } from './parameters.js';
import type { RunSummary } from './run-history.js';

export const SEVERITIES = ['error', 'warn', 'info', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** A severity that is in force. */
export type ActiveSeverity = Exclude<Severity, 'off'>;
export type Dimension = 'completeness' | 'validity' | 'uniqueness' | 'consistency' | 'timeliness' | 'integrity';

/** A rule's settings: a severity, or an object with thresholds and the rule's own parameters. */
export type RuleSetting =
  | Severity
  | {
      readonly severity?: Severity;
      /** More violations than this are over the threshold. */
      readonly maxViolations?: number;
      /** A greater share of the applicable records than this (0…1) is over the threshold. */
      readonly maxRate?: number;
      /** More violations than so many, or than a share such as `1%`, are a warning, whatever the severity. */
      readonly warn?: number | string;
      /** More violations than so many, or than a share such as `5%`, are an error, whatever the severity. */
      readonly fail?: number | string;
      readonly [parameter: string]: unknown;
    };

export interface RuleContext<F extends DealField, Params> {
  readonly population: Population<F>;
  /** Everything that was read, where `population` is a part of it: what the data calls usual is taken from it. */
  readonly whole: { readonly population: Population<F>; readonly history: StageHistory | null };
  /** For what is not a field: unreadable cells, repeated rows, where a record stands. */
  readonly deals: Pick<
    Deals,
    'unreadable' | 'duplicates' | 'conflicts' | 'place' | 'setAside' | 'lineItems' | 'leeway' | 'hasInstants'
  >;
  readonly ambiguous: readonly AmbiguousColumn[];
  /** Stage and status values that stand for "no deal" on purpose: merged, deleted, or said by the user. */
  readonly setAside: ReadonlySet<string>;
  readonly asOf: CivilDay;
  readonly beside: Beside;
  readonly params: Params;
}

/** What the files hold beside the deals, for rules about files, columns and other tables. */
export interface Beside {
  readonly sources: readonly SourceAccount[];
  readonly joins: readonly JoinedTable[];
  /** What reading the files had to say. */
  readonly warnings: readonly LoadWarning[];
  readonly customers: Customers | null;
  readonly history: StageHistory | null;
  /** The day of the run; null where the snapshot date was said, so that nobody expects today's data. */
  readonly today: CivilDay | null;
  /** The user says that the files are no filtered view: a file without any lost deal has none. False when left out. */
  readonly complete?: boolean;
  /** Earlier passing runs of the history file that are a measure for this one, oldest first, 8 at most. */
  readonly runs: readonly RunSummary[];
  /** Currencies that can become one: the report's own, and those with a rate. Left out: no rates were given. */
  readonly rated?: ReadonlySet<string>;
}

/** Nothing is known but the deals. */
export const NOTHING_BESIDE: Beside = {
  sources: [],
  joins: [],
  warnings: [],
  customers: null,
  history: null,
  today: null,
  runs: [],
};

/** What a rule found: numbers now, sentences only for violations that somebody reads. */
export type Findings<Args> = DealFindings<Args> | PlaceFindings<Args>;

/** Violations with a deal behind each, as row numbers: what a rule over a million deals returns. */
export interface DealFindings<Args> {
  /** How many records (or cells) the rule applied to: the denominator of its rate. */
  readonly checked: number;
  /** The deal behind each violation, ascending; a deal stands here once per violation. */
  readonly rows: Uint32Array;
  /** The violation at `rows[index]`. */
  describe(row: number, index: number): Violation<Args>;
}

/** Violations of a column or a whole file: few, with no deal behind them. */
export interface PlaceFindings<Args> {
  readonly checked: number;
  readonly places: readonly (Violation<Args> & { readonly place: Place })[];
  /** How many violations there are, where only the first have a place; left out: as many as places. */
  readonly total?: number;
  /** The column that no file has, where that is the violation: nothing was checked. */
  readonly absent?: string;
}

export interface Violation<Args> {
  /** Where it stands, if not at the deal's own row. Row 0 is the file as a whole. */
  readonly place?: Place;
  /** The field in question, where there is one. */
  readonly field?: DealField;
  /** The column of the file, where the rule knows it; else it follows from the field. */
  readonly column?: string;
  /** The value in question, as it was read; the cell's own text where it could not be read. */
  readonly value?: string;
  /**
   * What the violation is about, for a baseline, where that is neither the deal behind it nor its column: a customer's
   * name, two ids that belong together. The same in another export, in whatever order; no row, date or amount.
   */
  readonly entity?: string;
  /** The id of the record, for people, where no deal is behind it. */
  readonly record?: string;
  readonly args: Args;
}

/**
 * Deals as a small table: a line of fields, then a line per record; cells are separated by white space, `.` is an
 * empty cell, `_` a space. Other tables may follow, each under a line such as `# customers`. Read at `EXAMPLE_AS_OF`.
 */
export type ExampleTable = string;

/** The snapshot date of every example. */
export const EXAMPLE_AS_OF = '2025-01-01';

export interface RuleDefinition<Id extends string, Needs extends DealField, Wants extends DealField, Params, Args> {
  /** Entity, dot, failing state: `deal.won_without_amount`. */
  readonly id: Id;
  readonly title: Text;
  readonly dimension: Dimension;
  /** `error`: the record cannot be used in some KPI or changes a headline number. `warn`: counted, suspicious. */
  readonly severity: ActiveSeverity;
  readonly scope: 'deal' | 'customer' | 'row' | 'column' | 'file';
  /**
   * What many violations may have in common, so that they are one fault and one finding: the class of their deals (all
   * open ones, all of a stage), or the value. Left out: each stands for itself.
   */
  readonly gap?: 'class' | 'value';
  /** The exact condition, in a sentence: what it applies to, and when it is violated. */
  readonly condition: Text;
  /** Who else checks this, or where a threshold comes from. */
  readonly source: string;
  /** Without all of these fields the rule is skipped. */
  readonly needs: readonly Needs[];
  /** Without any of these fields the rule is skipped. */
  readonly needsAny?: readonly Wants[];
  /** Read when there; a missing column reads as all missing. */
  readonly wants?: readonly Wants[];
  /** A column that the rule names and no file has: the rule is skipped. */
  readonly absent?: string;
  /** What its records are, where no file of them was given: the rule is skipped. */
  readonly noFile?: string;
  /** It judges records that are no deals: of customers, leads, orders. */
  readonly ofOthers?: true;
  readonly params?: Parameters<Params>;
  readonly defaults?: Params;
  /**
   * It reads many texts or compares records with each other: a check runs it, a report leaves it out and says so,
   * unless its severity is error. Left out: it runs in both.
   */
  readonly thorough?: true;
  /** It asks how the snapshot date lies to planned dates: skipped where neither the data nor the user says that date. */
  readonly atSnapshot?: true;
  /** It compares with earlier runs: skipped where there is none. */
  readonly againstRuns?: true;
  /** Ids of the KPIs that a violation changes. */
  readonly affects: readonly string[];
  check(context: RuleContext<Needs | Wants, Params>): Findings<Args>;
  readonly message: Phrase<Args>;
  readonly fix: Text;
  /** A table without a violation, and one in which the last record is one. */
  readonly examples: { readonly accept: ExampleTable; readonly reject: ExampleTable };
}

/** A rule with its type parameters closed over, as the list holds it. */
export interface Rule<Id extends string = string>
  extends Omit<
    RuleDefinition<Id, DealField, DealField, unknown, unknown>,
    'check' | 'message' | 'params' | 'defaults'
  > {
  readonly params?: Parameters<Readonly<Record<string, unknown>>>;
  readonly defaults?: unknown;
  readonly message: Phrase<unknown>;
  check(context: RuleContext<DealField, unknown>): Findings<unknown>;
}

/** Checks a rule's types (undeclared reads do not compile) and closes over them. */
export function defineRule<
  const Id extends string,
  const Needs extends DealField,
  Args,
  const Wants extends DealField = never,
  Params = undefined,
>(definition: RuleDefinition<Id, Needs, Wants, Params, Args>): Rule<Id> {
  return definition as unknown as Rule<Id>;
}
