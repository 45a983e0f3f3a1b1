import type { CivilDay } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { DealFieldName } from '../model/fields.js';
import { type DataClock, newestDay } from '../model/newest-day.js';

export type { DataClock };

/** Recorded dates: what has happened, never what is expected. None of these can be planned … */
const CERTAIN = ['created_at', 'stage_changed_at', 'modified_at'] as const;
/** … while a closing may keep its planned day, and an activity may be a task with a day to come. */
const MAYBE_PLANNED = ['closed_at', 'last_activity'] as const;

/**
 * The snapshot date that the data itself shows: the newest trustworthy day on which something was created, closed,
 * moved, changed or done. A log of stage changes, and orders that were given beside the deals, show it too; so do the
 * first and last days of subscriptions, and those of customers where there are no deals. Leads show it where they are
 * given alone.
 */
export function dataClock(dataset: Dataset, today: CivilDay): DataClock {
  const { deals, purchases, history, subscriptions = null, customers, leads } = dataset;
  const columnsOf = (fields: readonly DealFieldName[]): DayColumn[] =>
    [deals, ...(purchases === null ? [] : [purchases])].flatMap((records) =>
      fields.filter((field) => records.has(field)).map((field) => records.column(field) as DayColumn),
    );
  const logged = history === null ? [] : [history.enteredAt];
  const otherDays = subscriptions?.recorded ?? (deals.size === 0 ? (customers?.recorded ?? []) : []);
  const alone = deals.size === 0 && purchases === null && otherDays.length === 0;
  const asked = alone && leads?.createdAt ? [leads.createdAt] : [];
  const certain = [...columnsOf(CERTAIN), ...logged, ...asked];
  return newestDay({ certain, plannable: [...columnsOf(MAYBE_PLANNED), ...otherDays] }, today);
}
