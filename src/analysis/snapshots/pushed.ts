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
  const dayOf = snapshots.map((snapshot, at) => dayIn(snapshot, toNewest[at] ?? null));
  const pushesOf = pushesBy(deals, dayOf);
  const found: PushedDeal[] = [];
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] !== OPEN) continue;
    const { times, first, last } = pushesOf(row);
    if (times < MANY_PUSHES) continue;
    const dates = dayOf.map((day) => day(row)).map((day) => (day === NO_DAY ? null : day));
    const known = dates.filter((day) => day !== null).length;
    found.push({ row, times, days: known < 2 ? null : last - first, dates });
  }
  found.sort((a, b) => b.times - a.times || (b.days ?? 0) - (a.days ?? 0) || a.row - b.row);
  return { reason: null, deals: found };
}

/**
 * How often the close date of any deal of the newest snapshot was moved later while it was open, by its row there; null
 * where neither three snapshots with dates nor a count of the file tell more than a single move.
 */
export function timesPushed(snapshots: readonly Snapshot[], toNewest: readonly Matching[]): TimesPushed {
  const newest = snapshots[snapshots.length - 1];
  const dated = snapshots.filter((one) => one.deals.has('expected_close')).length;
  if (newest === undefined || (dated < 3 && !newest.deals.has('push_count'))) return () => null;
  const pushesOf = pushesBy(
    newest.deals,
    snapshots.map((snapshot, at) => dayIn(snapshot, toNewest[at] ?? null)),
  );
  return (row) => pushesOf(row).times;
}

export type TimesPushed = (row: number) => number | null;

interface Pushes {
  readonly times: number;
  /** The first and the last date that is known of it, or `NO_DAY`. */
  readonly first: number;
  readonly last: number;
}

/** Moves to a later date: from one snapshot that has the deal open to the next, or as the newest file counts. */
function pushesBy(newest: Snapshot['deals'], dayOf: readonly ((row: number) => number)[]): (row: number) => Pushes {
  const counts = newest.column('push_count');
  return (row) => {
    let [last, first, seen]: [number, number, number] = [NO_DAY, NO_DAY, 0];
    for (const day of dayOf) {
      const at = day(row);
      if (at === NO_DAY) continue;
      if (first === NO_DAY) first = at;
      else if (at > last) seen++;
      last = at;
    }
    const own = counts[row] as number;
    return { times: Math.max(seen, Number.isNaN(own) ? 0 : own), first, last };
  };
}

/** The date of a deal of the newest snapshot in this one, where it has the deal open. */
function dayIn({ deals }: Snapshot, matching: Matching | null): (row: number) => number {
  const [outcome, due] = [deals.column('outcome'), deals.column('expected_close')];
  return (row) => {
    const own = matching === null ? row : (matching.oldOf[row] as number);
    return own < 0 || outcome[own] !== OPEN ? NO_DAY : (due[own] as number);
  };
}
