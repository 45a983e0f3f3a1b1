import { NO_DAY } from '../../model/civil-day.js';
import { roomInBlock } from '../../model/shared-memory.js';
import type { StoredDays } from '../../model/stored-values.js';
import type { TextColumn } from '../../model/text-column.js';
import { DistinctCells } from '../distinct-cells.js';
import { type OrderEvidence, OrderWitness } from './date-order.js';
import { daysInBytes } from './day-bytes.js';

/** The day of a cell that only its text and the format of its column tell. */
const UNREAD = NO_DAY + 1;

/** What one pass over a column of dates tells: the days that hang on nothing else, and what settles the others. */
export interface SureDays {
  readonly cells: DistinctCells;
  /** Per distinct cell; `NO_DAY` where it is empty, anything where it is unread. */
  readonly days: Int32Array;
  /** Distinct cells whose day the format of the column decides, ascending. */
  readonly unread: Uint32Array;
  /** How many distinct cells are empty. */
  readonly empty: number;
  readonly evidence: OrderEvidence;
}

/** Reads the days that are written year first (`2024-01-31`, with or without a time), and hears what the others say. */
export function sureDays(cells: DistinctCells): SureDays {
  const { column } = cells;
  const stored = column.kind === 'plain' ? column.stored : undefined;
  if (stored?.kind === 'days') return storedDays(cells, stored);
  const days = roomInBlock(Int32Array, cells.size).fill(NO_DAY);
  const { unread: count, empty } = daysInBytes(cells.bytes, cells.offsets, days, UNREAD);
  const unread = new Uint32Array(count);
  for (let cell = 0, at = 0; at < count; cell++) if (days[cell] === UNREAD) unread[at++] = cell;
  return { cells, days, unread, empty, evidence: evidenceOf(cells, unread) };
}

function storedDays(cells: DistinctCells, { days, empty, others }: StoredDays): SureDays {
  return { cells, days, unread: others.rows, empty, evidence: evidenceOf(cells, others.rows) };
}

function evidenceOf(cells: DistinctCells, unread: Uint32Array): OrderEvidence {
  const witness = new OrderWitness();
  for (const cell of unread) {
    const rows = cells.rows(cell);
    if (rows > 0) witness.hear(cells.text(cell), rows);
  }
  return witness.evidence();
}

/** What the cells of a column say about how its dates are written. */
export function orderEvidence(column: TextColumn): OrderEvidence {
  return sureDays(new DistinctCells(column)).evidence;
}
