/** What comparing exports of the same deals speaks of: snapshots, classes of deals, moves, steps of the waterfall. */
import {
  CHANGE_CLASS_NAMES,
  type ChangeClass,
  DEAL_MOVE_NAMES,
  type DealMove,
  WATERFALL_STEP_NAMES,
  type WaterfallStep,
} from '../../locale/deal-changes.js';
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
export const CLASSES: readonly DealClass[] = CHANGE_CLASS_NAMES;
export type DealClass = ChangeClass;

/** What was moved of a deal that is open in both snapshots. A deal may slip and grow: moves overlap. */
export const MOVES: readonly Move[] = DEAL_MOVE_NAMES;
export type Move = DealMove;

/** Steps from one open pipeline to the next, in the order of the waterfall. The two last ones need a period. */
export const STEPS: readonly Step[] = WATERFALL_STEP_NAMES;
export type Step = WaterfallStep;

/** The place of a class in {@link CLASSES}, as it is held per deal. */
export const CLASS_CODE = codesOf(CLASSES);
/** The bit of a move, as moves are held per deal. */
export const MOVE_BIT = Object.fromEntries(MOVES.map((move, at) => [move, 1 << at])) as Readonly<Record<Move, number>>;
export const STEP_CODE = codesOf(STEPS);

function codesOf<N extends string>(names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name, code) => [name, code])) as Record<N, number>;
}
