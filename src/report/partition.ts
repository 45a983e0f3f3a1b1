import type { Deals } from '../model/deals.js';
import { OUTCOMES } from '../model/outcome.js';
import type { Report } from './schema.js';

/** Every deal is exactly one of four; the counts add up to the records. */
export function partitionOf(deals: Deals): Report['partition'] {
  const counts = OUTCOMES.map(() => 0);
  const outcome = deals.column('outcome');
  for (let row = 0; row < outcome.length; row++)
    counts[outcome[row] as number] = (counts[outcome[row] as number] ?? 0) + 1;
  const [open = 0, won = 0, lost = 0, excluded = 0] = counts;
  return { records: deals.size, won, lost, open, excluded };
}
