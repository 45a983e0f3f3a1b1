import type { Population } from '../model/population.js';
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
