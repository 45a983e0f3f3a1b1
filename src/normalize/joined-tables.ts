import type { JoinedTable } from '../model/dataset.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import { forEachCell } from '../model/text-column.js';
import type { Join } from './join.js';
import type { JoinedFiles } from './join-together.js';
import type { ReadTable } from './read-table.js';

/**
 * What rules must know of the tables that were joined by a field of the deals: the values they have, and those of the
 * deals that they do not have. Tables that hang on a column of no field are left out: no figure reads it.
 */
export function joinedTables(
  files: readonly JoinedFiles[],
  joins: readonly { readonly table: ReadTable; readonly join: Join | null }[],
  dealTables: readonly ReadTable[],
): JoinedTable[] {
  return files.flatMap(({ file, join }): JoinedTable[] => {
    const field = join === null ? null : fieldOf(join.dealColumn, dealTables);
    if (join === null || field === null) return [];
    const names = new Set(file.split(', '));
    const members = joins.filter(
      (one) => one.join?.dealColumn === join.dealColumn && (names.has(one.table.plan.head.file) || one.join === join),
    );
    const [first] = members;
    if (first === undefined) return [];
    const known = new Set<string>();
    for (const { join: own } of members) {
      const cells = own?.table.columns[own.key];
      if (cells === undefined) continue;
      forEachCell(cells, (text) => {
        if (text.trim() !== '') known.add(text.trim());
      });
    }
    const role = first.table.plan.role === 'customers' ? 'customers' : 'lookup';
    const { dealColumn: column, unmatchedValues: unmatched } = join;
    return [{ file, role, field, column, known: [...known], unmatched }];
  });
}

/** The field that the deals' column was taken for, or null. */
function fieldOf(column: string, dealTables: readonly ReadTable[]): DealFieldName | null {
  for (const name of Object.keys(DEAL_FIELDS) as DealFieldName[]) {
    const header = dealTables[0]?.mapping.fields.get(name)?.header ?? name;
    if (header === column && dealTables.some(({ mapping }) => mapping.fields.has(name))) return name;
  }
  return null;
}
