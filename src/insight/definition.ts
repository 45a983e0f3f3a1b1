import type { Change } from '../analysis/compare.js';
import type { Funnel } from '../analysis/funnel.js';
import type { GroupDifference } from '../analysis/group-differences.js';
import type { QuarterCalendar } from '../analysis/part-of-quarter.js';
import type { Measurement } from '../kpi/definition.js';
import type { Question } from '../kpi/measure.js';
import type { Said } from '../locale/said.js';
import type { Text } from '../locale/text.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import type { Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Interval } from '../stats/interval.js';

export const INSIGHT_SEVERITIES = ['opportunity', 'risk', 'info'] as const;
export type InsightSeverity = (typeof INSIGHT_SEVERITIES)[number];

/** A number, text or yes/no behind a finding, or several of them. */
export type Fact = number | string | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** Something that stands out, with what it rests on. */
export interface Finding {
  readonly severity: InsightSeverity;
  /** One sentence a sales manager can act on, without a number that the interval does not support. */
  readonly title: Said;
  /** The counts and the interval behind it, and what to look at. */
  readonly detail: Said;
  /**
   * Money at stake: a sum of amounts on record, so never more than there are. Null where it would be a product of
   * estimates, where amounts are missing, or of several currencies.
   */
  readonly impact: number | null;
  /** Records that the interval rests on. */
  readonly n: number;
  /** Of the claim: it does not hold the value that would make the claim empty. Null of a claim that nothing differs. */
  readonly interval: Interval | null;
  /** Further named numbers, in camelCase. */
  readonly evidence: { readonly [name: string]: Fact };
  /** The records it is about; found only for the findings that are shown. */
  readonly rows: () => Uint32Array;
  /** What `rows` count: deals, or the orders given beside them. */
  readonly of: 'deals' | 'purchases';
}

/** A column by which deals are compared. */
export interface Segmentation {
  readonly name: string;
  readonly column: CategoryColumn;
}

/** What an insight may see. */
export interface InsightContext {
  readonly question: Question;
  /** The same question about the compared period; null where nothing is compared. */
  readonly before: Question | null;
  /** Columns of few values that the deals have: owner, source, product, … and those of the breakdowns. */
  readonly segmentations: readonly Segmentation[];
  /** The test of whether the win rate differs between the groups of a breakdown by one column, by its name. */
  readonly winRateTests: ReadonlyMap<string, GroupDifference>;
  readonly funnel: Funnel | null;
  /** By which months and quarters are counted. */
  readonly calendar: QuarterCalendar;
  /** Currency of the amounts, for sentences; null where the files name none. */
  readonly currency: string | null;
  /** A KPI of the question's period; null where it has no value, or several currencies. */
  kpi(id: string): Valued | null;
  /** The same of the compared period. */
  kpiBefore(id: string): Valued | null;
  /** The same of any period, of the same deals; null of one that the files tell in part, too. */
  kpiIn(id: string, period: Period): Valued | null;
  /** The change of a KPI since the compared period, with its verdict; null where there is none. */
  change(id: string): Change | null;
}

/** A measurement that has a value. */
export type Valued = Extract<Measurement, { readonly value: number }>;

/** A kind of insight. */
export interface InsightDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: Text;
  /** When it is said, and when not. */
  readonly definition: Text;
  /** Where the method and the limits come from. */
  readonly source: string;
  /** Without these fields it is not looked for. */
  readonly needs: readonly DealField[];
  /** All findings of the kind; none is the usual answer. */
  find(context: InsightContext): readonly Finding[];
}

/** Closes over a definition's id. */
export function defineInsight<const Id extends string>(definition: InsightDefinition<Id>): InsightDefinition<Id> {
  return definition;
}

/** The ends of an interval, for a sentence. */
export function rangeOf({ low, high }: Pick<Interval, 'low' | 'high'>): { low: number; high: number } {
  return { low, high };
}

/** The population that customers are about: orders where they are given beside the deals. */
export function purchasesOf({ purchases, population }: Question): {
  readonly population: Population<DealField>;
  readonly of: Finding['of'];
} {
  return (purchases ?? null) === null
    ? { population, of: 'deals' }
    : { population: purchases as Population<DealField>, of: 'purchases' };
}
