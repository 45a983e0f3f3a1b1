/** From one open pipeline to the next, step by step, exactly. */
import type { ComparedDeals, Valued } from './classify.js';
import { CLASS_CODE, STEPS, type Step } from './definition.js';
import { ExactSum } from './exact-sum.js';
import { type Flows, NO_STEP } from './flows.js';
import type { Money } from './money-units.js';

export interface WaterfallStep {
  readonly step: Step;
  /** Deals that it is about. */
  readonly deals: number;
  /** By how many it changes the number of deals: 0 of those that grow. */
  readonly dealsChange: number;
  /** Null where one of the files has no amounts. */
  readonly amount: number | null;
}

/** `start + Σ steps = end`, to the last decimal as printed; the same of `startDeals`, `dealsChange` and `endDeals`. */
export interface Waterfall {
  /** '' where the amounts name none. */
  readonly currency: string;
  readonly start: number | null;
  readonly startDeals: number;
  readonly steps: readonly WaterfallStep[];
  readonly end: number | null;
  readonly endDeals: number;
  /** What the deals that left the pipeline as won were closed for. */
  readonly wonAmount: number | null;
}

/** Sums of one currency, in its units. */
interface Tally {
  readonly start: ExactSum;
  startDeals: number;
  readonly end: ExactSum;
  endDeals: number;
  readonly won: ExactSum;
  readonly amounts: readonly ExactSum[];
  readonly deals: Uint32Array;
  readonly changes: Int32Array;
}

/** What a waterfall is made from. */
export interface WaterfallInput {
  readonly compared: ComparedDeals;
  readonly flows: Flows;
  readonly before: Valued;
  readonly after: Valued;
  readonly money: Money;
  /** The steps that it has, and whether amounts are told by both sides. */
  readonly steps: readonly Step[];
  readonly priced: boolean;
}

/** The waterfall of each currency that has a deal in it; of none, an empty one of the first currency. */
export function waterfallOf(input: WaterfallInput): Waterfall[] {
  return waterfallsBy(input, () => 0, 1)[0] ?? [];
}

/**
 * The waterfalls of parts of the deals.
 *
 * @param partOf by position in the comparison: the part, under `parts`
 */
export function waterfallsBy(input: WaterfallInput, partOf: (at: number) => number, parts: number): Waterfall[][] {
  const { compared, money, priced } = input;
  const width = priced ? money.currencies.length : 1;
  const tallies = new Array<Tally | undefined>(parts * width);
  const tallyAt = (part: number, bucket: number): Tally => {
    const slot = part * width + bucket;
    const found = tallies[slot] ?? emptyTally();
    tallies[slot] = found;
    return found;
  };
  for (let at = 0; at < compared.size; at++) count(input, at, (bucket) => tallyAt(partOf(at), bucket));
  return Array.from({ length: parts }, (_, part) => {
    const own = money.currencies.slice(0, width).flatMap((_currency, bucket) => {
      const tally = tallies[part * width + bucket];
      return tally === undefined ? [] : [waterfall(input, tally, bucket)];
    });
    return own.length > 0 ? own : [waterfall(input, emptyTally(), 0)];
  });
}

function count(
  { compared: { old, now, classOf }, flows, before, after, priced }: WaterfallInput,
  at: number,
  tallyOf: (bucket: number) => Tally,
): void {
  const [was, is] = [flows.wasIn[at] === 1, flows.isIn[at] === 1];
  if (!was && !is) return;
  const [row, rowNow, step] = [old[at] as number, now[at] as number, flows.stepOf[at] as number];
  // Where amounts are not told on both sides, deals are counted, whatever their currency.
  const [bucket, bucketNow] = priced ? [before.amounts.bucket[row] ?? 0, after.amounts.bucket[rowNow] ?? 0] : [0, 0];
  const from = was ? tallyOf(bucket) : null;
  const to = is ? tallyOf(bucketNow) : null;
  if (from !== null) {
    const amount = before.amounts.units[row] as number;
    from.start.add(amount);
    from.startDeals++;
    if (step !== NO_STEP) add(from, step, -amount, -1);
    if (classOf[at] === CLASS_CODE.won) {
      const tally = bucket === bucketNow ? from : tallyOf(bucketNow);
      tally.won.add(after.amounts.units[rowNow] as number);
    }
  }
  if (to !== null) {
    const amount = after.amounts.units[rowNow] as number;
    to.end.add(amount);
    to.endDeals++;
    if (step !== NO_STEP) add(to, step, amount, 1);
  }
  if (step === NO_STEP) return;
  for (const tally of from === to ? [from] : [from, to])
    if (tally !== null) tally.deals[step] = (tally.deals[step] as number) + 1;
}

function add(tally: Tally, step: number, amount: number, deals: number): void {
  tally.amounts[step]?.add(amount);
  tally.changes[step] = (tally.changes[step] as number) + deals;
}

function emptyTally(): Tally {
  const length = STEPS.length;
  return {
    start: new ExactSum(),
    startDeals: 0,
    end: new ExactSum(),
    endDeals: 0,
    won: new ExactSum(),
    amounts: STEPS.map(() => new ExactSum()),
    deals: new Uint32Array(length),
    changes: new Int32Array(length),
  };
}

/** A step is told as the difference of the levels that it leads from and to, both rounded alike: so steps add up. */
function waterfall({ money, steps, priced }: WaterfallInput, tally: Tally, bucket: number): Waterfall {
  const amount = (units: bigint): number | null => (priced ? money.sum(units, bucket) : null);
  const level = (units: bigint): bigint => money.rounded(units, bucket);
  let reached = tally.start.value;
  return {
    currency: priced || money.currencies.length === 1 ? (money.currencies[bucket] ?? '') : '',
    start: amount(reached),
    startDeals: tally.startDeals,
    steps: steps.map((step, at) => {
      const before = reached;
      reached += tally.amounts[at]?.value ?? 0n;
      return {
        step,
        deals: tally.deals[at] as number,
        dealsChange: tally.changes[at] as number,
        amount: amount(level(reached) - level(before)),
      };
    }),
    end: amount(tally.end.value),
    endDeals: tally.endDeals,
    wonAmount: amount(tally.won.value),
  };
}
