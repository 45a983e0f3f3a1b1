/** Parts of a forecast: what of it belongs to the deals of one owner, product or stage. */
import type { CivilDay } from '../../model/civil-day.js';
import { drawsOf } from '../../stats/draws.js';
import { moments } from '../../stats/moments.js';
import type { WonAmounts } from './amounts.js';
import type { Facts } from './facts.js';
import { worthAt } from './product-worth.js';

/** What is needed of a forecast to split it: the chance of each class, and what a deal brings. */
export interface Splittable {
  readonly facts: Facts;
  /** Class of the open deal at a place of the facts. */
  classAt(at: number): number;
  readonly t: CivilDay;
  /** Whether deals count with amounts of their own; what the others bring. */
  readonly own: boolean;
  readonly imputed: number;
  readonly amounts: WonAmounts;
}

/** The open deals and past wins of one group. */
export interface Share {
  readonly code: number;
  /** Open deals, those with an amount, and what these add up to. */
  readonly deals: number;
  readonly priced: number;
  readonly amount: number;
  /** Expected wins and value of the open deals. */
  readonly wins: number;
  readonly value: number;
  /** Variance of the value, deal by deal. */
  readonly variance: number;
  /** Won in the days asked about. */
  readonly won: number;
  /** Share of the group in what was won lately, 0…1. */
  readonly past: number;
}

/** Wins of so many days say how new business is shared out. */
const RECENT_DAYS = 365;

/**
 * Splits by a code per row of the deals. The values of all parts add up to the whole: each open deal is in one of them.
 *
 * @param chance P(win in the months asked about) by class of the open deals
 * @param wonFrom first day of `won`
 */
export function sharesBy(
  { facts, classAt, t, own, imputed, amounts }: Splittable,
  codeOf: (row: number) => number,
  parts: number,
  chance: Float64Array,
  wonFrom: CivilDay,
): Share[] {
  const { row, created, closed, won, amount, size } = facts;
  const column = (): Float64Array => new Float64Array(parts);
  const [deals, priced, sums, wins, values, variances, wonNow, past] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const add = (to: Float64Array, at: number, value: number): void => {
    to[at] = (to[at] as number) + value;
  };
  const spread = amounts.mean > 0 ? amounts.variance * (imputed / amounts.mean) ** 2 : 0;
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    const code = codeOf(row[at] as number);
    const price = amount[at] as number;
    const day = closed[at] as number;
    if (day <= t) {
      if (won[at] !== 1 || Number.isNaN(price)) continue;
      if (day > t - RECENT_DAYS) add(past, code, Math.max(0, price));
      if (day >= wonFrom) add(wonNow, code, price);
      continue;
    }
    const p = chance[classAt(at)] as number;
    const isOwn = own && !Number.isNaN(price);
    const worth = isOwn ? 1 : worthAt(facts, amounts.worth, at);
    const value = isOwn ? Math.max(0, price) : imputed * worth;
    add(deals, code, 1);
    if (!Number.isNaN(price)) {
      add(priced, code, 1);
      add(sums, code, price);
    }
    add(wins, code, p);
    add(values, code, p * value);
    add(variances, code, p * Math.max(0, 1 - p) * value * value + (isOwn ? 0 : p * spread * worth * worth));
  }
  const all = past.reduce((sum, value) => sum + value, 0);
  return Array.from(deals, (n, code) => ({
    code,
    deals: n,
    priced: priced[code] as number,
    amount: sums[code] as number,
    wins: wins[code] as number,
    value: values[code] as number,
    variance: variances[code] as number,
    won: wonNow[code] as number,
    past: all > 0 ? (past[code] as number) / all : 0,
  }));
}

const SHARE_DRAWS = 2_000;
const SEED = 1_404;

/**
 * Quantiles of what a part brings: a sum with its own variance and, as all parts have it, that of the level of the
 * whole. Drawn as a gamma: values are not negative, and few deals skew them.
 *
 * @param relative variance that all parts share, relative to the square of what is expected
 */
export function partDraws(expected: number, own: number, relative: number): Float64Array {
  const draws = drawsOf(SEED);
  return Float64Array.from({ length: SHARE_DRAWS }, () => draws.gamma(expected, own + relative * expected * expected));
}

/** Variance of the whole beside that of its deals one by one, relative to the square of its mean. */
export function sharedVariance(draws: Float64Array, own: number): number {
  const { mean, sd } = moments(draws);
  return mean > 0 ? Math.max(0, (sd ?? 0) ** 2 - own) / mean ** 2 : 0;
}
