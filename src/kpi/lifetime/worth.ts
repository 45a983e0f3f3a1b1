import { type Interval, LEVEL } from '../../stats/interval.js';
import { aliveProbability, type BgNbd } from '../../stats/lifetime/bg-nbd.js';
import { deltaError, slopesOf } from '../../stats/lifetime/estimates.js';
import { expectedSpending, type GammaGamma } from '../../stats/lifetime/gamma-gamma.js';
import { normalQuantile } from '../../stats/normal.js';
import { sum } from '../../stats/sum.js';
import { comingIfAlive, type Horizon, undiscounted } from './horizon.js';
import type { Buying, Spending } from './models.js';
import type { Summaries } from './summaries.js';
import { weeksOfDays } from './weeks.js';

/** What customers are expected to bring, by their positions. */
export interface Worth {
  /** P(alive); NaN of customers with one purchase, of whom the model says 1 by construction. */
  readonly alive: Float64Array;
  /** Purchases expected within the horizon. */
  readonly coming: Float64Array;
  /** The same, discounted: how many purchases of today they are worth. */
  readonly present: Float64Array;
  /** Expected value of a purchase, times the margin; NaN without a model of spending. */
  readonly perPurchase: Float64Array;
  /** Expected value of the purchases within the horizon, discounted; NaN likewise. */
  readonly value: Float64Array;
}

/** Everything that values are found with; `spending` null where there is no model of it. */
export interface Outlook {
  readonly customers: Summaries;
  readonly buying: NonNullable<Buying['estimates']>;
  readonly spending: Spending['estimates'];
  readonly horizon: Horizon;
  readonly margin: number | undefined;
}

export function worthOf({ customers, buying, spending, horizon, margin = 1 }: Outlook): Worth {
  const { size, purchases } = customers;
  const alive = aliveOf(buying.values, customers);
  const [coming, present] = [undiscounted(horizon), horizon].map((one) =>
    comingIfAlive(buying.values, customers, one).map((purchases, i) => purchases * (alive[i] as number)),
  ) as [Float64Array, Float64Array];
  const perPurchase = new Float64Array(size).fill(Number.NaN);
  for (let i = 0; i < size && spending !== null; i++)
    perPurchase[i] = margin * spendingOf(spending.values, customers, i);
  return {
    alive: alive.map((one, i) => ((purchases[i] as number) > 1 ? one : Number.NaN)),
    coming,
    present,
    perPurchase,
    value: perPurchase.map((each, i) => each * (present[i] as number)),
  };
}

/** P(alive) by position, as of so many days `back`, of the same purchases. 1 for one purchase. */
export function aliveOf(model: BgNbd, { size, purchases, first, last, at }: Summaries, back = 0): Float64Array {
  const alive = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const [start, x] = [first[i] as number, (purchases[i] as number) - 1];
    alive[i] = aliveProbability(model, x, weeksOfDays((last[i] as number) - start), weeksOfDays(at - back - start));
  }
  return alive;
}

function spendingOf(model: GammaGamma, { paidRepeats, paidMean }: Summaries, i: number): number {
  const mean = paidMean[i] as number;
  // Repeat purchases that were all free tell the model nothing: it knows amounts above 0 only.
  return mean > 0 ? expectedSpending(model, paidRepeats[i] as number, mean) : expectedSpending(model, 0, 0);
}

/** Intervals of what is expected: of all customers on average, and of each by its position. */
export interface Intervals {
  readonly ofMean: Interval | null;
  of(i: number): Interval | null;
}

/**
 * Intervals of the expected values. They are of the expectation: the parameters are estimates (delta method, the two
 * models being fitted apart); what customers then do scatters around it. Null without a model of spending.
 */
export function intervalsOf(outlook: Outlook, worth: Worth): Intervals | null {
  const { customers, buying, spending, horizon, margin = 1 } = outlook;
  if (spending === null) return null;
  const { value, present, perPurchase } = worth;
  const bySpending = slopesOf(spending, (model) =>
    present.map((purchases, i) => purchases * margin * spendingOf(model, customers, i)),
  );
  const byBuying = slopesOf(buying, (model) => {
    const alive = aliveOf(model, customers);
    const coming = comingIfAlive(model, customers, horizon);
    return perPurchase.map((each, i) => each * (alive[i] as number) * (coming[i] as number));
  });
  const from = (middle: number, pick: (slopes: Float64Array) => number): Interval | null =>
    intervalOf(middle, deltaError(buying, byBuying.map(pick)), deltaError(spending, bySpending.map(pick)));
  const mean = (values: Float64Array): number => sum(values) / values.length;
  return {
    ofMean: from(mean(value), mean),
    of: (i) => from(value[i] as number, (slopes) => slopes[i] as number),
  };
}

/** Of a value above 0 from independent errors, normal on the logarithm, so that it stays above 0. */
function intervalOf(value: number, ...errors: readonly (number | null)[]): Interval | null {
  if (!(value > 0) || errors.some((error) => error === null || !Number.isFinite(error))) return null;
  const reach = (normalQuantile(0.5 + LEVEL / 2) * Math.hypot(...(errors as number[]))) / value;
  return { low: value * Math.exp(-reach), high: value * Math.exp(reach), level: LEVEL, method: 'delta-method' };
}
