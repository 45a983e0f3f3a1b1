import { type CategoryColumn, missingColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, type FieldKind } from '../model/fields.js';
import { EXCLUDED } from '../model/outcome.js';
import { cellText, type TextColumn, TextColumnBuilder } from '../model/text-column.js';

type Columns = Partial<Omit<DealColumns, 'customer'>>;

/** Columns of several tables, one under the other. A field that only some tables have is missing in the others. */
export function stack(tables: readonly { readonly size: number; readonly columns: Columns }[]): Columns {
  const [only] = tables;
  if (tables.length === 1 && only !== undefined) return only.columns;
  const size = tables.reduce((sum, table) => sum + table.size, 0);
  const stacked: Record<string, unknown> = {};
  const names = new Set(tables.flatMap(({ columns }) => Object.keys(columns)));
  for (const name of names) {
    if (name === 'outcome') {
      const outcome = new Uint8Array(size);
      let at = 0;
      for (const table of tables) {
        outcome.set(table.columns.outcome ?? new Uint8Array(table.size).fill(EXCLUDED), at);
        at += table.size;
      }
      stacked[name] = outcome;
      continue;
    }
    const field = name as DealFieldName;
    const { kind } = DEAL_FIELDS[field];
    const parts = tables.map((table) => table.columns[field] ?? missingColumn(kind, table.size));
    stacked[name] = stackColumn(kind, parts, size);
  }
  return stacked as Columns;
}

function stackColumn(kind: FieldKind, parts: readonly unknown[], size: number): unknown {
  if (kind === 'text') {
    const builder = new TextColumnBuilder();
    for (const part of parts as readonly TextColumn[])
      for (let row = 0; row < part.length; row++) builder.push(cellText(part, row));
    return builder.finish();
  }
  if (kind === 'category') return stackCategories(parts as readonly CategoryColumn[], size);
  const array =
    kind === 'day' ? new Int32Array(size) : kind === 'boolean' ? new Int8Array(size) : new Float64Array(size);
  let at = 0;
  for (const part of parts as readonly Float64Array[]) {
    array.set(part, at);
    at += part.length;
  }
  return array;
}

/** Category columns one under the other, over one list of values. */
export function stackCategories(parts: readonly CategoryColumn[], size: number): CategoryColumn {
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codes = new Uint32Array(size);
  let at = 0;
  for (const part of parts) {
    const codeOf = part.values.map((value) => {
      let code = index.get(value);
      if (code === undefined) {
        code = values.push(value) - 1;
        index.set(value, code);
      }
      return code;
    });
    for (const code of part.codes) codes[at++] = codeOf[code] ?? 0;
  }
  return { codes, values };
}

/** The given rows of all columns, in the given order. */
export function pickRows(columns: Columns, rows: Uint32Array): Columns {
  const picked: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    if (name === 'outcome') picked[name] = Uint8Array.from(rows, (row) => (column as Uint8Array)[row] ?? EXCLUDED);
    else picked[name] = pickColumn(DEAL_FIELDS[name as DealFieldName].kind, column, rows);
  }
  return picked as Columns;
}

function pickColumn(kind: FieldKind, column: unknown, rows: Uint32Array): unknown {
  if (kind === 'text') return pickText(column as TextColumn, rows);
  if (kind === 'category') return pickCategory(column as CategoryColumn, rows);
  const from = column as Float64Array;
  const to =
    kind === 'day'
      ? new Int32Array(rows.length)
      : kind === 'boolean'
        ? new Int8Array(rows.length)
        : new Float64Array(rows.length);
  rows.forEach((row, index) => {
    to[index] = from[row] ?? 0;
  });
  return to;
}

export function pickCategory(column: CategoryColumn, rows: Uint32Array): CategoryColumn {
  return { values: column.values, codes: Uint32Array.from(rows, (row) => column.codes[row] ?? 0) };
}

function pickText(column: TextColumn, rows: Uint32Array): TextColumn {
  if (column.kind === 'dictionary') {
    return { ...column, length: rows.length, codes: Uint32Array.from(rows, (row) => column.codes[row] ?? 0) };
  }
  const builder = new TextColumnBuilder();
  for (const row of rows) builder.push(cellText(column, row));
  return builder.finish();
}
