import type { DayColumn, TextColumn } from './column.js';
import type { Place } from './deals.js';

/**
 * The customers file, where one is given. `key` is the customer's code in the deals' `customer` column, so that a
 * customer of the file and the account of a deal are the same number; 0 = no deal names this customer.
 */
export interface Customers {
  readonly size: number;
  readonly key: Uint32Array;
  readonly id: TextColumn;
  readonly name: TextColumn;
  /** Where a customer stands in its file; left out where nobody knows. */
  place?(row: number): Place;
  /** First day as a customer; NO_DAY where unknown. Null when the file has no such column. */
  readonly startedAt: DayColumn | null;
  /** Last day as a customer; NO_DAY = still a customer. Null when the file has no such column. */
  readonly endedAt: DayColumn | null;
}
