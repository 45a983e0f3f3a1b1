/** What a user may demand of his files, as the config says it. */
import type { Range } from '../../expression/constraints.js';
import type { ExpressionTable } from '../../expression/table.js';
import type { Text } from '../../locale/text.js';
import type { Deals } from '../../model/deals.js';
import type { Severity } from '../definition.js';
import type { Expectation, ExpectedTotal } from './control-totals.js';

/** The files that rules may be about. */
export const RULE_ROLES = ['deals', 'customers', 'leads', 'orders'] as const;
export type RuleRole = (typeof RULE_ROLES)[number];

/** What becomes of violations: a severity, with what is tolerated; or two limits, of which the severest passed counts. */
export interface Limits {
  readonly severity?: Severity | undefined;
  readonly maxViolations?: number | undefined;
  readonly maxRate?: number | undefined;
  /** More violations than this many, or than this share (`1%`), are a warning. */
  readonly warn?: number | string | undefined;
  /** More violations than this many, or than this share (`5%`), are an error. */
  readonly fail?: number | string | undefined;
}

/** What all rules of the user may say. */
export interface Common extends Limits {
  /** The files that the rule is about. Default: deals. */
  readonly on?: RuleRole | undefined;
  /** The records that the rule applies to; all when left out. */
  readonly when?: string | undefined;
  /** What a violation says; `{value}`, `{row}` and `{column}` stand for those of the violation. */
  readonly message?: string | undefined;
  /** The columns need not be there. */
  readonly optional?: boolean | undefined;
}

/** A rule in the words of an expression: of the records that `when` is true for, `require` must not be false. */
export interface CustomRule extends Common {
  /** `entity.fault`, such as `custom.big_deals_need_contract`. */
  readonly id: string;
  readonly title?: string | undefined;
  readonly require: string;
}

export const COLUMN_TYPES = ['text', 'date', 'number', 'integer', 'boolean', 'email', 'phone', 'url'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a field (by its id) or a column (by its header) must hold; `leads.Email` is one of the leads. */
export interface ColumnRules extends Common {
  readonly required?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly type?: ColumnType | undefined;
  readonly allowed?: readonly (string | number | boolean)[] | undefined;
  /** How cells are compared with what is allowed: letter by letter, or case, spaces and kinds of digits aside (default). */
  readonly match?: 'exact' | 'folded' | undefined;
  /** `email`, `phone`, `url`, or a regular expression. */
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly range?: Range | undefined;
  /** No file may have the column. */
  readonly forbidden?: boolean | undefined;
}

/** Columns of which no two records may have the same cells. */
export interface UniqueTogether extends Common {
  readonly columns: readonly string[];
}

export type ExpectedTotals = Readonly<Partial<Record<ExpectedTotal, Expectation>>>;

/** What is demanded of figures over many records, such as `avg(amount) between 1k and 50k`, and of whom. */
export interface AggregateWords extends Common, ExpectedTotals {
  readonly check?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** Fields or columns whose values make the groups; all records are one without. */
  readonly by?: string | readonly string[] | undefined;
  /** As `when`. */
  readonly where?: string | undefined;
}

/** The rules that a user adds to the catalogue. */
export interface CustomRules {
  readonly rules?: readonly CustomRule[] | undefined;
  readonly columns?: Readonly<Record<string, ColumnRules>> | undefined;
  /** One combination of columns, or several. */
  readonly unique?: readonly string[] | readonly (readonly string[] | UniqueTogether)[] | undefined;
  /** What a column is that `columns` does not name. Default: nothing. */
  readonly unexpectedColumns?: Severity | undefined;
  /** Control totals; or a list of conditions over figures of many records, each alone or with what else is said of it. */
  readonly expect?: ExpectedTotals | readonly (string | AggregateWords)[] | undefined;
}

/** The records that a rule's expression is asked over. */
export type RuleTable = ExpressionTable & { readonly deals: Deals };

/** The deals, and the records of other files that rules are about. */
export type RuleTables = RuleTable & {
  readonly beside?: { readonly [R in Exclude<RuleRole, 'deals'>]?: RuleTable | undefined };
};

/** Where a rule of the user's own comes from. */
export const OWN = 'your own rule, in the config';

/** What to do about a rule of the user's own. */
export const FIX: Text = {
  en: 'Repair the record in the CRM and export again, or change the rule in the config.',
  fa: 'رکورد را در CRM اصلاح کنید و دوباره خروجی بگیرید، یا قاعده را در تنظیمات تغییر دهید.',
};
