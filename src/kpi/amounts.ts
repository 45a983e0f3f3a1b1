import type { Parts, Population } from '../model/population.js';
import { type Moments, momentsAbout, spreadsByRow } from '../stats/moments.js';
import { type SlotSums, sum, sumsByRow } from '../stats/sum.js';
import { cached } from './parts.js';

/**
 * The amounts of deals that all have one. What is won is asked for by a dozen figures, so that it is looked up, and added
 * up, once for a population: a loop that runs for the first time takes ten times as long as one that has run before.
 */

/** Deals that all have an amount. */
type Priced = Population<'amount'>;

/** The amounts, one per deal. Never write to them. */
export function amountsOf(deals: Priced): Float64Array {
  // A part of a split keeps nothing: it has its numbers at hand.
  return deals.ofPart(gathered, gathered) ?? gathered(deals);
}

const gathered = cached((deals: Priced): Float64Array => gatherCells(deals.column('amount'), deals.rows));

/** Σ of the amounts, compensated. */
export const amountTotal = cached((deals: Priced): number => {
  const among = deals.amongParts(InParts, inParts);
  return among === null ? sum(amountsOf(deals)) : (among.found.known.sums[among.part] as number);
});

/** Number, mean and spread of the amounts of at least one deal. */
export const amountMoments = cached((deals: Priced): Moments => {
  const mean = amountTotal(deals) / deals.size;
  const among = deals.amongParts(InParts, inParts);
  if (among === null) return momentsAbout(amountsOf(deals), mean);
  return { n: deals.size, mean, sd: among.found.spreads[among.part] as number | null };
});

/** The amounts of a whole by its parts: added up where they lie, so that no part need have its own. */
class InParts {
  readonly known: SlotSums;
  #spreads: (number | null)[] | null = null;

  constructor(
    private readonly deals: Priced,
    private readonly codes: Parts['codes'],
    count: number,
  ) {
    this.known = sumsByRow(amountsOf(deals), deals.rows, codes, count);
  }

  get spreads(): (number | null)[] {
    this.#spreads ??= spreadsByRow(amountsOf(this.deals), this.deals.rows, this.codes, this.known);
    return this.#spreads;
  }
}

function inParts(whole: Priced, { codes, count }: Parts): InParts {
  return new InParts(whole, codes, count);
}

/** The cells of a column, one per row. A loop of its own: a call per row takes three times as long. */
export function gatherCells(column: Float64Array, rows: Uint32Array): Float64Array {
  const cells = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) cells[i] = column[rows[i] as number] as number;
  return cells;
}
