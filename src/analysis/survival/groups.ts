/** What becomes of deals by owner, product …: a curve for each group, and one test of whether they differ. */
import { closingCurves, LEAST_WON } from '../../kpi/closing-curves.js';
import type { ReasonCode } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import type { DealField } from '../../model/deals.js';
import type { Interval } from '../../stats/interval.js';
import { incidenceAt, incidenceInterval } from '../../stats/survival/aalen-johansen.js';
import type { LifeTable } from '../../stats/survival/life-table.js';
import { type LogRankTest, logRank } from '../../stats/survival/log-rank.js';
import { curveQuantile } from '../../stats/survival/quantile.js';
import { partsOf } from '../group-parts.js';
import type { BreakdownColumn } from '../known-then.js';
import { type CurvePoint, curvePoints } from './curve.js';

export interface SurvivalGroup {
  readonly key: readonly string[];
  /** Deals of the group that count. */
  readonly n: number;
  readonly eventualWinRate: number | null;
  readonly interval: Interval | null;
  /** Days until half have closed; null where not reached. */
  readonly median: number | null;
  /** Why there is no win rate. */
  readonly reason: ReasonCode | null;
  readonly curve: readonly CurvePoint[];
}

export interface SurvivalGroups {
  readonly by: readonly string[];
  /** Of the time to any closing, over the groups listed; null with a reason. */
  readonly test: LogRankTest | null;
  readonly reason: ReasonCode | null;
  /** Most deals first. */
  readonly groups: readonly SurvivalGroup[];
  /** Groups in all. */
  readonly total: number;
}

/** Groups listed: the test of more costs their square, and nobody reads their curves. */
const MOST_GROUPS = 20;
const POINTS_OF_GROUP = 12;

/** What a deal has because it was won or lost, and which stage it came to, is no group that it was in while open. */
const OF_THE_ENDING: readonly DealField[] = [
  'outcome',
  'stage',
  'status',
  'probability',
  'lost_reason',
  'closed_at',
  'expected_close',
  'amount',
];

/**
 * Curves by the values of columns, as known at the snapshot, and the log-rank test of the time to any closing. Columns
 * that closing fills or changes make no groups (`filled_by_closing`), nor what it has overwritten since a day in the past.
 */
export function survivalGroups(by: readonly BreakdownColumn[], question: Question): SurvivalGroups {
  const names = by.map(({ name }) => name);
  const none = (reason: ReasonCode): SurvivalGroups => ({ by: names, test: null, reason, groups: [], total: 0 });
  if (by.some(({ field }) => field !== undefined && OF_THE_ENDING.includes(field))) {
    return none('filled_by_closing');
  }
  const { byName, overwritten } = partsOf(by, question.population, question, true);
  if (overwritten) return none('overwritten_at_closing');
  const all = [...byName.values()]
    .map(({ key, populationThen }) => ({ key, ...groupOf({ ...question, population: populationThen }) }))
    .sort((a, b) => b.group.n - a.group.n || compare(a.key.join('\0'), b.key.join('\0')));
  const listed = all.filter(({ group }) => group.n > 0).slice(0, MOST_GROUPS);
  const test = logRank(listed.flatMap(({ table }) => table ?? []));
  return {
    by: names,
    test,
    // One group has nothing to be compared with.
    reason: test === null && listed.length > 1 ? 'few_closings' : null,
    groups: listed.map(({ key, group }) => ({ key, ...group })),
    total: all.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupOf(question: Question): { group: Omit<SurvivalGroup, 'key'>; table: LifeTable | null } {
  const found = closingCurves(question, { wins: false });
  const n = found.durations.rows.length;
  const nothing = { n, eventualWinRate: null, interval: null, median: null, curve: [] };
  if ('reason' in found) return { group: { ...nothing, reason: found.reason }, table: null };
  const { curves, reach, table, durations } = found;
  const told = durations.won >= LEAST_WON;
  const median = curveQuantile(curves).value;
  return {
    group: {
      n,
      eventualWinRate: told ? incidenceAt(curves, 1, reach) : null,
      interval: told ? incidenceInterval(curves, 1, reach) : null,
      median: median === null || median > reach ? null : median,
      reason: told ? null : 'few_closings',
      curve: curvePoints(found, POINTS_OF_GROUP),
    },
    table,
  };
}
