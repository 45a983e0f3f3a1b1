import { lineColumns } from '../crm/line-columns.js';
import { fieldsOf } from '../model/fields.js';
import { cellText, haveSameText, type TextColumn } from '../model/text-column.js';
import { isMissing } from './parse/text.js';
import type { ReadTable } from './read-table.js';

/** What differs between the rows of one deal in an export with a row for each of its contacts. */
const CONTACT = ['contact', 'contact_email', 'contact_phone'];

/** Rows without a deal's id that may be lines of one deal. */
export interface PossibleLines {
  readonly table: ReadTable;
  /** Rows that agree with the row above them in everything that is known of a deal, and differ in a line's column. */
  readonly further: number;
  /** The deals there would be of them. */
  readonly deals: number;
  /** The column that would serve as the id, because each of its names stands for one deal; null where none does. */
  readonly idColumn: string | null;
}

/**
 * Rows below each other with the same name, company, days and every other mapped field, that differ in the amount, in
 * a column of product lines or in the contact, in a table without a column for the id. They may be lines of one deal, or deals alike: the
 * file does not say, so they count as they stand, and the report asks. Null where there are none.
 */
export function possibleLines(table: ReadTable): PossibleLines | null {
  const { plan, raw, mapping } = table;
  const columnOf = (field: string): number | undefined => mapping.fields.get(field)?.column;
  const name = columnOf('name');
  const company = columnOf('account') ?? columnOf('account_id');
  const kinds = fieldsOf(plan.role);
  const days = [...mapping.fields].filter(([field]) => kinds[field]?.kind === 'day').map(([, { column }]) => column);
  if (plan.role !== 'deals' || mapping.fields.has('id') || name === undefined || company === undefined) return null;
  const ofLine = new Set(lineColumns(plan.head.columns));
  for (const field of ['product', 'amount', ...CONTACT]) {
    const column = columnOf(field);
    if (column !== undefined) ofLine.add(column);
  }
  const own = [...mapping.fields.values()].map(({ column }) => column).filter((column) => !ofLine.has(column));
  const cells = (columns: Iterable<number>): TextColumn[] =>
    [...columns].map((column) => raw.columns[column]).filter((column) => column !== undefined);
  const [ownCells, lineCells, dayCells] = [cells(own), cells(ofLine), cells(days)];
  const [names, companies] = [raw.columns[name], raw.columns[company]];
  if (names === undefined || companies === undefined || dayCells.length === 0 || lineCells.length === 0) return null;
  const told = (row: number): boolean =>
    [names, companies].every((column) => !isMissing(cellText(column, row))) &&
    dayCells.some((column) => !isMissing(cellText(column, row)));
  let further = 0;
  let deals = 0;
  let last = -1;
  for (let row = 1; row < raw.size; row++) {
    if (!ownCells.every((column) => same(column, row)) || lineCells.every((column) => same(column, row))) continue;
    if (!told(row)) continue;
    further++;
    if (last !== row - 1) deals++;
    last = row;
  }
  if (further === 0) return null;
  return { table, further, deals, idColumn: namesDeals(names, ownCells) ? (plan.head.columns[name] ?? null) : null };
}

/** Whether a row has the same cell as the row above it. */
function same(column: TextColumn, row: number): boolean {
  return haveSameText(column, row, row - 1);
}

/** Whether every name stands for one deal: it is in no row of another one, and in none without a name. */
function namesDeals(names: TextColumn, own: readonly TextColumn[]): boolean {
  const seen = new Set<string>();
  for (let row = 0; row < names.length; row++) {
    if (row > 0 && own.every((column) => same(column, row))) continue;
    const text = cellText(names, row).trim();
    if (isMissing(text) || seen.has(text)) return false;
    seen.add(text);
  }
  return true;
}
