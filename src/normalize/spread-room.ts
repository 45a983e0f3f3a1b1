import type { RawTable } from '../load/raw-table.js';
import { fieldsOf } from '../model/fields.js';
import type { TablePlan } from './plan.js';

/** Kinds of which every row has eight bytes, however few distinct cells there are. */
const WIDE = new Set(['money', 'number']);

/**
 * Bytes of the columns of numbers that are likely to be made of cells that repeat: a byte a row in the file's table, eight
 * where they are read. Ratios stay codes.
 */
export function bytesToSpread({ plan, raw }: { readonly plan: TablePlan; readonly raw: RawTable }): number {
  const kinds = fieldsOf(plan.role);
  const numbers = plan.candidates.filter(({ field }) => WIDE.has(kinds[field]?.kind ?? ''));
  const columns = [...new Set(numbers.map(({ column }) => column))];
  const coded = columns.filter((column) => raw.columns[column]?.kind === 'dictionary');
  return coded.length * raw.size * Float64Array.BYTES_PER_ELEMENT;
}
