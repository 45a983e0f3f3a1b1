/** The rows of files of customers, leads and orders as records, with the columns that rules name. */

import type { CategoryColumn } from '../model/column.js';
import { type DealColumns, Deals } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, fieldsOf } from '../model/fields.js';
import { stackPlaces } from '../model/row-places.js';
import { stack, stackCategories } from './combine.js';
import { findColumn } from './find-column.js';
import type { ReadTable } from './read-table.js';

export const ROLES_BESIDE = ['customers', 'leads', 'orders'] as const;
export type RoleBeside = (typeof ROLES_BESIDE)[number];

/** The records of each role that rules are about and files are there for. */
export function recordsBeside(
  read: readonly ReadTable[],
  asked: ReadonlyMap<string, readonly string[]>,
): { readonly [R in RoleBeside]?: Deals } {
  return Object.fromEntries(
    ROLES_BESIDE.flatMap((role) => {
      const names = asked.get(role);
      const tables = read.filter(({ plan }) => plan.role === role);
      return names === undefined || tables.length === 0 ? [] : [[role, recordsOf(tables, [...names, 'id', 'name'])]];
    }),
  );
}

/** Fields that a deal has too are read as its are; everything else is the text of its column. */
function recordsOf(tables: readonly ReadTable[], names: readonly string[]): Deals {
  const parts = tables.map((table) => ({ size: table.raw.size, columns: typedColumns(table, names) }));
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const typed = stack(parts);
  const extra = new Map<string, CategoryColumn>();
  for (const name of names) {
    if (Object.hasOwn(typed, name)) continue;
    const found = tables.map((table) => {
      const column = columnOf(table, name);
      return column === null ? null : table.reader.as(column, 'category');
    });
    if (found.every((one) => one === null)) continue;
    const columns = found.map((one, at) => one ?? { codes: new Uint32Array(tables[at]?.raw.size ?? 0), values: [''] });
    extra.set(name, stackCategories(columns, size));
  }
  const customer = extra.get('customer');
  extra.delete('customer');
  return new Deals({
    size,
    columns: { ...typed, ...(customer === undefined ? {} : { customer }) },
    files: tables.map(({ plan }) => ({ file: plan.head.file, sheet: plan.head.sheet })),
    places: stackPlaces(tables.map(({ raw }) => raw.places)),
    extra,
    unreadable: [],
    duplicates: [],
  });
}

function typedColumns(table: ReadTable, names: readonly string[]): Partial<Omit<DealColumns, 'customer'>> {
  const own = fieldsOf(table.plan.role);
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!Object.hasOwn(DEAL_FIELDS, name) || name === 'outcome') return [];
      const column = columnOf(table, name);
      if (column === null) return [];
      const { kind } = own[name] ?? DEAL_FIELDS[name as DealFieldName];
      const same = kind === DEAL_FIELDS[name as DealFieldName].kind;
      return same ? [[name, kind === 'text' ? table.reader.cells(column) : table.reader.as(column, kind)]] : [];
    }),
  );
}

/** The column of a field of the file's role, else the one of that header; null where it was not read. */
function columnOf({ plan, raw, mapping }: ReadTable, name: string): number | null {
  const column = mapping.fields.get(name)?.column ?? findColumn(plan.head.columns, name);
  return column < 0 || raw.columns[column] === undefined ? null : column;
}
