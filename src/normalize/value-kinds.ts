import type { ValueKind } from '../load/raw-table.js';
import { type FieldKind, fieldsOf } from '../model/fields.js';
import { findColumn } from './find-column.js';
import type { TablePlan } from './plan.js';

const KIND_OF: Partial<Record<FieldKind, ValueKind>> = {
  day: 'days',
  money: 'numbers',
  number: 'numbers',
  ratio: 'numbers',
};

/**
 * What the columns of a table are for, where all that they may hold is one kind of value. What is asked for as a text,
 * too, is kept as one: making texts again takes longer than reading them.
 *
 * @param staying texts that are hardly asked for may stay in the file: names of deals, times of days
 * @param by columns whose texts are asked for, by their headers
 */
export function valueKinds(
  { head, role, candidates }: Pick<TablePlan, 'head' | 'role' | 'candidates'>,
  staying = false,
  by: readonly string[] = [],
): Map<number, ValueKind> {
  const fields = fieldsOf(role);
  const asked = new Set(by.map((name) => findColumn(head.columns, name)));
  const kinds = new Map<number, ValueKind | undefined>();
  for (const { column, field } of candidates) {
    const isNamed = role === 'deals' && field === 'name' && staying;
    const ofTexts = isNamed ? 'places' : role === 'deals' && field === 'id' ? 'ids' : undefined;
    const ofValues = KIND_OF[fields[field]?.kind ?? 'text'];
    const isPlaced = ofValues === 'days' && role === 'deals' && staying && !asked.has(column);
    const kind = ofTexts ?? (isPlaced ? 'placed_days' : ofValues);
    kinds.set(column, !kinds.has(column) || kinds.get(column) === kind ? kind : undefined);
  }
  return new Map([...kinds].flatMap(([column, kind]) => (kind === undefined ? [] : [[column, kind] as const])));
}
