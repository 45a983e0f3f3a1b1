import { type Behind, daysOf, dealsBehind, type FirstDeals, firstBehind } from '../analysis/deals-behind.js';
import { newest, snapshotDay } from '../analysis/open-deals.js';
import { currencyCodes } from '../kpi/currency-parts.js';
import type { Kpi } from '../kpi/definition.js';
import type { Measured, Question } from '../kpi/measure.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { isAllTime } from '../model/period.js';
import { dayEntry, waitingDealEntry } from './deal-entry.js';
import type { Resolved } from './request.js';
import type { Report } from './schema.js';
import { daysOfPeriod, withContext } from './see-command.js';

type Evidence = Report['evidence'][number];

/** Deals listed of each figure; the command lists all. */
const MOST_DEALS = 5;

/** What was measured, and what was asked. */
export interface EvidenceOptions {
  readonly current: readonly Measured[];
  readonly resolved: Pick<Resolved, 'asOf' | 'period'>;
}

/** The deals behind each figure that has a value and counts deals: how many, the first of them, and how to see all. */
export function evidenceOf(
  { deals, purchases, subscriptions = null, filter }: Dataset,
  question: Question,
  { current, resolved }: EvidenceOptions,
): Evidence[] {
  const asked = isAllTime(question.period) ? newest(question) : question;
  const day = question.undated === true ? null : snapshotDay(asked);
  const chosen = rememberedFirst(question, day);
  return current.flatMap(({ kpi, measurement }): Evidence[] => {
    if (measurement.value === null || isOfOthers(kpi, purchases !== null, subscriptions !== null)) return [];
    const behind = dealsBehind(measurement);
    if (behind === null) return [];
    const { order, rows } = chosen(kpi, behind);
    const sorted = order === 'amount' && currencyCodes(question.population).length < 2;
    const during = isAllTime(resolved.period) ? [] : ['--period', daysOfPeriod(resolved.period)];
    return [
      {
        kpi: kpi.id,
        part: behind.side,
        total: behind.rows.length,
        order,
        deals: rows.map((row) => dealEntry(deals, row, day)),
        command: withContext(['deals', '--kpi', kpi.id, ...during, ...(sorted ? ['--sort', 'amount:desc'] : [])], {
          filter,
          asOf: resolved.asOf,
        }),
      },
    ];
  });

  function dealEntry(of: Deals, row: number, at: CivilDay | null): Evidence['deals'][number] {
    const { outcome, closedAt } = of.record(row);
    const { daysOpen, daysOverdue, ...deal } = waitingDealEntry(of, row, at);
    const days = daysOf(question.population, at)(row);
    const isOpen = outcome === 'open';
    return {
      ...deal,
      daysOpen: isOpen ? daysOpen : null,
      daysOverdue: isOpen ? daysOverdue : null,
      outcome,
      closedAt: dayEntry(closedAt),
      days: Number.isNaN(days) ? null : days,
    };
  }
}

/** Whether the rows of a KPI are those of orders or subscriptions, and no deals. */
function isOfOthers({ of }: Kpi, orders: boolean, subscriptions: boolean): boolean {
  return (of === 'purchases' && orders) || (of === 'subscriptions' && subscriptions);
}

/** Many figures are of the same deals: the first of these are looked for once. */
function rememberedFirst({ population }: Question, day: CivilDay | null): (kpi: Kpi, behind: Behind) => FirstDeals {
  const how = { day, most: MOST_DEALS, currencies: currencyCodes(population).length };
  const known = new Map<Uint32Array, Map<boolean, FirstDeals>>();
  return (kpi, { rows }) => {
    const byUnit = known.get(rows) ?? new Map<boolean, FirstDeals>();
    known.set(rows, byUnit);
    const inDays = kpi.unit === 'days';
    const found = byUnit.get(inDays) ?? firstBehind(kpi, population.select(rows), how);
    byUnit.set(inDays, found);
    return found;
  };
}
