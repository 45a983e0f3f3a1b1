import type { Deals } from '../model/deals.js';
import { byOutcome } from '../model/selections.js';
import type { Report } from './schema.js';

/** Every deal is exactly one of four; the counts add up to the records. */
export function partitionOf(deals: Deals): Report['partition'] {
  const [open = 0, won = 0, lost = 0, excluded = 0] = byOutcome(deals.all()).map(({ size }) => size);
  return { records: deals.size, won, lost, open, excluded };
}
