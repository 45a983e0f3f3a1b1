import type { CategoryColumn } from '../model/column.js';
import type { TextColumn } from '../model/text-column.js';
import { filledIn } from './column-facts.js';
import type { DealFindings, Violation } from './definition.js';
import type { TextField } from './texts.js';
import { textAt } from './texts.js';

/** Cells of one field that a rule found, as ascending rows. */
export interface FoundCells {
  readonly field: TextField;
  readonly column: CategoryColumn | TextColumn;
  readonly rows: readonly number[];
}

/** A violation per cell, by deal, then in the order of the fields. `checked` is how many cells were looked at. */
export function cellFindings<Args>(
  checked: number,
  found: readonly FoundCells[],
  args: (text: string, field: TextField) => Args,
): DealFindings<Args> {
  const total = found.reduce((sum, { rows }) => sum + rows.length, 0);
  // Row and field in one number: the order of numbers is the order of the violations.
  const cells = new Float64Array(total);
  let at = 0;
  found.forEach(({ rows }, index) => {
    for (const row of rows) cells[at++] = row * found.length + index;
  });
  cells.sort();
  return {
    checked,
    rows: Uint32Array.from(cells, (cell) => Math.floor(cell / found.length)),
    describe(row, index): Violation<Args> {
      const one = found[(cells[index] ?? 0) % found.length];
      if (one === undefined) throw new RangeError(`no violation ${index}`);
      const value = textAt(one.column, row);
      return { field: one.field, value, args: args(value, one.field) };
    },
  };
}

/** How many cells of the columns hold something. */
export function filledCells(columns: readonly { readonly column: CategoryColumn | TextColumn }[]): number {
  return columns.reduce((sum, { column }) => sum + filledIn(column), 0);
}
