import type { Parts, Population } from '../model/population.js';
import { LENT_FROM, type WorkRoom } from '../model/work-room.js';
import { type Moments, momentsAbout, spreadsByRow } from '../stats/moments.js';
import { type SlotSums, sum, sumsByRow } from '../stats/sum.js';
import { withGathered } from './gathered.js';
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
  return deals.ofPart(gathered, lentAmounts) ?? gathered(deals);
}

/** Does some work with the amounts, one per deal: it keeps neither them nor a view of them. Those of many deals are not kept. */
export function withAmounts<T>(deals: Priced, work: (amounts: Float64Array) => T): T {
  const own = deals.ofPart(gathered, lentAmounts) ?? (deals.size < LENT_FROM ? gathered(deals) : null);
  if (own !== null) return work(own);
  const column = deals.column('amount');
  return withGathered(deals, (rows, into) => gatherInto(into, column, rows), work);
}

function lentAmounts(deals: Priced, rows: Uint32Array, room: WorkRoom): Float64Array {
  const amounts = room.lend(Float64Array, rows.length);
  gatherInto(amounts, deals.column('amount'), rows);
  return amounts;
}

const gathered = cached((deals: Priced): Float64Array => gatherCells(deals.column('amount'), deals.rows));

/** Σ of the amounts, compensated. */
export const amountTotal = cached((deals: Priced): number => {
  const among = deals.amongParts(InParts, inParts);
  return among === null ? withAmounts(deals, sum) : (among.found.known.sums[among.part] as number);
});

/** Number, mean and spread of the amounts of at least one deal. */
export const amountMoments = cached((deals: Priced): Moments => {
  const mean = amountTotal(deals) / deals.size;
  const among = deals.amongParts(InParts, inParts);
  if (among === null) return withAmounts(deals, (amounts) => momentsAbout(amounts, mean));
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
    this.known = deals.withRows((rows) => sumsByRow(deals.column('amount'), rows, codes, count));
  }

  get spreads(): (number | null)[] {
    const { deals, codes, known } = this;
    this.#spreads ??= deals.withRows((rows) => spreadsByRow(deals.column('amount'), rows, codes, known));
    return this.#spreads;
  }
}

function inParts(whole: Priced, { codes, count }: Parts): InParts {
  return new InParts(whole, codes, count);
}

/** The cells of a column, one per row. A loop of its own: a call per row takes three times as long. */
export function gatherCells(column: Float64Array, rows: Uint32Array): Float64Array {
  const cells = new Float64Array(rows.length);
  gatherInto(cells, column, rows);
  return cells;
}

function gatherInto(cells: Float64Array, column: Float64Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) cells[i] = column[rows[i] as number] as number;
}
