import type { DealFieldName } from '../model/fields.js';

/**
 * Every date of a deal, as columns of a file come first: where a closing date was derived from `close_date`, `won_at`
 * or `lost_at`, a violation names the column that a person can find.
 */
export const DATE_FIELDS = [
  'created_at',
  'close_date',
  'won_at',
  'lost_at',
  'closed_at',
  'expected_close',
  'stage_changed_at',
  'last_activity',
  'next_activity',
  'modified_at',
] as const satisfies readonly DealFieldName[];

export type DateField = (typeof DATE_FIELDS)[number];
