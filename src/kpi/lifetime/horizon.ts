import { chebyshevPoints, interpolate } from '../../stats/chebyshev.js';
import { type BgNbd, Coming } from '../../stats/lifetime/bg-nbd.js';
import type { Summaries } from './summaries.js';
import { MONTH, weeksOfDays } from './weeks.js';

/** The months that are looked ahead, and what a purchase in each is worth today. */
export interface Horizon {
  readonly months: number;
  /** By month: 1 / (1 + rate a year)^(month / 12). */
  readonly factors: Float64Array;
}

export function horizonOf(months: number, ratePerYear: number): Horizon {
  return { months, factors: Float64Array.from({ length: months }, (_, m) => (1 + ratePerYear) ** (-(m + 1) / 12)) };
}

/** The same horizon with nothing discounted. */
export function undiscounted({ months }: Horizon): Horizon {
  return { months, factors: new Float64Array(months).fill(1) };
}

/** Ages between which the rest is interpolated, where more customers than these have bought as often. */
const NODES = 24;

/**
 * Purchases that each customer, if alive, is expected to make within the horizon, discounted. They depend on how often a
 * customer has bought and since when alone, and smoothly on the latter: for customers who bought equally often they are
 * found at 24 ages and interpolated in ln(α + T), to about 1e-9.
 */
export function comingIfAlive(model: BgNbd, customers: Summaries, { factors }: Horizon): Float64Array {
  const { size, purchases, first, at } = customers;
  const coming = new Float64Array(size);
  for (const own of alikeOf(purchases)) {
    const x = (purchases[own[0] as number] as number) - 1;
    const exactly = new Coming(model, x);
    const ageOf = (i: number): number => weeksOfDays(at - (first[i] as number));
    const logAge = Float64Array.from(own, (i) => Math.log(model.alpha + ageOf(i)));
    if (own.length <= NODES) {
      for (const i of own) coming[i] = exactly.inSteps(MONTH, factors, ageOf(i));
      continue;
    }
    const [low, high] = [logAge.reduce((a, b) => Math.min(a, b)), logAge.reduce((a, b) => Math.max(a, b))];
    const points = chebyshevPoints(low, high, NODES);
    const values = points.map((point) => exactly.inSteps(MONTH, factors, Math.exp(point) - model.alpha));
    own.forEach((i, position) => {
      coming[i] = interpolate(points, values, logAge[position] as number);
    });
  }
  return coming;
}

/** Positions of customers who bought equally often. */
function alikeOf(purchases: Uint32Array): Uint32Array[] {
  const by = new Map<number, number[]>();
  purchases.forEach((often, i) => {
    const own = by.get(often);
    if (own === undefined) by.set(often, [i]);
    else own.push(i);
  });
  return Array.from(by.values(), (own) => Uint32Array.from(own));
}
