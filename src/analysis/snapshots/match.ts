/** Which deal of the older snapshot is which of the newer one. */
import { NO_DAY } from '../../model/civil-day.js';
import type { Deals } from '../../model/deals.js';
import { isReused, type Side, sidesOf } from './identity.js';
import { type Alike, groupsOf, pairAlike } from './pair-rows.js';
import { sharedTexts } from './shared-texts.js';

export type MatchMethod = 'id' | 'name_and_account' | 'both';

/** The deals of two snapshots, paired. */
export interface Matching {
  /** Row of the newer snapshot per row of the older one; −1 = it has none. */
  readonly nowOf: Int32Array;
  /** The other way round. */
  readonly oldOf: Int32Array;
  readonly method: MatchMethod;
  /** Pairs found by id, and by name. */
  readonly byId: number;
  readonly byName: number;
  /** Ids that stand for another deal in the newer snapshot. */
  readonly reusedIds: number;
  /** Deals of the newer snapshot that share an id or name with others, where nothing tells which was which. */
  readonly ambiguous: number;
}

/** Under this share of ids in common (of the smaller file) the ids are of different systems, if names agree better. */
const HARDLY = 0.1;
/** At least this share of the smaller file must then be found by name. */
const BY_NAME = 0.5;

/**
 * Pairs the deals of two snapshots, each with at most one of the other.
 *
 * By id, as written but for outer spaces; an id of 18 characters is that of 15 which it begins with (Salesforce's two
 * forms). An id under which name, account and day of creation all changed was used again: two deals. Deals without an
 * id on either side are paired by name and account, and by the day of creation where both files tell it; so is
 * everything where the files have hardly an id in common while the names agree. Of several that look alike see
 * {@link pairAlike}. O(deals).
 */
export function matchDeals(before: Deals, after: Deals): Matching {
  const sides = sidesOf(before, after);
  const ids = matchIds(sides);
  const smaller = Math.min(before.size, after.size);
  const named = new Matcher(sides);
  if (ids.byId < smaller * HARDLY && (before.has('name') || before.has('account'))) {
    matchNames(named, allRows(before), allRows(after));
    if (named.pairs > ids.byId && named.pairs >= smaller * BY_NAME) {
      // Files without ids on one side have nothing that could have been used again.
      return named.finish('name_and_account', 0, named.pairs, 0);
    }
  }
  const byId = ids.matcher;
  matchWithoutIds(byId);
  const byName = byId.pairs - ids.byId;
  const method = byName === 0 ? 'id' : ids.byId === 0 ? 'name_and_account' : 'both';
  return byId.finish(method, ids.byId, byName, ids.reused);
}

/** Pairs as they are found. */
class Matcher {
  readonly sides: readonly [Side, Side];
  readonly nowOf: Int32Array;
  readonly oldOf: Int32Array;
  pairs = 0;
  ambiguous = 0;

  constructor(sides: readonly [Side, Side]) {
    this.sides = sides;
    this.nowOf = new Int32Array(sides[0].deals.size).fill(-1);
    this.oldOf = new Int32Array(sides[1].deals.size).fill(-1);
  }

  readonly pair = (old: number, now: number): void => {
    this.nowOf[old] = now;
    this.oldOf[now] = old;
    this.pairs++;
  };

  /** Deals that share a key, of which nothing is known beyond. */
  pairAlike(alike: Alike, equalOnly = false): void {
    const left = pairAlike(this.sides, alike, this.pair, equalOnly);
    if (!equalOnly) this.ambiguous += Math.min(left.old.length, left.now.length);
  }

  unpaired(side: 0 | 1): number[] {
    const rows: number[] = [];
    (side === 0 ? this.nowOf : this.oldOf).forEach((other, row) => {
      if (other < 0) rows.push(row);
    });
    return rows;
  }

  finish(method: MatchMethod, byId: number, byName: number, reusedIds: number): Matching {
    const { nowOf, oldOf, ambiguous } = this;
    return { nowOf, oldOf, method, byId, byName, reusedIds, ambiguous };
  }
}

function matchIds(sides: readonly [Side, Side]): { matcher: Matcher; byId: number; reused: number } {
  const [before, after] = sides;
  const matcher = new Matcher(sides);
  if (!before.deals.has('id') || !after.deals.has('id')) return { matcher, byId: 0, reused: 0 };
  const ids = sharedTexts(before.deals.column('id'), after.deals.column('id'));
  const old = chains(ids.before, ids.size);
  const now = chains(ids.after, ids.size);
  const unknown: number[] = [];
  let reused = 0;
  for (let id = 1; id < ids.size; id++) {
    const [one, other] = [old.first[id] as number, now.first[id] as number];
    if (other < 0) continue;
    if (one < 0) for (const row of chain(other, now.next)) unknown.push(row);
    else if (old.next[one] !== -1 || now.next[other] !== -1) {
      matcher.pairAlike({ old: chain(one, old.next), now: chain(other, now.next) });
    } else if (isReused(before, after, one, other)) reused++;
    else matcher.pair(one, other);
  }
  matchShortIds(matcher, unknown);
  return { matcher, byId: matcher.pairs, reused };
}

