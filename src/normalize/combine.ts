import { type CategoryColumn, missingColumn, type RatioColumn, spreadNumbers } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, type FieldKind } from '../model/fields.js';
import { EXCLUDED } from '../model/outcome.js';
import { roomFor } from '../model/shared-memory.js';
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
      const outcome = roomFor(Uint8Array, size);
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
    kind === 'day'
      ? roomFor(Int32Array, size)
      : kind === 'boolean'
        ? roomFor(Int8Array, size)
        : roomFor(Float64Array, size);
  let at = 0;
  for (const part of parts as readonly RatioColumn[]) {
    const numbers = spreadNumbers(part);
    array.set(numbers, at);
    at += numbers.length;
  }
  return array;
}

/** Category columns one under the other, over one list of values. */
export function stackCategories(parts: readonly CategoryColumn[], size: number): CategoryColumn {
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codes = roomFor(Uint32Array, size);
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
