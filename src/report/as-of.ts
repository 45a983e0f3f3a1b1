import type { CivilDay } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { type DataClock, newestDay } from '../model/newest-day.js';

export type { DataClock };

/** Recorded dates: what has happened, never what is expected. */
const RECORDED = ['created_at', 'closed_at', 'stage_changed_at', 'last_activity'] as const;

/**
 * The snapshot date that the deals themselves show: the newest day on which something was created, closed, moved or
 * done, not later than today; a date more than 31 days after the 99.5th percentile is left aside. Orders that were
 * given beside the deals show it too.
 */
export function dataClock(deals: Deals, today: CivilDay, purchases: Deals | null = null): DataClock {
  const columns = [deals, ...(purchases === null ? [] : [purchases])].flatMap((records) =>
    RECORDED.filter((field) => records.has(field)).map((field): DayColumn => records.column(field)),
  );
  return newestDay(columns, today);
}
