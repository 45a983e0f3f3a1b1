import { said } from '../locale/said.js';
import type { Deals } from '../model/deals.js';
import { fieldsOf } from '../model/fields.js';
import type { LoadWarning, RowPlace } from '../model/load-warnings.js';
import { lineAt, sheetRowAt } from '../model/row-places.js';
import type { ReadTable } from './read-table.js';
import { warning } from './warning.js';

/** Texts and rows that a warning names. */
const [EXAMPLES, MOST_ROWS] = [3, 20];

/** Cells of deals or orders that cannot be read as what their column holds, a warning per column of a file. */
export function unreadableDeals(deals: Deals, role: 'deals' | 'orders'): LoadWarning[] {
  interface Found {
    n: number;
    readonly file: string;
    readonly field: string;
    readonly column: string;
    readonly examples: string[];
    readonly rows: RowPlace[];
  }
  const byColumn = new Map<string, Found>();
  for (const { column, field, text, deal } of deals.unreadable) {
    if (deal < 0 && role === 'orders') continue; // it changes no figure
    const place = deal < 0 ? null : deals.place(deal);
    const file = place?.file ?? '';
    const key = `${file}\n${column}`;
    const entry = byColumn.get(key) ?? { n: 0, file, field, column, examples: [], rows: [] };
    entry.n++;
    if (entry.examples.length < EXAMPLES && !entry.examples.includes(text)) entry.examples.push(text);
    if (place !== null && entry.rows.length < MOST_ROWS) entry.rows.push({ row: place.row, line: place.line });
    byColumn.set(key, entry);
  }
  return [...byColumn.values()].map(({ n, file, field, column, examples, rows }) =>
    warning(said('unreadable_cells', { file: null, column, field, cells: n, examples }), {
      file,
      role,
      column,
      field,
      count: n,
      rows,
    }),
  );
}

/** The same of a file of customers, leads or subscriptions. */
export function unreadableBeside({ plan, reader, mapping, raw }: ReadTable): LoadWarning[] {
  const { file, sheet } = plan.head;
  const kinds = fieldsOf(plan.role);
  return [...mapping.fields].flatMap(([field, { column, header }]): LoadWarning[] => {
    const kind = kinds[field]?.kind ?? 'text';
    const rows = raw.columns[column] === undefined ? [] : reader.unreadableRows(column, kind);
    if (rows.length === 0) return [];
    const places = rows
      .slice(0, MOST_ROWS)
      .map((row): RowPlace => ({ row: sheetRowAt(raw.places, row), line: lineAt(raw.places, row) || null }));
    return [
      warning(said('unreadable_cells', { file, column: header, field, cells: rows.length, examples: [] }), {
        file,
        sheet,
        role: plan.role,
        column: header,
        field,
        count: rows.length,
        rows: places,
      }),
    ];
  });
}
