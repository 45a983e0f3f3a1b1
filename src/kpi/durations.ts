/** How long deals took to be won or lost, or have been open so far, as known at the snapshot. */
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { Exclusion } from '../model/exclusion.js';
import { EXCLUDED, LOST, OPEN, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { recordedSpan } from '../model/recorded-span.js';
import { kaplanMeier, survivalAt } from '../stats/survival/kaplan-meier.js';
import { FROM_THE_START, type LifeTable, lifeTable } from '../stats/survival/life-table.js';
import { leftOut } from './figures.js';
import { type Some, split } from './parts.js';
import { type Clock, pointInTime } from './snapshot.js';

export const STILL_OPEN = 0;
export const BY_WINNING = 1;
export const BY_LOSING = 2;

type Dated = Population<'outcome' | 'created_at' | 'closed_at'>;

export interface DealDurations {
  /** The day at which it is told what had become of the deals. */
  readonly at: CivilDay;
  /** The deals that count, ascending; the arrays are by position in them. */
  readonly rows: Uint32Array;
  /** From creation to closing, or to the snapshot. */
  readonly days: Int32Array;
  /** How it ended: STILL_OPEN, BY_WINNING or BY_LOSING. */
  readonly causes: Uint8Array;
  /**
   * The last age at which a closing would not have been in the file (see `closingsFrom`), −1 where all would; null where
   * that is so of every deal.
   */
  readonly entry: Int32Array | null;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly excluded: readonly Exclusion[];
}

const COUNTED = 0;
const OUTCOME_UNKNOWN = 1;
const UNDATED_CREATED = 2;
const UNDATED_CLOSED = 3;
const CLOSED_BEFORE_CREATED = 4;
const AFTER_SNAPSHOT = 5;
/** Created after a snapshot in the past: nothing of it was there to be left out. */
const NOT_YET = 6;

/**
 * Durations of deals as known at the snapshot t (see `pointInTime`): created and closed by t are ended after closed −
 * created days; all others created by t have been open for t − created, whatever became of them since.
 *
 * @param closingsFrom of the whole file, by `closingsFrom`: deals created before that day count from the age they had on
 * it (left truncation), for of those that closed earlier the file does not tell
 */
export function dealDurations(population: Dated, clock: Clock, closingsFrom: CivilDay | null): DealDurations {
  const known = found.get(population) ?? new Map<string, DealDurations>();
  found.set(population, known);
  const then = pointInTime(clock);
  const key = `${then ?? clock.asOf} ${then === null} ${closingsFrom}`;
  const durations = known.get(key) ?? findDurations(population, then ?? clock.asOf, then === null, closingsFrom);
  known.set(key, durations);
  return durations;
}

const found = new WeakMap<Some, Map<string, DealDurations>>();

/** The durations, counted by day. */
export function lifeTableOf({ days, causes, entry }: DealDurations): LifeTable {
  return lifeTable(days, causes, entry);
}

function findDurations(population: Dated, at: CivilDay, isNow: boolean, closingsFrom: CivilDay | null): DealDurations {
  const outcome = population.column('outcome');
  const created = population.column('created_at');
  const closedAt = population.column('closed_at');
  const classOf = (row: number): number => {
    const [what, begun, ended] = [outcome[row], created[row] as number, closedAt[row] as number];
    if (begun > at) return isNow ? AFTER_SNAPSHOT : NOT_YET;
    const isDated = what !== OPEN && ended !== NO_DAY;
    if (what === EXCLUDED && (isNow || !isDated || ended <= at)) return OUTCOME_UNKNOWN;
    if (begun === NO_DAY) return UNDATED_CREATED;
    if (what === OPEN) return COUNTED;
    if (!isDated) return UNDATED_CLOSED;
    // Of a day in the future nobody knows more than that it is wrong; of a day after a snapshot in the past, that it was.
    if (ended > at) return isNow ? AFTER_SNAPSHOT : COUNTED;
    return ended < begun ? CLOSED_BEFORE_CREATED : COUNTED;
  };
  const parts = split(population, 7, classOf);
  const part = (index: number): Dated => parts[index] as Dated;
  const { rows } = part(COUNTED);
  const [days, causes] = [new Int32Array(rows.length), new Uint8Array(rows.length)];
  const entry = closingsFrom === null ? null : new Int32Array(rows.length).fill(FROM_THE_START);
  const counts = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const [what, begun, ended] = [outcome[row], created[row] as number, closedAt[row] as number];
    const cause = (what !== WON && what !== LOST) || ended > at ? STILL_OPEN : what === WON ? BY_WINNING : BY_LOSING;
    const duration = (cause === STILL_OPEN ? at : ended) - begun;
    days[i] = duration;
    causes[i] = cause;
    counts[cause] = (counts[cause] as number) + 1;
    if (entry === null || closingsFrom === null) continue;
    const unseen = closingsFrom - begun - 1;
    // A closing far before all others has been seen all the same.
    if (unseen >= 0 && unseen < duration) entry[i] = unseen;
  }
  return {
    at,
    rows,
    days,
    causes,
    entry,
    won: counts[BY_WINNING] as number,
    lost: counts[BY_LOSING] as number,
    open: counts[STILL_OPEN] as number,
    excluded: leftOut({
      outcome_excluded: part(OUTCOME_UNKNOWN),
      undated_created: part(UNDATED_CREATED),
      undated_closed: part(UNDATED_CLOSED),
      closed_before_created: part(CLOSED_BEFORE_CREATED),
      after_snapshot: part(AFTER_SNAPSHOT),
    }),
  };
}

