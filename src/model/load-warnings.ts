import type { AnySaid } from '../locale/said.js';
import type { Role } from './fields.js';

/**
 * Everything that reading the files may have to say. Each code is judged by a rule or has a reason why none judges it:
 * `quality/warning-fates.ts` does not compile without either.
 */
export const LOAD_WARNINGS = [
  // what the reader of a file saw
  'row_too_long',
  'row_too_short',
  'row_mended',
  'row_unclear',
  'stray_quote',
  'unterminated_quote',
  'encoding_guessed',
  'encoding_unknown',
  'encoding_damage',
  'nul_bytes',
  'formula_without_value',
  'cell_error',
  'other_sheets',
  'sheet_missing',
  'other_tables',
  'duplicate_header',
  // which column is what
  'assumed_mapping',
  'mapping_tie',
  'unfit_column',
  'refused_column',
  'unmapped_candidates',
  'ambiguous_column',
  'map_without_effect',
  'nothing_to_ignore',
  'unknown_stage_said',
  'time_zone',
  'unreadable_cells',
  // what became of a deal, and for how much
  'unknown_outcome',
  'assumed_open',
  'other_status',
  'set_aside',
  'repeating_amounts',
  'tomans',
  'unknown_currency',
  'own_currency',
  'currency_conflict',
  'converted',
  'without_rate',
  // which rows are a deal
  'repeated_ids',
  'reused_ids',
  'damaged_ids',
  'line_items',
  'possible_line_items',
  'snapshots',
  'group_carried',
  'groups_left_out',
  'nothing_fits',
  'value_not_there',
  // other tables
  'not_joined',
  'unmatched_join',
  'unmatched_history',
  'ambiguous_history',
  'customers_joined',
  'customers_merged',
  'customers_merge_unknown',
  'customers_from_orders',
  'orders_not_checked',
  'orders_as_deals',
  'orders_waiting',
  'assumed_monthly',
  'unknown_interval',
  'unknown_subscription_status',
  'running_past_end',
  'price_not_per_seat',
] as const;

export type LoadWarningCode = (typeof LOAD_WARNINGS)[number];

/** A row of a file: as a spreadsheet counts, and the physical line of a text file (null for workbooks). */
export interface RowPlace {
  readonly row: number;
  readonly line: number | null;
}

/** Where what a warning says stands, for the rule that judges it. Left out: in all files together. */
export interface WarningPlace {
  readonly file: string;
  readonly sheet?: string | null;
  readonly role?: Role;
  /** The file's own column. */
  readonly column?: string;
  /** The field that the column was taken for, or could be. */
  readonly field?: string;
  /** The column is sound, and holds something else than its name says: nothing is damaged. */
  readonly otherMeaning?: true;
  /** The user said how it is meant: no rule judges it. */
  readonly settled?: true;
  /** How many rows or cells; left out: it is about the column or file as a whole. */
  readonly count?: number;
  /** The first of them. */
  readonly rows?: readonly RowPlace[];
}

/** What reading the files has to say: something that a reader of any figure must know. */
export type LoadWarning = AnySaid & { readonly code: LoadWarningCode; readonly about?: WarningPlace };
