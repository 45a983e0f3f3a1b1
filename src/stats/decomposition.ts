import { sum } from './sum.js';

/** A group at one time: its size, and the rate in it (null where it has none, as a group of size 0). */
export interface Side {
  readonly size: number;
  readonly rate: number | null;
}

/** What one group adds to the change of the total rate. */
export interface GroupEffect {
  /**
   * By growing or shrinking, centred: a group counts as adding only when it grows and is better than the rest. Adds up
   * to the mix of all groups.
   */
  readonly mix: number;
  /** By its own rate changing. */
  readonly rate: number;
}

/** A change of a rate, taken apart: `mix + rate` is the change. */
export interface RateChange {
  readonly before: number;
  readonly after: number;
  readonly mix: number;
  readonly rate: number;
  readonly groups: readonly GroupEffect[];
}

/**
 * How much of the change of a total rate comes from the groups' sizes (mix) and how much from their rates, exact and
 * without a rest (E. M. Kitagawa, "Components of a Difference Between Two Rates", JASA 50, 1955; P. Das Gupta, U.S.
 * Bureau of the Census P23-186, 1993, example 5.1). A group without a rate at one time is given that of the other, so
 * that its coming or going is all mix. Null where a side has no size at all.
 */
export function kitagawa(groups: readonly { readonly before: Side; readonly after: Side }[]): RateChange | null {
  const sizeBefore = sum(groups.map(({ before }) => before.size));
  const sizeAfter = sum(groups.map(({ after }) => after.size));
  if (!(sizeBefore > 0) || !(sizeAfter > 0)) return null;
  const known = groups.map(({ before, after }) => {
    const first = before.rate ?? after.rate ?? 0;
    const second = after.rate ?? before.rate ?? 0;
    return { s0: before.size / sizeBefore, s1: after.size / sizeAfter, r0: first, r1: second };
  });
  const before = sum(known.map(({ s0, r0 }) => s0 * r0));
  const after = sum(known.map(({ s1, r1 }) => s1 * r1));
  const middle = (before + after) / 2;
  const effects = known.map(({ s0, s1, r0, r1 }) => ({
    mix: (s1 - s0) * ((r0 + r1) / 2 - middle),
    rate: ((r1 - r0) * (s0 + s1)) / 2,
  }));
  return {
    before,
    after,
    mix: sum(effects.map(({ mix }) => mix)),
    rate: sum(effects.map(({ rate }) => rate)),
    groups: effects,
  };
}

/** More factors than any figure has; the cost doubles with each. */
const MOST_FACTORS = 12;

/**
 * What each factor of a product adds to its change, exact, and the same whatever the order of the factors (P. Das
 * Gupta, U.S. Bureau of the Census P23-186, 1993, chapter 2; equal to Shapley's value). A divisor is given as its
 * reciprocal. (0.6, 0.5) → (0.3, 0.45) gives −0.1425 and −0.0225.
 * @throws RangeError where the lists differ in length or are too long
 */
export function dasGupta(before: readonly number[], after: readonly number[]): number[] {
  const k = before.length;
  if (after.length !== k || k > MOST_FACTORS) throw new RangeError(`cannot compare ${k} factors with ${after.length}`);
  const weights = weightsBySize(k);
  return before.map((first, factor) => {
    const difference = (after[factor] as number) - first;
    const others = before.map((_, index) => index).filter((index) => index !== factor);
    let weighted = 0;
    // Each subset of the other factors stands at its new value, the rest at the old one.
    for (let subset = 0; subset < 1 << others.length; subset++) {
      let product = 1;
      let size = 0;
      others.forEach((index, bit) => {
        const changed = (subset >> bit) & 1;
        size += changed;
        product *= (changed === 1 ? after[index] : before[index]) as number;
      });
      weighted += (weights[size] as number) * product;
    }
    return difference * weighted;
  });
}

/** Shapley's weight of a subset by its size: s! (k − 1 − s)! / k!. */
function weightsBySize(k: number): number[] {
  const weights: number[] = [];
  let binomial = 1;
  for (let s = 0; s < k; s++) {
    weights.push(1 / (k * binomial));
    binomial = (binomial * (k - 1 - s)) / (s + 1);
  }
  return weights;
}
