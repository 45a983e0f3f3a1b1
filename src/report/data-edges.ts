import { closedTally, decidedDays } from '../analysis/day-tally.js';
import type { ClockName, DataEdges } from '../kpi/edges.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { countDays, type DayCount, mergeCounts } from '../model/day-counts.js';
import type { Deals } from '../model/deals.js';
import { type RecordedSpan, spanOf } from '../model/recorded-span.js';
import { closedDeals } from '../model/selections.js';

/** What of the files has days. */
type Dated = Pick<Dataset, 'deals' | 'purchases' | 'leads' | 'customers' | 'subscriptions'>;

/** The first and last day of each kind of date in the files, up to the snapshot. */
export function dataEdges(dataset: Dated, asOf: CivilDay, asOfSaid: boolean): DataEdges {
  const { deals, purchases, leads, customers, subscriptions = null } = dataset;
  const counted: Partial<Record<ClockName, readonly DayCount[]>> = {
    created: countDays(deals.has('created_at') ? [deals.column('created_at')] : []),
    closed: deals.has('closed_at') ? closings(deals) : [],
    leads: countDays(leads?.createdAt ? [leads.createdAt] : []),
    purchases: purchases?.has('closed_at') ? closings(purchases) : [],
    subscriptions: countDays(subscriptions === null ? [] : [subscriptions.records.column('created_at')]),
    customers: countDays(customers?.startedAt ? [customers.startedAt] : []),
  };
  const clocks: Partial<Record<ClockName, RecordedSpan>> = {};
  for (const [name, days] of Object.entries(counted) as [ClockName, readonly DayCount[]][]) {
    const span = spanOf(days, asOf);
    if (span !== null) clocks[name] = span;
  }
  const any = spanOf(mergeCounts(counted.created ?? [], counted.closed ?? []), asOf);
  return { clocks, asOfSaid, gapAtEnd: any?.gapAtEnd ?? 0 };
}

/** The closing days of deals that were won or lost; a planned day of an open deal is none. */
function closings(deals: Deals): readonly DayCount[] {
  const closed = closedDeals(deals.all());
  const days = deals.column('closed_at');
  if (closed.size === deals.size) return countDays([days]);
  const { tally } = closedTally(deals.all());
  // Of days that are counted, no list is made.
  return tally === null ? countDays([Int32Array.from(closed.rows, (row) => days[row] as number)]) : decidedDays(tally);
}
