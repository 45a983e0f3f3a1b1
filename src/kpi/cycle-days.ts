import type { Population } from '../model/population.js';
import { momentsAbout } from '../stats/moments.js';
import { countWhole, quantiles, quantilesOfCounts } from '../stats/quantile.js';
import { sum } from '../stats/sum.js';
import { daysBetween, type Values } from './figures.js';
import { cached } from './parts.js';

/**
 * Days from creation to closing, one per deal; every deal must have both dates. Found once for a population: the sales
 * cycle, what is stalled and the ages of open deals are all judged by those of the deals won.
 */
export const cycleDays = cached(
  (deals: Population<'created_at' | 'closed_at'>): Float64Array => deals.ofPart(cycleDays, cycleDays) ?? daysOf(deals),
);

function daysOf(deals: Population<'created_at' | 'closed_at'>): Float64Array {
  return daysBetween(deals.column('created_at'), deals.column('closed_at'), deals.rows);
}

/** The same, which nobody gathers before somebody reads them. */
export function cycles(deals: Population<'created_at' | 'closed_at'>): Values {
  return {
    n: deals.size,
    // A part of a split keeps nothing: it has its numbers at hand.
    sum: () => sum(deals.ofPart(cycleDays, cycleDays) ?? cycleDays(deals)),
    moments: (mean) => momentsAbout(cycleDays(deals), mean),
    gather: () => cycleDays(deals),
    quantiles: (probabilities) => cycleQuantiles(deals, probabilities),
  };
}

/** Of so many deals the days are counted, since half a dozen figures ask for quantiles of those of all won deals. */
const COUNTED_FROM = 20_000;

/** Quantiles (type 7) of the days from creation to closing; every deal must have both dates, and there must be one. */
export function cycleQuantiles(
  deals: Population<'created_at' | 'closed_at'>,
  probabilities: readonly number[],
): number[] {
  const counts = deals.size < COUNTED_FROM ? null : cycleCounts(deals);
  return counts === null ? quantiles(cycleDays(deals), probabilities) : quantilesOfCounts(counts, probabilities);
}

const cycleCounts = cached((deals: Population<'created_at' | 'closed_at'>) => countWhole(cycleDays(deals)));
