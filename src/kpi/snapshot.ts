import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { EXCLUDED, OPEN } from '../model/outcome.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { cached, type Some, split, union } from './parts.js';
import { open } from './populations.js';

/** What a snapshot is taken with. */
export interface Clock {
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly dataEnd: CivilDay;
}

/**
 * The day of a snapshot in the past, min(period's last day, asOf), or null where the deals' present outcome is the
 * snapshot: without a period, at or after the newest date of the data.
 */
export function pointInTime({ period, asOf, dataEnd }: Clock): CivilDay | null {
  if (!isAllTime(period)) return Math.min(period.end - 1, asOf);
  return asOf >= dataEnd ? null : asOf;
}

/** Who was open at a snapshot. */
export interface Snapshot<P> {
  readonly open: P;
  /** Of `open`, those that have closed since, won, lost or who knows how: what is recorded of them now is not what was known then. */
  readonly closedSince: P;
  /** Closed deals without a closing date: nobody knows whether they were open. */
  readonly undatedClosed: P;
  /** Deals without a creation date that may have been open. */
  readonly undatedCreated: P;
}

const OPEN_THEN = 0;
const CLOSED_SINCE = 1;
const UNDATED_CLOSED = 2;
const UNDATED_CREATED = 3;
const NOT_OPEN = 4;

/** A deal is open at t if it was created by t and not closed by t. */
export function openAt<P extends Population<'outcome' | 'created_at' | 'closed_at'>>(
  population: P,
  clock: Clock,
): Snapshot<P> {
  const at = pointInTime(clock);
  const some = population as Some as Population<DealField>;
  return (at === null ? openNow(some) : openThen(some, clock)) as Snapshot<Some> as Snapshot<P>;
}

const openNow = cached((population: Population<'outcome'>): Snapshot<Population<'outcome'>> => {
  const nobody = population.select(new Uint32Array(0));
  return { open: open(population), closedSince: nobody, undatedClosed: nobody, undatedCreated: nobody };
});

function openThen(population: Population<DealField>, clock: Clock): Snapshot<Population<DealField>> {
  const known = snapshots.get(population) ?? new Map<string, Snapshot<Population<DealField>>>();
  snapshots.set(population, known);
  const t = pointInTime(clock) ?? clock.asOf;
  const key = `${t} ${isAllTime(clock.period)}`;
  const snapshot = known.get(key) ?? findOpen(population, t, isAllTime(clock.period));
  known.set(key, snapshot);
  return snapshot;
}

const snapshots = new WeakMap<Some, Map<string, Snapshot<Population<DealField>>>>();

function findOpen(
  population: Population<'outcome' | 'created_at' | 'closed_at'>,
  t: CivilDay,
  allTime: boolean,
): Snapshot<Population<DealField>> {
  const outcome = population.column('outcome');
  const created = population.column('created_at');
  const closedAt = population.column('closed_at');
  const classOf = (row: number): number => {
    const what = outcome[row];
    const begun = created[row] as number;
    if (begun > t) return NOT_OPEN;
    if (what === OPEN) return begun === NO_DAY && !allTime ? UNDATED_CREATED : OPEN_THEN;
    const ended = closedAt[row] as number;
    // Of the deals that are neither won, lost nor open, those with a closing day were closed on it, who knows how.
    if (ended === NO_DAY) return what === EXCLUDED ? NOT_OPEN : UNDATED_CLOSED;
    if (ended <= t) return NOT_OPEN;
    return begun === NO_DAY ? UNDATED_CREATED : CLOSED_SINCE;
  };
  const parts = split(population as Some as Population<DealField>, 5, classOf);
  const part = (index: number) => parts[index] as Population<DealField>;
  const since = part(CLOSED_SINCE);
  return {
    open: union(population as Some as Population<DealField>, part(OPEN_THEN), since),
    closedSince: since,
    undatedClosed: part(UNDATED_CLOSED),
    undatedCreated: part(UNDATED_CREATED),
  };
}
