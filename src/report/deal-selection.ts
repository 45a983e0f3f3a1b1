/** Which deals a list is of: by outcome, by what waits, or by the figure that they are behind. */
import { newest, openDeals, overdueDeals, stalledDeals } from '../analysis/open-deals.js';
import { kpis } from '../kpi/catalogue/index.js';
import type { Kpi } from '../kpi/definition.js';
import { type Measured, measurerOf, type Question } from '../kpi/measure.js';
import { closedIn, createdIn, endedIn, lost, won } from '../kpi/populations.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import { isAllTime } from '../model/period.js';
import type { Population } from '../model/population.js';

export const DEAL_STATES = ['open', 'won', 'lost'] as const;
export type DealState = (typeof DEAL_STATES)[number];

/** What a list is of; all that is said must be true, but of several outcomes one. */
export interface DealChoice {
  readonly states: readonly DealState[];
  readonly stalled: boolean;
  readonly overdue: boolean;
  /** The deals behind this KPI. */
  readonly kpi: Kpi | null;
}

export interface Selected {
  /** What the row numbers mean: the deals, or the orders or subscriptions that a KPI counts. */
  readonly deals: Deals;
  readonly rows: Uint32Array;
  /** Why nobody can say which; then there are no rows. */
  readonly reason: string | null;
  readonly measured: Measured | null;
}

/** The deals of a choice, in the order of the files. */
export function selectDeals(dataset: Dataset, question: Question, choice: DealChoice): Selected {
  const { kpi } = choice;
  const measured = kpi === null ? null : measurerOf(kpis, question).measure(kpi.id);
  const { deals, asked } = tableOf(kpi, dataset, question);
  const parts = partsOf(asked, choice);
  if (measured !== null) parts.push(behind(measured));
  const failed = parts.find(({ reason }) => reason !== null);
  if (failed !== undefined) return { deals, rows: new Uint32Array(0), reason: failed.reason, measured };
  const sets = parts.map(({ rows }) => new Set(rows));
  const [first = new Set<number>(), ...others] = sets;
  const rows = Uint32Array.from(first)
    .filter((row) => others.every((set) => set.has(row)))
    .sort();
  return { deals, rows, reason: null, measured };
}

interface Part {
  readonly rows: Uint32Array;
  readonly reason: string | null;
}

function partsOf(question: Question, { states, stalled, overdue, kpi }: DealChoice): Part[] {
  const parts: Part[] = [];
  // What waits, waits now, unless a period is asked for.
  const now = isAllTime(question.period) ? newest(question) : question;
  if (stalled) parts.push(partOf(stalledDeals(kpis, now)));
  if (overdue) parts.push(partOf(overdueDeals(now)));
  if (states.length > 0) parts.push(either(states.map((state) => inState(state, question, now))));
  if (parts.length === 0 && kpi === null) parts.push({ rows: inPeriod(question).rows, reason: null });
  return parts;
}

function partOf(found: { readonly deals: Population<DealField> | null; readonly reason: string | null }): Part {
  return { rows: found.deals?.rows ?? new Uint32Array(0), reason: found.reason };
}

function inState(state: DealState, question: Question, now: Question): Part {
  if (state === 'open') return partOf(openDeals(now));
  const closed = closedIn(question.population, question.period);
  return { rows: (state === 'won' ? won(closed) : lost(closed)).rows, reason: null };
}

function either(parts: readonly Part[]): Part {
  const failed = parts.find(({ reason }) => reason !== null);
  return failed ?? { rows: Uint32Array.from(new Set(parts.flatMap(({ rows }) => [...rows]))).sort(), reason: null };
}

/** Every deal; of a period, those created or closed in it. */
function inPeriod({ population, period }: Question): Population<DealField> {
  if (isAllTime(period)) return population;
  const rows = new Set([...createdIn(population, period).rows, ...endedIn(population, period).rows]);
  return population.select(Uint32Array.from(rows).sort());
}

/** The deals of all its parts, as `kpi explain` lists them. */
function behind({ measurement }: Measured): Part {
  if (measurement.value === null) return { rows: new Uint32Array(0), reason: measurement.reason };
  const { numerator, denominator, rows } = measurement;
  const all = [numerator?.rows, denominator?.rows, rows].filter((part) => part !== undefined);
  return { rows: Uint32Array.from(new Set(all.flatMap((part) => [...part]))).sort(), reason: null };
}

function tableOf(
  kpi: Kpi | null,
  { deals, purchases, subscriptions = null }: Dataset,
  question: Question,
): { readonly deals: Deals; readonly asked: Question } {
  const other =
    kpi?.of === 'subscriptions' && subscriptions !== null
      ? subscriptions.records
      : kpi?.of === 'purchases' && purchases !== null
        ? purchases
        : null;
  return other === null
    ? { deals, asked: question }
    : { deals: other, asked: { ...question, population: other.all(), history: null, whole: undefined } };
}
