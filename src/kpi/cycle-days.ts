import type { Population } from '../model/population.js';
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

/** The same, which nobody gathers before somebody reads them: their sum is exact in any order, for they are whole. */
export function cycles(deals: Population<'created_at' | 'closed_at'>): Values {
  return { n: deals.size, sum: () => sumOf(deals), gather: () => cycleDays(deals) };
}

function sumOf(deals: Population<'created_at' | 'closed_at'>): number {
  const own = deals.ofPart(cycleDays, cycleDays);
  if (own !== null) return exactSum(own);
  const [created, closed] = [deals.column('created_at'), deals.column('closed_at')];
  const { rows } = deals;
  let days = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    days += (closed[row] as number) - (created[row] as number);
  }
  return days;
}

function exactSum(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}
