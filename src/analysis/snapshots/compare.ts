/** What changed between exports of the same deals. */
import type { Reason } from '../../locale/reasons.js';
import type { Period } from '../../model/period.js';
import { type ComparedDeals, classify, type Valued } from './classify.js';
import type { Snapshot } from './definition.js';
import { type ComparisonFacts, factsOf } from './facts.js';
import { flowsOf, stepsOf } from './flows.js';
import { type Grouped, type Grouping, groupWaterfalls } from './groups.js';
import { type Matching, matchDeals } from './match.js';
import { type Money, moneyOf } from './money-units.js';
import { type Pushed, pushedDeals, type TimesPushed, timesPushed } from './pushed.js';
import { type PlaceOf, stagePlaces } from './stage-places.js';
import { type StageMove, stageTable } from './stage-table.js';
import { type ClassCount, classTable, type MoveCount, moveTable } from './tables.js';
import { type Waterfall, type WaterfallInput, waterfallOf } from './waterfall.js';

/** What changed from one snapshot to a later one. */
export interface ComparedPair {
  /** Places of the two among the snapshots. */
  readonly from: number;
  readonly to: number;
  readonly before: Valued;
  readonly after: Valued;
  readonly matching: Matching;
  readonly compared: ComparedDeals;
  readonly classes: readonly ClassCount[];
  /** One for each currency; none, with a reason, where a file does not tell what the period needs. */
  readonly waterfall: readonly Waterfall[];
  readonly waterfallReason: Reason | null;
  readonly moves: readonly MoveCount[];
  readonly stages: { readonly reason: Reason | null; readonly moves: readonly StageMove[] };
  readonly facts: ComparisonFacts;
}

export interface Comparison {
  /** The first and the last snapshot; with more than two, each and the next one follow. */
  readonly pairs: readonly [ComparedPair, ...ComparedPair[]];
  /** All snapshots, oldest first, with their amounts in the units of the comparison. */
  readonly sides: readonly Valued[];
  readonly money: Money;
  readonly pushed: Pushed;
  /** Of any deal of the newest snapshot, by its row. */
  readonly timesPushed: TimesPushed;
  /** Of the first pair. */
  readonly groups: readonly Grouped[];
}

export interface CompareOptions {
  /** The waterfall is of the open deals that are expected to close in it; null = of all open deals. */
  readonly period?: Period | null;
  /** What the first and the last snapshot are split by. */
  readonly groupings?: readonly Grouping[];
}

/**
 * Compares snapshots, oldest first: what became of every deal, the waterfall of the open pipeline, moves. Amounts must
 * be in the same currencies, converted at the rates of one day.
 *
 * @throws Error under two snapshots
 */
export function compareSnapshots(snapshots: readonly Snapshot[], options: CompareOptions = {}): Comparison {
  const last = snapshots.length - 1;
  if (last < 1) throw new Error('a comparison needs two snapshots');
  const money = moneyOf(snapshots.map(({ deals }) => deals));
  const placeOf = stagePlaces(snapshots);
  const { period = null, groupings = [] } = options;
  const sides = snapshots.map((snapshot, at): Valued => ({ snapshot, amounts: amountsAt(money, at) }));
  const match = matches(snapshots);
  const pairOf = (from: number, to: number): ComparedPair =>
    comparePair({ from, to, sides, money, placeOf, matching: match(from, to), period });
  const whole = pairOf(0, last);
  const adjacent = last === 1 ? [] : snapshots.slice(1).map((_, at) => pairOf(at, at + 1));
  const toNewest = snapshots.slice(0, -1).map((_, at) => match(at, last));
  const input = waterfallInput(whole, money, period);
  return {
    pairs: [whole, ...adjacent],
    sides,
    money,
    pushed: pushedDeals(snapshots, toNewest),
    timesPushed: timesPushed(snapshots, toNewest),
    groups: whole.waterfallReason === null ? groupings.map((grouping) => groupWaterfalls(input, grouping)) : [],
  };
}

function amountsAt(money: Money, at: number): Valued['amounts'] {
  return money.snapshots[at] ?? { units: new Float64Array(0), bucket: new Uint16Array(0) };
}

/** Matches, each made once. */
function matches(snapshots: readonly Snapshot[]): (from: number, to: number) => Matching {
  const known = new Map<string, Matching>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const [before, after] = [snapshots[from], snapshots[to]];
    if (before === undefined || after === undefined) throw new Error(`no snapshots ${key}`);
    const matching = known.get(key) ?? matchDeals(before.deals, after.deals);
    known.set(key, matching);
    return matching;
  };
}

interface PairInput {
  readonly from: number;
  readonly to: number;
  readonly sides: readonly Valued[];
  readonly money: Money;
  readonly placeOf: PlaceOf;
  readonly matching: Matching;
  readonly period: Period | null;
}

function comparePair({ from, to, sides, money, placeOf, matching, period }: PairInput): ComparedPair {
  const [before, after] = [sides[from], sides[to]];
  if (before === undefined || after === undefined) throw new Error(`no snapshots ${from} ${to}`);
  const compared = classify(before, after, matching, placeOf);
  const input = { compared, before, after, money };
  const waterfallReason = period !== null && !compared.told.dates ? 'missing_field:expected_close' : null;
  const { stages: told } = compared.told;
  const pair = { from, to, before, after, matching, compared, waterfallReason } as const;
  return {
    ...pair,
    classes: classTable(input),
    waterfall: waterfallReason === null ? waterfallOf(waterfallInput(pair, money, period)) : [],
    moves: moveTable(input),
    stages: {
      reason: told ? null : 'missing_field:stage',
      moves: told ? stageTable(compared, before, after, money, placeOf) : [],
    },
    facts: factsOf(compared, before, after, matching),
  };
}

function waterfallInput(
  { compared, before, after }: Pick<ComparedPair, 'compared' | 'before' | 'after'>,
  money: Money,
  period: Period | null,
): WaterfallInput {
  const flows = flowsOf(compared, before, after, period);
  const priced =
    compared.told.amounts &&
    isPriced(flows.wasIn, compared.old, before.amounts.units) &&
    isPriced(flows.isIn, compared.now, after.amounts.units);
  return { compared, flows, before, after, money, steps: stepsOf(period), priced };
}

/** Whether anything is known of what a pipeline is worth: of deals without a single amount 0 would be no sum, but a guess. */
function isPriced(isIn: Uint8Array, rows: Int32Array, units: Float64Array): boolean {
  let any = false;
  for (let at = 0; at < isIn.length; at++) {
    if (isIn[at] === 0) continue;
    if (!Number.isNaN(units[rows[at] as number])) return true;
    any = true;
  }
  return !any;
}
