/** What a win brings where the deal itself does not say. */
import type { CivilDay } from '../../model/civil-day.js';
import { moments } from '../../stats/moments.js';
import { sum } from '../../stats/sum.js';
import type { Facts } from './facts.js';
import { type ProductWorth, productWorth } from './product-worth.js';

/** Amounts of deals won lately. */
export interface WonAmounts {
  /** Of a win, where an unpriced one brings nothing: what won value counts. */
  readonly perWin: number;
  /** Share of wins that have an amount. */
  readonly priced: number;
  /** Ascending. */
  readonly sample: Float64Array;
  readonly mean: number;
  readonly variance: number;
  /** What a win of a product brings beside it; null where products are not told apart. */
  readonly worth: ProductWorth | null;
}

/** Amounts of a year, where so many wins have one; of all time where not. */
const RECENT_DAYS = 365;
const LEAST_RECENT = 30;

/** The amounts of deals won by day t. Without one, wins bring nothing that could be told. */
export function wonAmounts(facts: Facts, t: CivilDay): WonAmounts {
  const { created, closed, won, amount, size } = facts;
  const of = (from: number): { readonly values: number[]; readonly wins: number } => {
    const values: number[] = [];
    let wins = 0;
    for (let at = 0; at < size && (created[at] as number) <= t; at++) {
      if (won[at] !== 1 || (closed[at] as number) > t || (closed[at] as number) <= from) continue;
      wins++;
      if (!Number.isNaN(amount[at] as number)) values.push(amount[at] as number);
    }
    return { values, wins };
  };
  const recent = of(t - RECENT_DAYS);
  const from = recent.values.length >= LEAST_RECENT ? t - RECENT_DAYS : Number.NEGATIVE_INFINITY;
  const { values, wins } = from === Number.NEGATIVE_INFINITY ? of(from) : recent;
  const sample = Float64Array.from(values).sort();
  if (sample.length === 0) return { perWin: 0, priced: 0, sample, mean: 0, variance: 0, worth: null };
  const { mean, sd } = moments(sample);
  return {
    perWin: Math.max(0, sum(sample) / wins),
    priced: sample.length / wins,
    sample,
    mean,
    variance: (sd ?? 0) ** 2,
    worth: productWorth(facts, from, t, mean),
  };
}

/** Least share of the deals of each outcome that must be priced for amounts not to depend on the ending, and of how many. */
const LEAST_KEPT = 0.8;
const LEAST_DEALS = 5;

/**
 * Whether the deals' own amounts may be used: those won, lost and still open are each priced to at least 80 % (a kind
 * of under five deals is not asked; an amount of 0 is no price, losing sets it). Where amounts are entered on winning,
 * or blanked on losing, a forecast made in the past would use what nobody knew then.
 */
export function ownAmounts({ created, closed, won, amount, size }: Facts, t: CivilDay): boolean {
  const [all, kept] = [[0, 0, 0] as number[], [0, 0, 0] as number[]];
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    const kind = (closed[at] as number) > t ? 0 : won[at] === 1 ? 1 : 2;
    all[kind] = (all[kind] as number) + 1;
    if (Math.abs(amount[at] as number) > 0) kept[kind] = (kept[kind] as number) + 1;
  }
  return all.every((n, kind) => n < LEAST_DEALS || (kept[kind] as number) >= LEAST_KEPT * n);
}
