import type { CellReading } from '../model/cell-reading.js';
import type { CivilDay } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
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

/** What an expression is evaluated over. */
export interface ExpressionTable {
  readonly deals: ExpressionDeals;
  readonly reading: CellReading;
  /** The snapshot date; null where neither the data nor the user says it. */
  readonly asOf: CivilDay | null;
  /** What relative periods and `today` count from. */
  readonly today: CivilDay;
  readonly fiscalYearStart?: number | undefined;
  readonly fiscalCalendar?: Calendar | undefined;
  readonly calendar?: Calendar | undefined;
}
