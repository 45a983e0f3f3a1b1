import { headerKey } from '../crm/header.js';
import { foldText } from '../locale/fold.js';
import type { CategoryColumn } from '../model/column.js';
import { companyKey } from '../model/company-name.js';
import { cellText, type TextColumn } from '../model/text-column.js';

/** A table that is joined to the deals: a customers file or a lookup table. */
export interface JoinTable {
  readonly file: string;
  readonly headers: readonly string[];
  readonly columns: readonly (TextColumn | undefined)[];
  readonly size: number;
  /** Index of the column that names the customer, for customers files. */
  readonly key: number | null;
}

/** How a table hangs on the deals. */
export interface Join {
  readonly table: JoinTable;
  /** Column of the table whose values the deals carry. */
  readonly key: number;
  /** What of the deals carries them, as people name it. */
  readonly dealColumn: string;
  readonly on: CategoryColumn;
  /** Row of the table per deal, −1 where none fits. */
  readonly rowOf: Int32Array;
  /** Deals with a value that the table does not have, and how many distinct values that is. */
  readonly unmatchedDeals: number;
  readonly unmatchedValues: readonly string[];
}

/** A category of the deals that a join may hang on. */
export interface Hook {
  readonly name: string;
  readonly column: CategoryColumn;
  /** Company names are compared without legal forms. */
  readonly company: boolean;
}

/** At least this share of the deals' distinct values must be found for two columns to be the same thing. */
const MATCHED_SHARE = 0.3;

/**
 * Joins a table to the deals by the pair of columns that fits best: the table's column has no value twice, and most
 * of the deals' values are in it. Equal headers are preferred to equal contents. Null when nothing fits. `counts` says
 * which rows are deals.
 */
export function joinTable(
  table: JoinTable,
  hooks: readonly Hook[],
  counts: (row: number) => boolean = () => true,
): Join | null {
  let best: { key: number; hook: Hook; index: ReadonlyMap<string, number>; score: number } | null = null;
  for (let key = 0; key < table.headers.length; key++) {
    const column = table.columns[key];
    if (column === undefined || (table.key !== null && table.key !== key)) continue;
    for (const hook of hooks) {
      const index = uniqueIndex(column, hook.company);
      if (index === null) continue;
      const share = matchedShare(hook, index);
      if (share < MATCHED_SHARE) continue;
      const sameName = headerKey(hook.name) === headerKey(table.headers[key] ?? '');
      const score = share + (sameName ? 1 : 0);
      if (best === null || score > best.score) best = { key, hook, index, score };
    }
  }
  if (best === null) return null;
  const { key, hook, index } = best;
  const rowByCode = hook.column.values.map((value) =>
    value === '' ? -1 : (index.get(valueKey(value, hook.company)) ?? -1),
  );
  const rowOf = new Int32Array(hook.column.codes.length);
  const missing = new Set<number>();
  let unmatchedDeals = 0;
  hook.column.codes.forEach((code, row) => {
    const found = rowByCode[code] ?? -1;
    rowOf[row] = found;
    if (found < 0 && code !== 0 && counts(row)) {
      unmatchedDeals++;
      missing.add(code);
    }
  });
  const unmatchedValues = [...missing].map((code) => hook.column.values[code] ?? '').sort();
  return { table, key, dealColumn: hook.name, on: hook.column, rowOf, unmatchedDeals, unmatchedValues };
}

function valueKey(value: string, company: boolean): string {
  return company ? companyKey(value) : foldText(value);
}

/** Value → row, or null when a value stands twice (then it is no key). */
function uniqueIndex(column: TextColumn, company: boolean): Map<string, number> | null {
  const index = new Map<string, number>();
  for (let row = 0; row < column.length; row++) {
    const text = cellText(column, row);
    if (text.trim() === '') continue;
    const key = valueKey(text, company);
    if (index.has(key)) return null;
    index.set(key, row);
  }
  return index.size === 0 ? null : index;
}

function matchedShare(hook: Hook, index: ReadonlyMap<string, number>): number {
  const values = hook.column.values.filter((value) => value !== '');
  if (values.length === 0) return 0;
  return values.filter((value) => index.has(valueKey(value, hook.company))).length / values.length;
}

/** A column of the joined table, per deal. */
export function joinedColumn(join: Join, column: number): CategoryColumn {
  const cells = join.table.columns[column];
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codeOfRow = new Uint32Array(join.table.size);
  for (let row = 0; row < join.table.size; row++) {
    const text = cells === undefined ? '' : cellText(cells, row).trim();
    let code = index.get(text);
    if (code === undefined) {
      code = values.push(text) - 1;
      index.set(text, code);
    }
    codeOfRow[row] = code;
  }
  const codes = new Uint32Array(join.rowOf.length);
  join.rowOf.forEach((row, deal) => {
    codes[deal] = row < 0 ? 0 : (codeOfRow[row] ?? 0);
  });
  return { codes, values };
}
