import { largestFirst } from '../analysis/largest-deals.js';
import { moneyOf } from '../analysis/money-of.js';
import {
  type Chosen,
  longestFirst,
  newest,
  openDeals,
  openWithAmount,
  overdueDeals,
  stalledDeals,
  withoutNextStep,
} from '../analysis/open-deals.js';
import { kpis } from '../kpi/catalogue/index.js';
import type { Question } from '../kpi/measure.js';
import { byDeals, totalsBy } from '../kpi/ranking.js';
import { type CivilDay, isoDay, NO_DAY } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { waitingDealEntry } from './deal-entry.js';
import type { Report } from './schema.js';
import { withContext } from './see-command.js';

export type Actions = NonNullable<Report['actions']>;
type Kind = Actions['kinds'][number];

/** Deals listed of each kind unless asked otherwise. */
export const MOST_DEALS = 8;
/** Owners named of each kind; how many there are stands beside them. */
const MOST_OWNERS = 10;

/** How much is listed, and the snapshot that was asked for by its day. */
export interface ActionOptions {
  /** Null = from the data. */
  readonly asOf: CivilDay | null;
  /** Deals listed of each kind; 0 = all. Default 8. */
  readonly most?: number | undefined;
}

/**
 * Open deals that wait for somebody, as of the newest day that the files tell of, whatever period was asked for: what is
 * to be done is to be done now. Null where there is no deal.
 */
export function actionsOf(
  { deals, filter }: Dataset,
  asked: Question,
  { asOf, most = MOST_DEALS }: ActionOptions,
): Actions | null {
  if (deals.size === 0) return null;
  const question = newest(asked);
  const day = question.undated === true ? null : question.asOf;
  const open = openDeals(question).deals;
  const created = deals.column('created_at');
  const all = deals.all();
  const kind = (id: Kind['id'], found: Chosen, sorted: Sorter): Kind =>
    kindOf(id, found, sorted, {
      deals,
      day,
      most,
      see: (args) => withContext(args, { filter, asOf: asOf === question.asOf ? asOf : null }),
    });
  return {
    asOf: day === null ? null : isoDay(day),
    open: open?.size ?? 0,
    openUndated: open?.where((row) => created[row] === NO_DAY).size ?? 0,
    kinds: [
      kind('overdue', overdueDeals(question), byWorth('expected_close', all)),
      kind('stalled', stalledDeals(kpis, question), byAge),
      kind('no_next_step', withoutNextStep(question), byWorth('created_at', all)),
      kind('largest_open', openWithAmount(question), byWorth('created_at', all)),
    ],
  };
}

interface Order {
  readonly order: Kind['order'];
  readonly rows: Uint32Array;
}

/** The first so many of the deals in their order. */
type Sorter = (deals: Population<DealField>, most: number) => Order;

/** What is dead is mostly what is oldest. */
function byAge(deals: Population<DealField>, most: number): Order {
  return { order: 'days', rows: longestFirst(deals, 'created_at', most) };
}

/** The most money first; without amounts what waits longest. */
function byWorth(since: 'created_at' | 'expected_close', all: Population<DealField>): Sorter {
  return (deals, most) => {
    const amount = deals.column('amount');
    const isPriced = deals.rows.some((row) => (amount[row] as number) > 0);
    return isPriced
      ? { order: 'amount', rows: largestFirst(deals, most, all) }
      : { order: 'days', rows: longestFirst(deals, since, most) };
  };
}

interface Listing {
  readonly deals: Deals;
  readonly day: CivilDay | null;
  readonly most: number;
  readonly see: (args: readonly string[]) => string[];
}

function kindOf(id: Kind['id'], found: Chosen, sorted: Sorter, { deals, day, most, see }: Listing): Kind {
  const command = see(COMMANDS[id]);
  if (found.deals === null) {
    const nothing = { total: null, priced: 0, amount: null, currency: null, byCurrency: null };
    return { id, ...nothing, order: 'days', deals: [], byOwner: [], owners: 0, command, reason: found.reason };
  }
  const chosen = found.deals;
  const listed = most === 0 ? chosen.size : most;
  const { order, rows } = sorted(chosen, listed);
  const owners = deals.has('owner') ? totalsBy(chosen, chosen.column('owner')) : [];
  return {
    id,
    total: chosen.size,
    ...moneyOf(chosen),
    order,
    deals: Array.from(rows.subarray(0, listed), (row) => waitingDealEntry(deals, row, day)),
    byOwner: owners
      .map(({ key, n, amount }) => ({ key, n, amount }))
      .sort(byDeals)
      .slice(0, MOST_OWNERS),
    owners: owners.length,
    command,
    reason: null,
  };
}

/** How to see all of them: what follows `kpi`, without the files. */
const COMMANDS: Readonly<Record<Kind['id'], readonly string[]>> = {
  overdue: ['deals', '--overdue'],
  stalled: ['deals', '--stalled'],
  no_next_step: ['deals', '--open', '--where', 'next_activity is empty or next_activity < as_of'],
  largest_open: ['deals', '--open', '--sort', 'amount:desc'],
};
