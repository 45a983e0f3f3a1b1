import { NO_DAY } from '../../model/civil-day.js';
import type { TextColumn } from '../../model/text-column.js';
import { DistinctCells } from '../distinct-cells.js';
import { type OrderEvidence, OrderWitness } from './date-order.js';
import { daysInBytes } from './day-bytes.js';

/** The day of a cell that only its text and the format of its column tell. */
export const UNREAD = NO_DAY + 1;

/** What one pass over a column of dates tells: the days that hang on nothing else, and what settles the others. */
export interface SureDays {
  readonly cells: DistinctCells;
  /** Per distinct cell; `NO_DAY` where it is empty, `UNREAD` where the format of the column decides. */
  readonly days: Int32Array;
  /** Distinct cells that are `UNREAD`, and that are empty. */
  readonly unread: number;
  readonly empty: number;
  readonly evidence: OrderEvidence;
}

/** Reads the days that are written year first (`2024-01-31`, with or without a time), and hears what the others say. */
export function sureDays(cells: DistinctCells): SureDays {
  const days = new Int32Array(cells.size).fill(NO_DAY);
  const { unread, empty } = daysInBytes(cells.bytes, cells.offsets, days, UNREAD);
  const witness = new OrderWitness();
  if (unread > 0) {
    for (let cell = 0; cell < days.length; cell++) {
      const rows = days[cell] === UNREAD ? cells.rows(cell) : 0;
      if (rows > 0) witness.hear(cells.text(cell), rows);
    }
  }
  return { cells, days, unread, empty, evidence: witness.evidence() };
}

/** What the cells of a column say about how its dates are written. */
export function orderEvidence(column: TextColumn): OrderEvidence {
  return sureDays(new DistinctCells(column)).evidence;
}
