import type { Population } from '../model/population.js';
import { sum } from '../stats/sum.js';
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
export const amountTotal = cached((deals: Priced): number => sum(amountsOf(deals)));

/** The cells of a column, one per row. A loop of its own: a call per row takes three times as long. */
export function gatherCells(column: Float64Array, rows: Uint32Array): Float64Array {
  const cells = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) cells[i] = column[rows[i] as number] as number;
  return cells;
}
