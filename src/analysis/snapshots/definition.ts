/** What comparing exports of the same deals speaks of: snapshots, classes of deals, moves, steps of the waterfall. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Deals } from '../../model/deals.js';
import type { StageHistory } from '../../model/history.js';

/** The deals as one export has them. */
export interface Snapshot {
  readonly deals: Deals;
  /** The day it was taken; null = nobody knows. */
  readonly taken: CivilDay | null;
  /** When its deals entered their stages; null, or left out, where no file tells. */
  readonly history?: StageHistory | null;
  /** Names of stages in which deals are won or lost, as the files say. */
  readonly closing?: readonly string[];
}

/**
 * What became of a deal from one snapshot to the next. Every deal of either has exactly one: a deal that is open in both
 * has the first of these that is true of it.
 */
export const CLASSES = [
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
  'slipped',
  'pulled_in',
  'advanced',
  'moved_back',
  'stage_changed',
  'edited',
  'unchanged',
  'outcome_changed',
  'closed_edited',
  'closed_unchanged',
  'closed_vanished',
  'excluded',
] as const;

export type DealClass = (typeof CLASSES)[number];

/** What was moved of a deal that is open in both snapshots. A deal may slip and grow: moves overlap. */
export const MOVES = [
  'slipped',
  'pulled_in',
  'date_set',
  'date_removed',
  'grown',
  'shrunk',
  'advanced',
  'moved_back',
  'stage_changed',
  'owner_changed',
] as const;

export type Move = (typeof MOVES)[number];

/** Steps from one open pipeline to the next, in the order of the waterfall. The two last ones need a period. */
export const STEPS = [
  'new',
  'reopened',
  'taken_back',
  'priced',
  'grown',
  'shrunk',
  'unpriced',
  'currency',
  'won',
  'lost',
  'vanished',
  'set_aside',
  'moved_in',
  'moved_out',
] as const;

export type Step = (typeof STEPS)[number];

/** The place of a class in {@link CLASSES}, as it is held per deal. */
export const CLASS_CODE = codesOf(CLASSES);
/** The bit of a move, as moves are held per deal. */
export const MOVE_BIT = Object.fromEntries(MOVES.map((move, at) => [move, 1 << at])) as Readonly<Record<Move, number>>;
export const STEP_CODE = codesOf(STEPS);

function codesOf<N extends string>(names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name, code) => [name, code])) as Record<N, number>;
}
