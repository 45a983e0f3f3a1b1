import type { RawTable } from '../load/raw-table.js';
import type { Mapping } from './mapping.js';
import type { TablePlan } from './plan.js';
import type { TableReader } from './table-reader.js';

/** One table with its cells, and what its columns were taken for. */
export interface ReadTable {
  readonly plan: TablePlan;
  readonly raw: RawTable;
  readonly reader: TableReader;
  readonly mapping: Mapping;
}
