import { Chosen, daysOf, dealsBehind, type FirstDeals, firstBehind } from '../analysis/deals-behind.js';
import { asKnownThen } from '../analysis/deals-then.js';
import { newest, snapshotDay } from '../analysis/open-deals.js';
import { currencyCodes } from '../kpi/currency-parts.js';
import type { Kpi } from '../kpi/definition.js';
import type { Measured, Question } from '../kpi/measure.js';
import { pointInTime } from '../kpi/snapshot.js';
import { briefName } from '../locale/brief.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import { isAllTime } from '../model/period.js';
import type { Population } from '../model/population.js';
import { dayEntry, waitingDealEntry } from './deal-entry.js';
import type { WaitingDeal } from './deal-entry-schema.js';
import type { Resolved } from './request.js';
import type { Report } from './schema.js';
import { daysOfPeriod, withContext } from './see-command.js';

type Evidence = Report['evidence'][number];
type Some = Population<DealField>;

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
  const now = toldOf(deals, question.undated === true ? null : snapshotDay(asked));
  const then = toldThen(deals, question) ?? now;
  const first = rememberedFirst(currencyCodes(question.population).length);
  const during = isAllTime(resolved.period) ? [] : ['--period', daysOfPeriod(resolved.period)];
  return current.flatMap(({ kpi, measurement }): Evidence[] => {
    if (measurement.value === null || isOfOthers(kpi, purchases !== null, subscriptions !== null)) return [];
    // A figure of the snapshot is of the deals open then.
    const told = kpi.basis === 'snapshot' ? then : now;
    const behind = dealsBehind(measurement, told.chosen);
    if (behind === null) return [];
    const { order, rows } = first(kpi, behind.deals, told);
    // Amounts of several currencies are in no one order.
    const sorted = order === 'amount' && currencyCodes(question.population).length < 2;
    const command = ['deals', '--kpi', kpi.id, ...during, ...(sorted ? ['--sort', 'amount:desc'] : [])];
    return [
      {
        kpi: kpi.id,
        part: behind.side,
        total: behind.deals.size,
        order,
        deals: rows.map((row) => dealEntry(told, row)),
        command: withContext(command, { filter, asOf: resolved.asOf }),
      },
    ];
  });
}

/** Deals as they are told, and the day to which open ones have waited; null = no day is known. */
interface Told {
  readonly deals: Deals;
  readonly day: CivilDay | null;
  readonly chosen: Chosen;
}

function toldOf(deals: Deals, day: CivilDay | null): Told {
  return { deals, day, chosen: new Chosen(deals.all()) };
}

/** As they were known at a snapshot in the past; null where there is none. */
function toldThen(deals: Deals, question: Question): Told | null {
  const day = question.undated === true ? null : pointInTime(question);
  return day === null ? null : toldOf(asKnownThen(deals, question), day);
}

/** Whether the rows of a KPI are those of orders or subscriptions, and no deals. */
function isOfOthers({ of }: Kpi, orders: boolean, subscriptions: boolean): boolean {
  return (of === 'purchases' && orders) || (of === 'subscriptions' && subscriptions);
}

/** Many figures are of the same deals: the first of these are looked for once. */
function rememberedFirst(currencies: number): (kpi: Kpi, behind: Some, told: Told) => FirstDeals {
  const known = new Map<Some, Map<string, FirstDeals>>();
  return (kpi, behind, { day, chosen }) => {
    const byUse = known.get(behind) ?? new Map<string, FirstDeals>();
    known.set(behind, byUse);
    const use = `${kpi.unit === 'days'} ${kpi.basis === 'snapshot'}`;
    const how = { day, most: MOST_DEALS, currencies, all: chosen.all };
    const found = byUse.get(use) ?? firstBehind(kpi, behind, how);
    byUse.set(use, found);
    return found;
  };
}

/** Thirty figures may name a deal, and a name may be a cell of a megabyte. */
function withBriefNames(deal: WaitingDeal): WaitingDeal {
  const brief = (name: string | null): string | null => (name === null ? null : briefName(name));
  const { id, name, owner, account, product, stage } = deal;
  return {
    ...deal,
    ...{ id: brief(id), name: brief(name), owner: brief(owner), account: brief(account) },
    ...{ product: brief(product), stage: brief(stage) },
  };
}

function dealEntry({ deals, day }: Told, row: number): Evidence['deals'][number] {
  const { outcome, closedAt } = deals.record(row);
  const { daysOpen, daysOverdue, ...deal } = withBriefNames(waitingDealEntry(deals, row, day));
  const days = daysOf(deals.all(), day)(row);
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
