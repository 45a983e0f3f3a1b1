import type { CategoryColumn } from '../model/column.js';
import { OUTCOMES } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';

/** How many deals of each outcome have each value of a column, by `code × outcomes + outcome`. */
export function outcomesByCode(deals: Population<'outcome'>, { codes, values }: CategoryColumn): Uint32Array {
  const counts = new Uint32Array(values.length * OUTCOMES.length);
  const outcome = deals.column('outcome');
  // All deals are not listed for it.
  if (deals.isAll) countAll(counts, codes, outcome);
  else deals.withRows((rows) => countSome(counts, codes, outcome, rows));
  return counts;
}

function countAll(counts: Uint32Array, codes: Codes, outcome: Uint8Array): void {
  for (let row = 0; row < outcome.length; row++) {
    const slot = (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
    counts[slot] = (counts[slot] as number) + 1;
  }
}

function countSome(counts: Uint32Array, codes: Codes, outcome: Uint8Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const slot = (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
    counts[slot] = (counts[slot] as number) + 1;
  }
}
