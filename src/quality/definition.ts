import type { z } from 'zod';
import type { Phrase, Text } from '../locale/text.js';
import type { CivilDay } from '../model/civil-day.js';
import type { DealField, Deals, Place } from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import type { Population } from '../model/population.js';

export const SEVERITIES = ['error', 'warn', 'info', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Dimension = 'completeness' | 'validity' | 'uniqueness' | 'consistency' | 'timeliness' | 'integrity';

/** What a column of dates could not settle by itself: kept by normalizing, judged by a rule. */
export interface AmbiguousColumn {
  readonly file: string;
  readonly column: string;
  readonly field: DealFieldName;
  /** The reading that was taken, and the other one. */
  readonly taken: string;
  readonly other: string;
  /** Cells whose value differs between the two. */
  readonly cells: number;
}

export interface RuleContext<F extends DealField, Params> {
  readonly population: Population<F>;
  /** For what is not a field: unreadable cells, duplicate rows. */
  readonly deals: Pick<Deals, 'unreadable' | 'duplicates'>;
  readonly ambiguous: readonly AmbiguousColumn[];
  readonly asOf: CivilDay;
  readonly params: Params;
}

/** Numbers now, sentences only for rows somebody reads. */
export interface Findings<Args> {
  /** How many records the rule applied to: the denominator of its rate. */
  readonly checked: number;
  /** One entry per violation; `row` is the deal, or −1 where no deal stands behind it (then `place` does). */
  readonly violations: readonly Violation<Args>[] | LazyViolations<Args>;
}

export interface Violation<Args> {
  readonly row: number;
  readonly place?: Place;
  /** The field in question, where there is one. */
  readonly field?: DealField;
  /** The cell as it stands in the file. */
  readonly value?: string;
  readonly args: Args;
}

/** Violations as row numbers, described on request: what a rule over a million deals returns. */
export interface LazyViolations<Args> {
  readonly rows: Uint32Array;
  describe(row: number): Violation<Args>;
}

export interface RuleDefinition<Id extends string, Needs extends DealField, Wants extends DealField, Params, Args> {
  /** Entity, dot, failing state: `deal.won_without_amount`. */
  readonly id: Id;
  readonly title: Text;
  readonly dimension: Dimension;
  /** `error`: the record cannot be used in some KPI or changes a headline number. `warn`: counted, suspicious. */
  readonly severity: Exclude<Severity, 'off'>;
  readonly scope: 'deal' | 'customer' | 'row' | 'column' | 'file';
  /** The exact condition, in a sentence. */
  readonly condition: Text;
  readonly source: string;
  readonly needs: readonly Needs[];
  readonly wants?: readonly Wants[];
  readonly params?: z.ZodType<Params>;
  readonly defaults?: Params;
  /** Ids of the KPIs that a violation changes. */
  readonly affects: readonly string[];
  readonly message: Phrase<Args>;
  readonly fix: Text;
  check(context: RuleContext<Needs | Wants, Params>): Findings<Args>;
}

/** A rule with its type parameters closed over, as the list holds it. */
export interface Rule<Id extends string = string>
  extends Omit<
    RuleDefinition<Id, DealField, DealField, unknown, unknown>,
    'check' | 'message' | 'params' | 'defaults'
  > {
  readonly params?: z.ZodType;
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
