import type { Deals } from '../model/deals.js';
import { fieldsOf } from '../model/fields.js';
import type { LoadWarning, RowPlace } from '../model/load-warnings.js';
import type { ReadTable } from './read-table.js';
import { warning } from './warning.js';

/** Texts and rows that a warning names. */
const [EXAMPLES, MOST_ROWS] = [3, 20];

/** Cells of deals or orders that cannot be read as what their column holds, a warning per column of a file. */
export function unreadableDeals(deals: Deals): LoadWarning[] {
  const byColumn = new Map<string, { n: number; file: string; field: string; column: string; examples: string[] }>();
  for (const { column, field, text, deal } of deals.unreadable) {
    const file = deal < 0 ? '' : deals.place(deal).file;
    const key = `${file}\n${column}`;
    const entry = byColumn.get(key) ?? { n: 0, file, field, column, examples: [] };
    entry.n++;
    if (entry.examples.length < EXAMPLES && !entry.examples.includes(text)) entry.examples.push(text);
    byColumn.set(key, entry);
  }
  return [...byColumn.values()].map(({ n, file, field, column, examples }) =>
    warning(
      'unreadable_cells',
      `${n} cells of "${column}" cannot be read as ${field} and count as missing: ${quoted(examples, ', ')}.`,
      `${n} سلول از «${column}» خوانا نیست و خالی به‌شمار آمد: ${quoted(examples, '، ')}.`,
      { file, role: 'deals', column, field, count: n },
    ),
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
      .map((row): RowPlace => ({ row: raw.rowOf[row] ?? 0, line: raw.lineOf[row] || null }));
    return [
      warning(
        'unreadable_cells',
        `${file}: ${rows.length} cells of "${header}" cannot be read as ${field} and count as missing.`,
        `${file}: ${rows.length} سلول از «${header}» خوانا نیست و خالی به‌شمار آمد.`,
        { file, sheet, role: plan.role, column: header, field, count: rows.length, rows: places },
      ),
    ];
  });
}

function quoted(texts: readonly string[], comma: string): string {
  return texts.map((text) => `"${text}"`).join(comma);
}
