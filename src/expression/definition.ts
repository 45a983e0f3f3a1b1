import type { CivilDay } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';

/** Where a part stands in its source, in UTF-16 units: from `at` up to `end`. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

/** What may be true, false or, where a cell is empty, unknown. */
export type Condition = Span &
  (
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
    | { readonly kind: 'not'; readonly of: Condition }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Term; readonly right: Term }
    | { readonly kind: 'in'; readonly of: Term; readonly list: readonly Term[] }
    | { readonly kind: 'contains' | 'matches'; readonly of: Term; readonly text: Term }
    | { readonly kind: 'empty'; readonly of: Term }
    | { readonly kind: 'flag'; readonly of: Name }
  );

/** A value: a field or column, something written out, or arithmetic on them. */
export type Term =
  | Name
  | (Span &
      (
        | { readonly kind: 'word'; readonly text: string }
        | { readonly kind: 'text'; readonly text: string }
        | {
            readonly kind: 'number';
            readonly value: number;
            /** As it was written, in ASCII digits: `0012`, `1.5m`, `20%`. */
            readonly raw: string;
            readonly percent: boolean;
          }
        | { readonly kind: 'money'; readonly value: number; readonly raw: string; readonly currency: string }
        | { readonly kind: 'duration'; readonly value: number; readonly raw: string; readonly unit: DurationUnit }
        | { readonly kind: 'day'; readonly day: CivilDay }
        | { readonly kind: 'period'; readonly raw: string }
        | { readonly kind: 'moment'; readonly name: 'today' | 'as_of' }
        | { readonly kind: 'aggregate'; readonly of: Aggregate }
        | { readonly kind: 'negate'; readonly of: Term }
        | { readonly kind: Arithmetic; readonly left: Term; readonly right: Term }
      ));

/** A field of ours, or a column of the files by its own header. */
export type Name = Span & { readonly kind: 'name'; readonly name: string; readonly field: DealField | null };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';
export type DurationUnit = 'day' | 'week' | 'month' | 'year';

/** A figure over many records. */
export interface Aggregate {
  readonly name: 'count' | 'sum' | 'avg' | 'median' | 'min' | 'max' | 'stddev' | 'percentile' | 'distinct' | 'share';
  /** What is added up or compared; null where records are counted. */
  readonly value: Term | null;
  /** What is true of the records that a share or a count is about. */
  readonly condition: Condition | null;
  /** The records that it is over; null = all. */
  readonly where: Condition | null;
  /** The probability of a percentile, 0…1. */
  readonly p: number;
  /** As it was written. */
  readonly text: string;
}

/** A whole expression, with the text that it was read from. */
export interface Expression {
  readonly source: string;
  /** What messages call the place: `--where`, `kpi.config.yaml:12:9`. */
  readonly place: string;
  readonly condition: Condition;
}
