import type { CategoryColumn, DayColumn, FlagColumn, TextColumn } from './column.js';

/** The leads that were read, by column. */
export interface Leads {
  readonly size: number;
  readonly id: TextColumn;
  /** NO_DAY where unknown. Null when the file has no such column. */
  readonly createdAt: DayColumn | null;
  /** 1 became a customer, 0 did not (so far). Null when neither a column nor linked deals tell. */
  readonly converted: FlagColumn | null;
  /** How `converted` was decided: a won deal that names the lead, or the lead's own status. */
  readonly convertedBy: 'deals' | 'status' | null;
  /** Where they came from, and whose they are; null, or left out, when the file has no such column. */
  readonly source?: CategoryColumn | null;
  readonly owner?: CategoryColumn | null;
}
