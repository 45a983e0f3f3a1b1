import { aliveProbability, type BgNbd, type BgNbdName, Coming, fitBgNbd } from '../../stats/lifetime/bg-nbd.js';
import { deltaError, type Estimates, slopesOf } from '../../stats/lifetime/estimates.js';
import { expectedSpending, fitGammaGamma, type GammaGammaName } from '../../stats/lifetime/gamma-gamma.js';
import { groupHistories, type Histories, thinned } from '../../stats/lifetime/histories.js';
import type { Reason } from '../definition.js';
import type { Summaries } from './summaries.js';
import { MONTH, type Weeks, weeksOfDays } from './weeks.js';

/** A model, or why there is none. */
export type Fitted<Name extends string> =
  | { readonly estimates: Estimates<Name>; readonly reason: null }
  | { readonly estimates: null; readonly reason: Reason };

export type Buying = Fitted<BgNbdName>;

export type Spending = Fitted<GammaGammaName> & {
  /** Pearson's, of repeat purchases with an amount and their mean; null where one of the two does not vary. */
  readonly correlation: number | null;
  /** Customers whose repeat purchases have amounts above 0. */
  readonly n: number;
};

/** Fewer customers who bought again do not carry four parameters (a judgement; section "assumptions" of the docs). */
export const LEAST_REPEAT_CUSTOMERS = 50;
/** Under so many days from the first purchase to the snapshot nobody had the time to come back, or to stay away. */
const LEAST_DAYS = 90;

/** The model of purchases, in weeks; refused with a reason where the purchases do not carry it. */
export function fitBuying(customers: Summaries): Buying {
  if (customers.size === 0) return refused('no_customers');
  if (customers.at - earliest(customers) < LEAST_DAYS) return refused('purchases_too_short');
  if (repeatCustomers(customers) < LEAST_REPEAT_CUSTOMERS) return refused('few_repeat_customers');
  const histories = historiesOf(customers);
  const estimates = fitBgNbd(histories);
  if (estimates.end === 'bound') return refused('purchases_undetermined');
  if (estimates.end === 'stalled' || estimates.covariance === null) return refused('purchases_not_fitted');
  const some = thinned(histories, SAMPLED);
  if (isVague(estimates, (model) => purchasesAhead(model, some))) return refused('purchases_vague');
  return { estimates, reason: null };
}

/** The model of what a purchase is worth, from the repeat purchases that have an amount. */
export function fitSpending({ size, paidRepeats, paidMean }: Summaries): Spending {
  const own = Uint32Array.from({ length: size }, (_, i) => i).filter((i) => (paidMean[i] as number) > 0);
  const count = Float64Array.from(own, (i) => paidRepeats[i] as number);
  const mean = Float64Array.from(own, (i) => paidMean[i] as number);
  const more = { correlation: correlationOf(count, mean), n: own.length };
  if (own.length < LEAST_REPEAT_CUSTOMERS) return { ...refused('few_priced_repeat_customers'), ...more };
  const estimates = fitGammaGamma({ count, mean });
  if (estimates.end === 'bound') return { ...refused('spending_undetermined'), ...more };
  if (estimates.end === 'stalled' || estimates.covariance === null)
    return { ...refused('spending_not_fitted'), ...more };
  if (estimates.values.q <= 1) return { ...refused('spending_without_mean'), ...more };
  if (isVague(estimates, (model) => expectedSpending(model, 0, 0))) return { ...refused('spending_vague'), ...more };
  return { estimates, reason: null, ...more };
}

/** Histories with which it is found out how vague a model is. */
const SAMPLED = 500;
const YEAR = (12 * MONTH) as Weeks;
/** An expectation that is not known within this factor is none (a judgement). */
const MOST_FACTOR = 10;

/**
 * Whether the parameters, though found, leave open what they are needed for: the 95 % interval of the expectation (delta
 * method, on its logarithm) reaches further than tenfold. Single parameters may be vague where together they are not.
 */
function isVague<Name extends string>(
  estimates: Estimates<Name>,
  expected: (model: Readonly<Record<Name, number>>) => number,
): boolean {
  const slopes = slopesOf(estimates, (model) => Float64Array.of(Math.log(expected(model))));
  const error = deltaError(
    estimates,
    slopes.map(([one]) => one as number),
  );
  // Not a number where there is nothing to expect: that is no answer either.
  return !(error !== null && 1.96 * error < Math.log(MOST_FACTOR));
}

/** Purchases expected of these customers in a year. */
function purchasesAhead(model: BgNbd, { size, x, last, age, weight }: Histories): number {
  let [total, own] = [0, new Coming(model, 0)];
  let often = 0;
  for (let i = 0; i < size; i++) {
    const repeats = x[i] as number;
    if (repeats !== often) {
      often = repeats;
      own = new Coming(model, repeats);
    }
    const alive = aliveProbability(model, repeats, last[i] as number, age[i] as number);
    total += (weight[i] as number) * alive * own.within(YEAR, age[i] as number);
  }
  return total;
}

function refused(reason: Reason): { estimates: null; reason: Reason } {
  return { estimates: null, reason };
}

/** Customers with two purchases or more. */
export function repeatCustomers({ purchases }: Summaries): number {
  let repeat = 0;
  for (const one of purchases) if (one > 1) repeat++;
  return repeat;
}

/** The first day on which anybody bought. */
export function earliest({ first }: Summaries): number {
  return first.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
}

/** x, t_x and T of the customers in weeks, equal ones counted once. */
function historiesOf({ at, purchases, first, last }: Summaries): Histories {
  return groupHistories(
    Float64Array.from(purchases, (one) => one - 1),
    Float64Array.from(last, (day, i) => weeksOfDays(day - (first[i] as number))),
    Float64Array.from(first, (day) => weeksOfDays(at - day)),
  );
}

function correlationOf(one: Float64Array, other: Float64Array): number | null {
  const n = one.length;
  if (n < 2) return null;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [a, b] = [mean(one), mean(other)];
  let [both, ones, others] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [(one[i] as number) - a, (other[i] as number) - b];
    both += x * y;
    ones += x * x;
    others += y * y;
  }
  return ones > 0 && others > 0 ? both / Math.sqrt(ones * others) : null;
}
