import type { ROW_MARKS } from '../locale/en/column-reasons.js';
import type { CustomerFieldName, DealFieldName, HistoryFieldName, LeadFieldName, Role } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';

/** Column names of a role's fields, as exports print them. Compared after header normalisation, best first. */
export interface FieldAliases {
  readonly deals?: { readonly [F in DealFieldName]?: readonly string[] };
  readonly customers?: { readonly [F in CustomerFieldName]?: readonly string[] };
  readonly leads?: { readonly [F in LeadFieldName]?: readonly string[] };
  readonly history?: { readonly [F in HistoryFieldName]?: readonly string[] };
}

/** One set of headers that no other CRM writes. */
export interface Fingerprint {
  readonly role: Role;
  readonly all: readonly string[];
  readonly any?: readonly string[];
  readonly prefix?: string;
}

/** A column that says of a row, before its stage is looked at, that it is no deal, or that the deal is lost. */
export interface RowMark {
  /** The column's names, compared after header normalisation. */
  readonly column: readonly string[];
  /** The values that mark a row, compared after folding. */
  readonly values: readonly string[];
  /** `lost` closes what would else be open; a deal that is won stays won. */
  readonly outcome: 'excluded' | 'lost';
  /** What such a row is. */
  readonly what: keyof typeof ROW_MARKS;
}

/** What the exports of one CRM look like. Data only. */
export interface PresetDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /**
   * Headers that together give the CRM away: all of `all`, at least one of `any`, and at least one that begins with
   * `prefix` and has more to it.
   */
  readonly fingerprint: readonly Fingerprint[];
  readonly columns: FieldAliases;
  /** Headers that look like a field but are not; never mapped under this preset. */
  readonly ignore?: readonly string[];
  /** Stage and status values by outcome, beside the general vocabulary. */
  readonly outcomes?: { readonly [O in Outcome]?: readonly string[] };
  /** Columns that set rows aside, or close deals, whatever their stage says. */
  readonly marks?: readonly RowMark[];
  readonly amounts?: {
    /** How the columns named here as `amount` count: in whole units, or in hundredths of them. */
    readonly scale?: 'unit' | 'cents';
    readonly decimal?: '.' | ',';
    /** Columns with what a won deal really brought; where one is filled, it is the amount of the won deal. */
    readonly whenWon?: readonly string[];
    /** The column that says how often an amount is paid, and its values that mean "once". */
    readonly period?: { readonly column: readonly string[]; readonly once: readonly string[] };
  };
  readonly dates?: { readonly order?: 'ymd' | 'mdy' | 'dmy' };
  /** What a user of this CRM must know about the figures, beside the columns. */
  readonly notes?: readonly string[];
  /** The vendor's page, or the export this was read off. */
  readonly source: string;
}

export function definePreset<const Id extends string>(definition: PresetDefinition<Id>): PresetDefinition<Id> {
  return definition;
}
