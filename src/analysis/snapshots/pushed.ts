/** Open deals whose close date was moved later again and again. */
import type { Reason } from '../../locale/reasons.js';
import { type CivilDay, NO_DAY } from '../../model/civil-day.js';
import { OPEN } from '../../model/outcome.js';
import type { Snapshot } from './definition.js';
import type { Matching } from './match.js';

/** Moved so often, a date is no plan (a judgement; the issue of sales reviews). */
export const MANY_PUSHES = 3;

export interface PushedDeal {
  /** Row in the newest snapshot. */
  readonly row: number;
  /** How often its close date was moved later: over the snapshots, or as the newest file counts, whichever is more. */
  readonly times: number;
  /** From the earliest snapshot that has its date to the newest; null where fewer than two have one. */
  readonly days: number | null;
  /** The date in each snapshot, oldest first. */
  readonly dates: readonly (CivilDay | null)[];
}

export interface Pushed {
  /** Why nobody can say it. */
  readonly reason: Reason | null;
  /** Most often first, then those that were moved furthest. */
  readonly deals: readonly PushedDeal[];
}

/**
 * Deals open in the newest snapshot whose date moved later at least {@link MANY_PUSHES} times: from one snapshot that
 * has it open to the next, or by the file's own count. Without that count it takes one snapshot more than there are
 * moves.
 *
 * @param toNewest of each snapshot but the newest: its match with the newest
 */
export function pushedDeals(snapshots: readonly Snapshot[], toNewest: readonly Matching[]): Pushed {
  const newest = snapshots[snapshots.length - 1];
  if (newest === undefined) return { reason: 'too_few_snapshots', deals: [] };
  const { deals } = newest;
  const counted = deals.has('push_count');
  const dated = snapshots.filter((one) => one.deals.has('expected_close')).length;
  if (!counted && !deals.has('expected_close')) return { reason: 'missing_field:expected_close', deals: [] };
  if (!counted && dated <= MANY_PUSHES) return { reason: 'too_few_snapshots', deals: [] };
  const outcome = deals.column('outcome');
  const pushes = deals.column('push_count');
  const dayOf = snapshots.map((snapshot, at) => dayIn(snapshot, toNewest[at] ?? null));
  const found: PushedDeal[] = [];
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] !== OPEN) continue;
    let [last, first, seen]: [number, number, number] = [NO_DAY, NO_DAY, 0];
    for (const day of dayOf) {
      const at = day(row);
      if (at === NO_DAY) continue;
      if (first === NO_DAY) first = at;
      else if (at > last) seen++;
      last = at;
    }
    const own = pushes[row] as number;
    const times = Math.max(seen, Number.isNaN(own) ? 0 : own);
    if (times < MANY_PUSHES) continue;
    const dates = dayOf.map((day) => day(row)).map((day) => (day === NO_DAY ? null : day));
    const known = dates.filter((day) => day !== null).length;
    found.push({ row, times, days: known < 2 ? null : last - first, dates });
  }
  found.sort((a, b) => b.times - a.times || (b.days ?? 0) - (a.days ?? 0) || a.row - b.row);
  return { reason: null, deals: found };
}

/** The date of a deal of the newest snapshot in this one, where it has the deal open. */
function dayIn({ deals }: Snapshot, matching: Matching | null): (row: number) => number {
  const [outcome, due] = [deals.column('outcome'), deals.column('expected_close')];
  return (row) => {
    const own = matching === null ? row : (matching.oldOf[row] as number);
    return own < 0 || outcome[own] !== OPEN ? NO_DAY : (due[own] as number);
  };
}
