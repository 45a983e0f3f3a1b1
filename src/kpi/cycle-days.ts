import type { Parts, Population } from '../model/population.js';
import type { WorkRoom } from '../model/work-room.js';
import { type InPieces, type Moments, momentsAbout, spreadsBy } from '../stats/moments.js';
import { countWhole, quantiles, quantilesOfCounts, sumOfCounts, type WholeCounts } from '../stats/quantile.js';
import { countsOfSlot, countWholeBy, type WholeCountsBy } from '../stats/slot-counts.js';
import { sum } from '../stats/sum.js';
import { daysBetween, type Values } from './figures.js';
import { gatherPieces, withGathered } from './gathered.js';
import { cached } from './parts.js';

type Dated = Population<'created_at' | 'closed_at'>;

/**
 * Days from creation to closing, one per deal; every deal must have both dates. Found once for a population: the sales
 * cycle, what is stalled and the ages of open deals are all judged by those of the deals won.
 */
export const cycleDays = cached(
  (deals: Dated): Float64Array => deals.ofPart(cycleDays, lentDays) ?? daysOf(deals, deals.rows),
);

/** Does some work with the same numbers: it keeps neither them nor a view of them. Those of many deals are not kept. */
function withCycleDays<T>(deals: Dated, work: (days: Float64Array) => T): T {
  const own = ownDays(deals);
  if (own !== null) return work(own);
  return withGathered(deals, (rows, into) => daysOf(deals, rows, into), work);
}

/** The same numbers, if they are at hand or few. */
function ownDays(deals: Dated): Float64Array | null {
  return deals.ofPart(cycleDays, lentDays) ?? (deals.size < COUNTED_FROM ? cycleDays(deals) : null);
}

/** The same numbers for work that looks at each once: those of many deals, eight bytes each, are never together. */
function daysInPieces(deals: Dated): Float64Array | InPieces {
  return ownDays(deals) ?? { length: deals.size, each: (take) => besideRows(deals, take) };
}

function besideRows(deals: Dated, take: (days: Float64Array, rows: Uint32Array) => void): void {
  gatherPieces(deals, (rows, into) => daysOf(deals, rows, into), take);
}

function lentDays(deals: Dated, rows: Uint32Array, room: WorkRoom): Float64Array {
  return daysOf(deals, rows, room.lend(Float64Array, rows.length));
}

function daysOf(deals: Dated, rows: Uint32Array, into?: Float64Array): Float64Array {
  return daysBetween(deals.column('created_at'), deals.column('closed_at'), rows, into);
}

/** The same, which nobody gathers before somebody reads them. */
export function cycles(deals: Dated): Values {
  return {
    n: deals.size,
    // A part of a split keeps nothing: it has its numbers at hand.
    sum: () => {
      const counts = countsOf(deals);
      return counts === null ? withCycleDays(deals, sum) : sumOfCounts(counts);
    },
    moments: (mean) => momentsOf(deals, mean),
    counts: () => countsOf(deals),
    gather: () => cycleDays(deals),
    lend: (work) => withCycleDays(deals, work),
    quantiles: (probabilities) => cycleQuantiles(deals, probabilities),
  };
}

/** Of so many deals the days are counted: half a dozen figures ask for quantiles of those of all won deals, or of groups. */
const COUNTED_FROM = 20_000;

/** Quantiles (type 7) of the days from creation to closing; every deal must have both dates, and there must be one. */
export function cycleQuantiles(deals: Dated, probabilities: readonly number[]): number[] {
  const counts = countsOf(deals);
  return counts === null
    ? withCycleDays(deals, (days) => quantiles(days, probabilities))
    : quantilesOfCounts(counts, probabilities);
}

/** Null of few deals, and where the days are not counted. */
function countsOf(deals: Dated): WholeCounts | null {
  const among = deals.amongParts(InParts, inParts);
  if (among !== null && among.found !== null) return countsOfSlot(among.found.known, among.part);
  return deals.size < COUNTED_FROM ? null : cycleCounts(deals);
}

const cycleCounts = cached((deals: Dated) => countWhole(daysInPieces(deals)));

function momentsOf(deals: Dated, mean: number): Moments {
  const among = deals.amongParts(InParts, inParts);
  if (among === null || among.found === null) return momentsAbout(daysInPieces(deals), mean);
  return { n: deals.size, mean, sd: among.found.spreads[among.part] as number | null };
}

/** The days of a whole by its parts: counted where the deals lie, so that no part need have its own. */
class InParts {
  #spreads: (number | null)[] | null = null;

  constructor(
    private readonly deals: Dated,
    private readonly codes: Parts['codes'],
    readonly known: WholeCountsBy,
  ) {}

  get spreads(): (number | null)[] {
    const { deals, codes, known } = this;
    this.#spreads ??= spreadsBy((take) => besideRows(deals, take), codes, known);
    return this.#spreads;
  }
}

/** Null of few deals, and where the days are not counted: each part then has its own. */
function inParts(whole: Dated, { codes, count }: Parts): InParts | null {
  const counted = whole.size < COUNTED_FROM ? null : cycleCounts(whole);
  const known = counted === null ? null : countWholeBy((take) => besideRows(whole, take), counted, codes, count);
  return known === null ? null : new InParts(whole, codes, known);
}
