import type { CivilDay } from '../model/civil-day.js';
import type { CategoryColumn, TextColumn } from '../model/column.js';
import type { DealColumns, DealField } from '../model/deals.js';
import type { Calendar } from '../model/period.js';

/** The deals, as far as an expression looks at them. */
export interface ExpressionDeals {
  readonly size: number;
  /** Columns of the files by the header that was asked for. */
  readonly extra: ReadonlyMap<string, CategoryColumn>;
  has(field: DealField): boolean;
  column<F extends DealField>(field: F): DealColumns[F];
}

/**
 * Reads a column that no field was taken from as numbers or days, the way its whole column writes them. NaN and NO_DAY
 * where a cell is empty or is none.
 */
export interface CellReading {
  numbers(column: TextColumn): Float64Array;
  /** Shares 0…1; a column of per cents is divided by 100. */
  ratios(column: TextColumn): Float64Array;
  days(column: TextColumn): Int32Array;
}

/** What an expression is evaluated over. */
export interface ExpressionTable {
  readonly deals: ExpressionDeals;
  readonly reading: CellReading;
  /** The snapshot date. */
  readonly asOf: CivilDay;
  /** What relative periods and `today` count from. */
  readonly today: CivilDay;
  readonly fiscalYearStart?: number | undefined;
  readonly calendar?: Calendar | undefined;
}
