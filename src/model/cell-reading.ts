import type { TextColumn } from './text-column.js';

/**
 * How columns that no field was taken from are read where they are compared with numbers or days: the way the whole
 * column writes them. NaN and NO_DAY where a cell is empty or is none.
 */
export interface CellReading {
  numbers(column: TextColumn): Float64Array;
  /** Shares 0…1; a column of per cents is divided by 100. */
  ratios(column: TextColumn): Float64Array;
  days(column: TextColumn): Int32Array;
}
