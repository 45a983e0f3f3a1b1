/** Single deals of a comparison, as documents print them: before and after. */

import type { Valued } from '../../../analysis/snapshots/classify.js';
import type { ComparedPair, Comparison } from '../../../analysis/snapshots/compare.js';
import { CLASSES, type DealClass, MOVE_BIT, MOVES, type Move } from '../../../analysis/snapshots/definition.js';
import { NO_DAY } from '../../../model/civil-day.js';
import type { Deal } from '../../../model/deals.js';
import { dayEntry } from '../../deal-entry.js';
import { currencyEntry } from './changes-pairs.js';
import type { Changes } from './changes-schema.js';

type Entry = Changes['deals'][number];

/** Classes and moves that a manager reads deal by deal. */
const LISTED_CLASSES = [
  'new',
  'new_won',
  'new_lost',
  'won',
  'lost',
  'reopened',
  'vanished',
  'set_aside',
  'taken_back',
  'currency_changed',
  'priced',
  'unpriced',
  'grown',
  'shrunk',
] as const satisfies readonly DealClass[];
const LISTED_MOVES = [
  'slipped',
  'pulled_in',
  'advanced',
  'moved_back',
  'stage_changed',
] as const satisfies readonly Move[];

/** The largest deals of each class and move, each once: by class, the largest first. `most` 0 = all of them. */
export function largestDeals({ pairs: [pair], money }: Comparison, most: number): Entry[] {
  const { classOf, moves, size } = pair.compared;
  const weights = weightsOf(pair);
  const chosen = new Set<number>();
  const choose = (isIn: (at: number) => boolean): void => {
    for (const at of largest(size, isIn, weights, most)) chosen.add(at);
  };
  for (const name of LISTED_CLASSES) {
    const code = CLASSES.indexOf(name);
    choose((at) => classOf[at] === code);
  }
  for (const move of LISTED_MOVES) choose((at) => ((moves[at] as number) & MOVE_BIT[move]) !== 0);
  return [...chosen]
    .sort((a, b) => (classOf[a] as number) - (classOf[b] as number) || heavier(weights, a, b))
    .map((at) => changedDeal(pair, money, at));
}

function largest(size: number, isIn: (at: number) => boolean, weights: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < size; at++) if (isIn(at)) found.push(at);
  found.sort((a, b) => heavier(weights, a, b));
  return most === 0 ? found : found.slice(0, most);
}

function heavier(weights: Float64Array, a: number, b: number): number {
  return (weights[b] as number) - (weights[a] as number) || a - b;
}

/** How much money a deal is about: by how much its amount changed where it did, else what it is worth. */
function weightsOf({ compared, before, after }: ComparedPair): Float64Array {
  return Float64Array.from({ length: compared.size }, (_, at) => {
    const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
    const was = row < 0 ? Number.NaN : (before.amounts.units[row] as number);
    const is = rowNow < 0 ? Number.NaN : (after.amounts.units[rowNow] as number);
    const change = Math.abs(is - was);
    const moved = ((compared.moves[at] as number) & (MOVE_BIT.grown | MOVE_BIT.shrunk)) !== 0;
    if (moved && !Number.isNaN(change)) return change;
    return Math.max(Number.isNaN(was) ? 0 : Math.abs(was), Number.isNaN(is) ? 0 : Math.abs(is));
  });
}

/** A deal by its position in a comparison. What it is called, its newest export says. */
export function changedDeal(pair: ComparedPair, money: Comparison['money'], at: number): Entry {
  const { compared, before, after } = pair;
  const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
  const [was, is] = [row < 0 ? null : recordOf(before, row, money), rowNow < 0 ? null : recordOf(after, rowNow, money)];
  const newest = is ?? was;
  const bits = compared.moves[at] as number;
  const sameCurrency = was !== null && is !== null && was.bucket === is.bucket;
  return {
    class: CLASSES[compared.classOf[at] as number] as DealClass,
    moves: MOVES.filter((move) => (bits & MOVE_BIT[move]) !== 0),
    id: newest?.deal.id ?? null,
    name: newest?.deal.name ?? null,
    account: newest?.deal.account ?? null,
    owner: newest?.deal.owner ?? null,
    currency: newest?.state.currency ?? null,
    before: was?.state ?? null,
    after: is?.state ?? null,
    amountChange: sameCurrency && compared.told.amounts ? amountOf(is.units - was.units, is.bucket, money) : null,
    daysMoved: (bits & (MOVE_BIT.slipped | MOVE_BIT.pulled_in)) === 0 ? null : daysMoved(pair, row, rowNow),
    places: [was, is].flatMap((one) => (one === null ? [] : [placeEntry(one.deal)])),
  };
}

function daysMoved({ before, after }: ComparedPair, row: number, rowNow: number): number | null {
  const from = before.snapshot.deals.column('expected_close')[row] as number;
  const to = after.snapshot.deals.column('expected_close')[rowNow] as number;
  return from === NO_DAY || to === NO_DAY ? null : to - from;
}

interface Side {
  readonly deal: Deal;
  readonly units: number;
  readonly bucket: number;
  readonly state: NonNullable<Entry['before']>;
}

function recordOf({ snapshot: { deals }, amounts }: Valued, row: number, money: Comparison['money']): Side {
  const deal = deals.record(row);
  const [units, bucket] = [amounts.units[row] as number, amounts.bucket[row] as number];
  const { outcome, stage, expectedClose, closedAt } = deal;
  return {
    deal,
    units,
    bucket,
    state: {
      outcome,
      stage,
      amount: amountOf(units, bucket, money),
      currency: currencyEntry(money.currencies[bucket] ?? '', money.currencies),
      closeDate: dayEntry(outcome === 'open' ? expectedClose : closedAt),
    },
  };
}

export function amountOf(units: number, bucket: number, money: Comparison['money']): number | null {
  return Number.isNaN(units) ? null : money.amount(units, bucket);
}

export function placeEntry({ place: { file, row } }: Deal): Entry['places'][number] {
  return { file, row };
}
