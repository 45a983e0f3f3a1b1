import type { Parts, Population } from '../model/population.js';
import { inWorkRoom } from '../model/work-room.js';
import { type DistinctBy, distinctBy } from '../stats/distinct.js';
import { countBy, sumsBy } from '../stats/sum.js';
import { withAmounts } from './amounts.js';
import { cached } from './parts.js';
import { customersOf } from './populations.js';

/**
 * What deals are by the number of their customer (`customersOf`); every deal must name one. Found once for a population:
 * concentration and lifetime value ask the same of the same deals. Never write to them.
 */

/** Σ of the amounts, compensated; every deal must have one. */
export const amountsByCustomer = cached((deals: Population<'customer' | 'amount'>): Float64Array => {
  const { count, numbers } = customersOf(deals);
  return withAmounts(deals, (amounts) => sumsBy(amounts, numbers, count));
});

/** How many deals. */
export const dealsByCustomer = cached((deals: Population<'customer'>): Uint32Array => {
  const { count, numbers } = customersOf(deals);
  return countBy(numbers, count);
});

/** How many customers some deals have, and how many of these have two of the deals or more. */
export interface Buyers {
  readonly count: number;
  readonly repeated: number;
}

/** The customers of deals that all name one. Those of all parts of a split are counted at once, and none is numbered anew. */
export const buyersOf = cached((deals: Population<'customer'>): Buyers => {
  const among = deals.amongParts(inParts, inParts);
  if (among !== null) {
    const { counts, repeated } = among.found;
    return { count: counts[among.part] as number, repeated: repeated[among.part] as number };
  }
  const purchases = dealsByCustomer(deals);
  let repeated = 0;
  for (let customer = 0; customer < purchases.length; customer++) if ((purchases[customer] as number) >= 2) repeated++;
  return { count: purchases.length, repeated };
});

function inParts(whole: Population<'customer'>, { codes, count: parts }: Parts): DistinctBy {
  const { count, numbers } = customersOf(whole);
  return whole.withRows((rows) =>
    inWorkRoom((room) => {
      const kind = numbers instanceof Uint16Array ? Uint16Array : Uint32Array;
      return distinctBy(numbers, count, rows, codes, parts, room.lend<typeof numbers>(kind, numbers.length));
    }),
  );
}
