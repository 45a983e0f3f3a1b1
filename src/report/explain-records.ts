import type { Kpi, Measurement } from '../kpi/definition.js';
import { weightedTotal } from '../kpi/figures.js';
import { moneyBeside } from '../kpi/ranking.js';
import { type CivilDay, isoDay, NO_DAY } from '../model/civil-day.js';
import { numberAt } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { originalOf } from '../model/rates.js';
import type { Explanation } from './schema.js';

type Part = Explanation['records'][number];

/** The deals that the row numbers of a measurement mean: as they were counted, and as the file has them. */
export interface ExplainedDeals {
  readonly counted: Deals;
  /** Before amounts were converted. */
  readonly read: Deals;
}

/** The records of every part: counted in first, then left out by reason. Sums are over all of a part's records. */
export function recordParts(
  kpi: Kpi,
  deals: ExplainedDeals,
  measurement: Measurement,
  { maxRows }: { readonly maxRows: number },
): Part[] {
  return [...countedIn(measurement), ...leftOut(measurement)].map(({ part, rows, weights = null }) => ({
    part,
    total: rows.length,
    ...sums(kpi, deals.counted, rows),
    weighted: weights === null ? null : weightedTotal(deals.counted.column('amount'), rows, weights),
    shown: Array.from(maxRows === 0 ? rows : rows.subarray(0, maxRows), (row, at) => ({
      ...recordEntry(deals, row, kpi.of === 'subscriptions'),
      ...(weights === null ? {} : weightEntry(deals.counted, row, weights[at] as number)),
    })),
  }));
}

/** How likely the figure takes a deal to be won, and what it adds to it. */
function weightEntry(deals: Deals, row: number, weight: number): Pick<Shown, 'probability' | 'weighted'> {
  return { probability: weight, weighted: weight * (deals.column('amount')[row] as number) };
}

interface RowsOfPart {
  readonly part: string;
  readonly rows: Uint32Array;
  readonly weights?: Float64Array | undefined;
}

function countedIn(measurement: Measurement): RowsOfPart[] {
  if (measurement.value === null) return [];
  const { numerator, denominator, rows, weights } = measurement;
  return [
    { part: 'numerator', rows: numerator?.rows },
    { part: 'denominator', rows: denominator?.rows },
    { part: 'counted', rows, weights },
  ].flatMap(({ part, rows: some, weights: own }) =>
    // A count of nothing is said, an empty side of a ratio of other things is not.
    some === undefined || (some.length === 0 && part !== 'counted') ? [] : [{ part, rows: some, weights: own }],
  );
}

function leftOut({ excluded }: Measurement): RowsOfPart[] {
  return excluded.filter(({ n }) => n > 0).map(({ reason, rows }) => ({ part: reason, rows }));
}

/** What a person adds up to redo the figure. */
function sums(kpi: Kpi, deals: Deals, rows: Uint32Array): Pick<Part, 'priced' | 'amount' | 'days'> {
  const fields = [...kpi.needs, ...(kpi.wants ?? []), ...(kpi.uses ?? [])] as readonly string[];
  const money = fields.includes('amount') && kpi.amounts !== 'sign' && deals.has('amount');
  const amount = deals.column('amount');
  const priced = rows.reduce((n, row) => (Number.isNaN(amount[row] as number) ? n : n + 1), 0);
  return {
    priced: money ? priced : null,
    amount: money ? moneyBeside(deals.all().select(rows)) : null,
    days: kpi.unit === 'days' ? daysOf(deals, rows) : null,
  };
}

/** Σ of closed − created over the deals that have both; null when none has. */
function daysOf(deals: Deals, rows: Uint32Array): number | null {
  const [created, closed] = [deals.column('created_at'), deals.column('closed_at')];
  const dated = rows.filter((row) => created[row] !== NO_DAY && closed[row] !== NO_DAY);
  if (dated.length === 0) return null;
  return dated.reduce((total, row) => total + (closed[row] as number) - (created[row] as number), 0);
}

type Shown = Part['shown'][number];

function recordEntry({ counted, read }: ExplainedDeals, row: number, subscriptions: boolean): Shown {
  const deal = counted.record(row);
  return {
    file: deal.place.file,
    sheet: deal.place.sheet,
    row: deal.place.row,
    line: deal.place.line,
    id: deal.id,
    name: subscriptions ? deal.account : deal.name,
    // A subscription is neither won nor lost: its days say what it is.
    outcome: subscriptions ? '' : deal.outcome,
    owner: deal.owner,
    amount: deal.amount,
    currency: deal.currency,
    original: originalOf(read, counted, row),
    probability: numberAt(counted.column('probability'), row),
    weighted: null,
    expectedClose: dayEntry(deal.expectedClose),
    createdAt: dayEntry(deal.createdAt),
    closedAt: dayEntry(deal.closedAt),
  };
}

function dayEntry(day: CivilDay | null): string | null {
  return day === null ? null : isoDay(day);
}