/** The rows of each number: the first one, and per row the next one of the same; −1 = none. */
function chains(numbers: Uint32Array, size: number): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(numbers.length).fill(-1);
  for (let row = numbers.length - 1; row >= 0; row--) {
    const number = numbers[row] as number;
    next[row] = first[number] as number;
    first[number] = row;
  }
  return { first, next };
}

function chain(first: number, next: Int32Array): number[] {
  const rows: number[] = [];
  for (let row = first; row >= 0; row = next[row] as number) rows.push(row);
  return rows;
}

/** One file has the ids of 15 characters, the other those of 18 that begin with them. */
function matchShortIds(matcher: Matcher, unknown: readonly number[]): void {
  const [before, after] = matcher.sides;
  const shortNow = unknown.filter((row) => SHORT_OR_LONG.test(after.id(row)));
  if (shortNow.length === 0) return;
  const shortOld = matcher.unpaired(0).filter((row) => SHORT_OR_LONG.test(before.id(row)));
  const key = (side: Side) => (row: number) => side.id(row).slice(0, SHORT);
  for (const { old, now } of groupsOf(shortOld, shortNow, key(before), key(after)).values()) {
    const [one, other] = [old[0], now[0]];
    if (old.length !== 1 || now.length !== 1 || one === undefined || other === undefined) continue;
    const isOther = before.id(one).length !== after.id(other).length;
    if (isOther && !isReused(before, after, one, other)) matcher.pair(one, other);
  }
}

const SHORT = 15;
const SHORT_OR_LONG = /^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/;

/**
 * Pairs deals by name, account and day of creation; then those of which one file does not tell the day, by name and
 * account. Deals that have too little of a name are only paired with their equals.
 */
function matchNames(matcher: Matcher, old: readonly number[], now: readonly number[]): void {
  const [before, after] = matcher.sides;
  const dated = (side: Side) => (row: number) => `${nameKey(side, row)}\n${side.created(row)}`;
  const isOpen = (group: Alike): boolean => group.old.length > 0 && group.now.length > 0;
  for (const group of groupsOf(old, now, dated(before), dated(after)).values()) {
    if (!isOpen(group)) continue;
    const [one = -1, other = -1] = [group.old[0], group.now[0]];
    const known = isNamed(before, one);
    if (known && group.old.length === 1 && group.now.length === 1) matcher.pair(one, other);
    else matcher.pairAlike(group, !known);
  }
  const undated = (side: Side) => (row: number) => nameKey(side, row);
  const leftOld = old.filter((row) => matcher.nowOf[row] === -1 && before.name(row) !== '');
  const leftNow = now.filter((row) => matcher.oldOf[row] === -1 && after.name(row) !== '');
  for (const group of groupsOf(leftOld, leftNow, undated(before), undated(after)).values()) {
    const [one, other] = [group.old[0], group.now[0]];
    if (group.old.length !== 1 || group.now.length !== 1 || one === undefined || other === undefined) continue;
    if ((before.created(one) === NO_DAY) !== (after.created(other) === NO_DAY)) matcher.pair(one, other);
  }
}

function nameKey(side: Side, row: number): string {
  return `${side.name(row)}\n${side.account(row)}`;
}

/** A name tells a deal, and so do an account and a day together. */
function isNamed(side: Side, row: number): boolean {
  return side.name(row) !== '' || (side.account(row) !== '' && side.created(row) !== NO_DAY);
}

/** Pairs deals of which at least one has no id; those that have none on either side first. */
function matchWithoutIds(matcher: Matcher): void {
  const [before, after] = matcher.sides;
  const split = (side: Side, rows: readonly number[]): { readonly none: number[]; readonly some: number[] } => {
    if (!side.deals.has('id')) return { none: [...rows], some: [] };
    const none = rows.filter((row) => side.id(row) === '');
    return { none, some: none.length === 0 ? [...rows] : rows.filter((row) => side.id(row) !== '') };
  };
  const [old, now] = [split(before, matcher.unpaired(0)), split(after, matcher.unpaired(1))];
  const stillOld = (rows: readonly number[]): number[] => rows.filter((row) => matcher.nowOf[row] === -1);
  const stillNow = (rows: readonly number[]): number[] => rows.filter((row) => matcher.oldOf[row] === -1);
  if (old.none.length > 0 && now.none.length > 0) matchNames(matcher, old.none, now.none);
  if (old.none.length > 0 && now.some.length > 0) matchNames(matcher, stillOld(old.none), now.some);
  if (old.some.length > 0 && now.none.length > 0) matchNames(matcher, old.some, stillNow(now.none));
}

function allRows({ size }: Deals): number[] {
  return Array.from({ length: size }, (_, row) => row);
}
