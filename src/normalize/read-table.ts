import type { RawTable } from '../load/raw-table.js';
import type { CarriedColumn } from './grouped-report.js';
import type { Mapping } from './mapping.js';
import type { TablePlan } from './plan.js';
import type { TableReader } from './table-reader.js';

/** One table with its cells, and what its columns were taken for. */
export interface ReadTable {
  readonly plan: TablePlan;
  readonly raw: RawTable;
  readonly reader: TableReader;
  readonly mapping: Mapping;
  /** Columns of a grouped report of which each value was carried down its group; left out where there are none. */
  readonly carried?: readonly CarriedColumn[];
}
