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
  /** Last day as a customer, which is still one of theirs; NO_DAY = still a customer. Null when the file has no such column. */
  readonly endedAt: DayColumn | null;
  /** The number of the customer, from 0: rows of one id, or of one name without an id, are one customer. */
  readonly number?: Uint32Array;
  /** 1 = the status says that it has ended, and no column says when. */
  readonly ended?: Uint8Array;
  /** Days on which something happened: first days, and last days that are no plan. */
  readonly recorded?: readonly DayColumn[];
}