/** Closings that begin within a week of the creations begin with them. */
const FREE_DAYS = 7;
/** Closings expected before the first one of the file; that there are none is then chance in under 5 % (e⁻³). */
const LEAST_EXPECTED = 3;

/**
 * The day on which the closings of a file begin, where they begin later than chance explains: an export by close date
 * has the deals created before only if they were still open then, and so not the quick ones among them. Three or more
 * closings must be missing, going by the deals created since (as `conversionByAge` judges it). Null where the file tells
 * of all, or does not say.
 */
export function closingsFrom(whole: Dated, clock: Clock): CivilDay | null {
  const at = pointInTime(clock) ?? clock.asOf;
  const known = firstClosings.get(whole) ?? new Map<CivilDay, CivilDay | null>();
  firstClosings.set(whole, known);
  const before = known.get(at);
  if (before !== undefined) return before;
  const day = findClosingsFrom(dealDurations(whole, clock, null), whole.column('created_at'));
  known.set(at, day);
  return day;
}

const firstClosings = new WeakMap<Some, Map<CivilDay, CivilDay | null>>();

function findClosingsFrom({ rows, days, causes, at }: DealDurations, created: Int32Array): CivilDay | null {
  const closings = new Int32Array(rows.length).fill(NO_DAY);
  let oldest = at;
  for (let i = 0; i < rows.length; i++) {
    const begun = created[rows[i] as number] as number;
    if (begun < oldest) oldest = begun;
    if (causes[i] !== STILL_OPEN) closings[i] = begun + (days[i] as number);
  }
  const first = recordedSpan([closings], at)?.first;
  if (first === undefined || first - oldest <= FREE_DAYS) return null;
  const seen = rows.map((_, i) => i).filter((i) => (created[rows[i] as number] as number) >= first);
  const curve = kaplanMeier(
    Int32Array.from(seen, (i) => days[i] as number),
    Uint8Array.from(seen, (i) => causes[i] as number),
  );
  let expected = 0;
  for (let i = 0; i < rows.length; i++) {
    const begun = created[rows[i] as number] as number;
    if (begun < first) expected += 1 - survivalAt(curve, first - begun - 1);
  }
  return expected < LEAST_EXPECTED ? null : first;
}
