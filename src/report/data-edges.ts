import type { ClockName, DataEdges } from '../kpi/edges.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DayColumn } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { type RecordedSpan, recordedSpan } from '../model/recorded-span.js';
import { closedDeals } from '../model/selections.js';

/** What of the files has days. */
type Dated = Pick<Dataset, 'deals' | 'purchases' | 'leads' | 'customers' | 'subscriptions'>;

/** The first and last day of each kind of date in the files, up to the snapshot. */
export function dataEdges(dataset: Dated, asOf: CivilDay, asOfSaid: boolean): DataEdges {
  const { deals, purchases, leads, customers, subscriptions = null } = dataset;
  const columns: Partial<Record<ClockName, readonly DayColumn[]>> = {
    created: deals.has('created_at') ? [deals.column('created_at')] : [],
    closed: deals.has('closed_at') ? [closings(deals)] : [],
    leads: leads?.createdAt ? [leads.createdAt] : [],
    purchases: purchases?.has('closed_at') ? [closings(purchases)] : [],
    subscriptions: subscriptions === null ? [] : [subscriptions.records.column('created_at')],
    customers: customers?.startedAt ? [customers.startedAt] : [],
  };
  const clocks: Partial<Record<ClockName, RecordedSpan>> = {};
  for (const [name, days] of Object.entries(columns) as [ClockName, readonly DayColumn[]][]) {
    const span = days.length === 0 ? null : recordedSpan(days, asOf);
    if (span !== null) clocks[name] = span;
  }
  const any = recordedSpan([...(columns.created ?? []), ...(columns.closed ?? [])], asOf);
  return { clocks, asOfSaid, gapAtEnd: any?.gapAtEnd ?? 0 };
}

/** The closing days of deals that were won or lost; a planned day of an open deal is none. */
function closings(deals: Deals): DayColumn {
  const closed = closedDeals(deals.all());
  const days = deals.column('closed_at');
  if (closed.size === deals.size) return days;
  const own = new Int32Array(closed.size).fill(NO_DAY);
  const { rows } = closed;
  for (let i = 0; i < own.length; i++) own[i] = days[rows[i] as number] as number;
  return own;
}
