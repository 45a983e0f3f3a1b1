import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import { type DataClock, newestDay, type RecordedDays } from '../model/newest-day.js';

export type { DataClock };

/** Recorded dates: what has happened, never what is expected. None of these can be planned … */
const CERTAIN = ['created_at', 'stage_changed_at', 'modified_at'] as const;
/** Those that every change of a deal is seen in. */
const CHANGES = ['modified_at'] as const;
/** … while a closing may keep its planned day, and an activity may be a task with a day to come. */
const MAYBE_PLANNED = ['closed_at', 'last_activity'] as const;

/**
 * The snapshot date that the data itself shows: the newest trustworthy day on which something was created, closed,
 * moved, changed or done. A log of stage changes, and orders that were given beside the deals, show it too; so do the
 * first and last days of subscriptions, and those of customers where there are no deals. Leads show it where they are
 * given alone.
 */
export function dataClock(dataset: Dataset, today: CivilDay): DataClock {
  return newestDay(recordedDays(dataset), today);
}

/** After every day that a file can hold. */
export const NO_TODAY: CivilDay = Number.MAX_SAFE_INTEGER;

/**
 * The newest day that is recorded in the deals themselves, without a clock, so that an export shows the same day whenever
 * it is read. What other files tell is of the day of those, which may go with exports of several days. Where nearly every
 * deal tells when it was changed, that is the newest change: a closing or an activity after it is planned.
 */
export function recordedDay(dataset: Dataset): CivilDay | null {
  const { deals, sources } = dataset;
  if (deals.size === 0) return null;
  const isLogged = sources.some(({ role }) => role === 'history');
  const none = { purchases: null, subscriptions: null, customers: null, leads: null };
  const history = isLogged ? null : dataset.history;
  const { certain, plannable } = recordedDays({ ...dataset, ...none, history });
  return newestDay({ certain, plannable: tellsChanges(deals) ? [] : plannable }, NO_TODAY).dataEnd;
}

/** This share of the deals and more tells when they were changed (a judgement). */
const NEARLY_ALL = 0.9;

function tellsChanges(deals: Deals): boolean {
  const columns = CHANGES.filter((field) => deals.has(field)).map((field) => deals.column(field));
  if (columns.length === 0 || deals.size === 0) return false;
  let told = 0;
  for (let row = 0; row < deals.size; row++) if (columns.some((days) => days[row] !== NO_DAY)) told++;
  return told >= NEARLY_ALL * deals.size;
}

function recordedDays(dataset: Dataset): RecordedDays {
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
  return { certain, plannable: [...columnsOf(MAYBE_PLANNED), ...otherDays] };
}
