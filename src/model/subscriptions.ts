import type { DayColumn } from './column.js';
import type { Deals } from './deals.js';

/**
 * The subscriptions that were read, as records with columns: `created_at` is the first day, `closed_at` the last one
 * (NO_DAY = none so far), `amount` the price per month, `product` the plan, and `outcome` what the status says: WON =
 * paid from the first to the last day, OPEN = not paid for (a trial, a pause, not begun), LOST = ended on a day that
 * nobody wrote down, EXCLUDED = said to be none.
 */
export interface Subscriptions {
  readonly records: Deals;
  /** Days on which something happened, for the clock: first days, and last days that are no plan. */
  readonly recorded: readonly DayColumn[];
}
