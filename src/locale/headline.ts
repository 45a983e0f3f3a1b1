/** What the sentences on top of a report are made of: a code, and the figures of the document that it names. */
import type { Wording } from './wording.js';

/** How a figure compares with that of another period. */
export interface Than {
  /** The compared period's label. */
  readonly period: string;
  readonly previous: number;
  readonly value: number;
  /** A count is compared by number where either side is under ten. */
  readonly isCount: boolean;
}

/** How a figure stands against its least value. */
export interface Against {
  readonly target: number;
  readonly value: number;
  /** The period is not over: a share of the target is said, and no gap. */
  readonly isRunning: boolean;
}

/** When: the asked period's label, and the day up to which a period that is not over is told. Null: all data. */
export interface When {
  readonly period: string | null;
  readonly until: string | null;
}

/** A figure that is judged, by its id, on both sides. */
export interface Moved {
  readonly kpi: 'win_rate' | 'avg_deal_size' | 'sales_cycle';
  readonly value: number;
  readonly previous: number;
}

/** A figure of which nothing but that it stayed is said. */
export type Stayed = Omit<Moved, 'previous'>;

/** The arguments of each sentence. Shares 0…1, durations in days, days ISO 8601. */
export interface HeadlineArgs {
  readonly won_value: When & {
    readonly value: number;
    readonly currency: string | null;
    readonly deals: number;
    readonly than: Than | null;
    readonly against: Against | null;
  };
  readonly won_deals: When & { readonly deals: number; readonly than: Than | null };
  readonly won_in_currencies: When & {
    readonly parts: readonly { readonly currency: string; readonly value: number; readonly deals: number }[];
    /** Currencies that are not among the parts. */
    readonly more: number;
    readonly deals: number;
    readonly than: Than | null;
  };
  readonly won_nothing: When & {
    readonly before: { readonly period: string; readonly deals: number; readonly value: number | null } | null;
    readonly currency: string | null;
  };
  readonly mrr: When & {
    readonly value: number;
    readonly currency: string | null;
    readonly customers: number | null;
    readonly than: Than | null;
  };
  readonly mrr_in_currencies: When & {
    readonly parts: readonly { readonly currency: string; readonly value: number }[];
    readonly more: number;
  };
  readonly leads_converted: When & {
    readonly leads: number;
    readonly converted: number;
    readonly than: { readonly period: string; readonly share: number } | null;
  };
  readonly customers_alone: When & { readonly customers: number };
  /** Nothing of a period is told by the files. */
  /** `edge`: the newest day of the data where the period is ahead of it, else its first one. */
  readonly outside_data: { readonly period: string; readonly edge: string | null; readonly isAhead: boolean };
  /** No figure has a value: the code of the reason most of them give. */
  readonly no_figures: { readonly reason: string; readonly records: number };
  /** A report of chosen figures, of which none has a value: the code of the first one's reason. */
  readonly none_of_asked: { readonly title: string; readonly reason: string; readonly more: number };

  readonly nothing_moved: { readonly kpis: readonly Stayed[] };
  readonly moved: {
    readonly changed: readonly Moved[];
    readonly still: readonly Stayed[];
    readonly currency: string | null;
  };
  /** By the month of the quarter: judged against the same part of another quarter. */
  readonly nothing_moved_alike: {
    readonly kpis: readonly Stayed[];
    readonly beside: string;
    readonly comparedTo: string;
  };
  readonly moved_alike: {
    readonly changed: readonly Moved[];
    readonly still: readonly Stayed[];
    readonly beside: string;
    readonly comparedTo: string;
    readonly currency: string | null;
  };
  readonly too_few: { readonly kpis: readonly Moved['kpi'][] };
  readonly rhythm: { readonly period: string; readonly comparedTo: string };
  /** Without a compared period: how things stand. */
  readonly levels: {
    readonly winRate: number | null;
    readonly averageDeal: number | null;
    readonly currency: string | null;
    readonly cycle: number | null;
  };

  readonly stalled_rose: {
    readonly from: number;
    readonly to: number;
    readonly day: string;
    readonly newest: { readonly day: string; readonly deals: number } | null;
  };
  readonly waiting: {
    readonly day: string;
    readonly open: number;
    readonly stalled: number;
    readonly overdue: number;
    readonly overdueAmount: number | null;
    readonly currency: string | null;
  };
  readonly errors: { readonly records: number; readonly of: number };
}

export type HeadlineCode = keyof HeadlineArgs;

/** A sentence before it is in a language. */
export type HeadlineSaid = {
  readonly [C in HeadlineCode]: { readonly code: C; readonly args: HeadlineArgs[C] };
}[HeadlineCode];

/** One sentence for each code: a language that lacks one does not compile. */
export type HeadlineSentences = { readonly [C in HeadlineCode]: (args: HeadlineArgs[C], words: Wording) => string };
