import type { PresetDefinition, RowMark } from '../crm/definition.js';
import { ARCHIVED_COLUMNS, DELETED_COLUMNS } from '../crm/deleted-columns.js';
import { headerKey } from '../crm/header.js';
import { foldText } from '../locale/fold.js';
import type { CategoryColumn, NumberColumn } from '../model/column.js';
import { EXCLUDED, LOST, WON } from '../model/outcome.js';
import { copyOf } from '../model/shared-memory.js';
import { deletedRows } from './deleted-rows.js';
import type { MappedColumn } from './mapping.js';
import type { TableReader } from './table-reader.js';

/** Rows that a column of the file sets aside, and how many. */
export interface MarkedRows {
  readonly column: string;
  readonly value: string;
  readonly rows: number;
  readonly what: RowMark['what'];
}

/** How many amounts are paid again and again, by the file's word for it. */
export interface RepeatingAmounts {
  readonly column: string;
  readonly once: number;
  readonly counts: readonly { readonly value: string; readonly rows: number }[];
}

/** The columns that are read beside the fields: a preset's marks, amounts when won, how often an amount is paid; rows in the bin. */
export function presetColumns(headers: readonly string[], preset: PresetDefinition): number[] {
  const names = [
    ...(preset.marks ?? []).flatMap(({ column }) => column),
    ...(preset.amounts?.whenWon ?? []),
    ...(preset.amounts?.period?.column ?? []),
    ...DELETED_COLUMNS,
    ...ARCHIVED_COLUMNS,
  ].map(headerKey);
  const keys = new Set(names);
  return headers.flatMap((header, column) => (keys.has(headerKey(header)) ? [column] : []));
}

/**
 * Lets marks decide, the preset's own and those that any CRM may have: rows that are no deals become `excluded`, archived ones `lost` where they are not
 * won. Returns the rows set aside, one entry per column and value.
 */
export function applyMarks(
  reader: TableReader,
  preset: PresetDefinition,
  outcome: Uint8Array,
  mapped: ReadonlySet<number>,
): { readonly marked: readonly MarkedRows[]; readonly setAside: readonly number[] } {
  const marked: MarkedRows[] = [];
  const headers = reader.headers;
  const setAside: number[] = [];
  for (const mark of preset.marks ?? []) {
    const column = reader.columnNamed(mark.column);
    if (column === null) continue;
    const cells = reader.as(column, 'category');
    const rows = markedRows(cells, mark);
    if (mark.outcome === 'lost') {
      for (const row of rows) if (outcome[row] !== WON && outcome[row] !== EXCLUDED) outcome[row] = LOST;
      continue;
    }
    for (const row of rows) outcome[row] = EXCLUDED;
    for (const row of rows) setAside.push(row);
    const [first] = rows;
    if (first === undefined) continue;
    const value = cells.values[cells.codes[first] ?? 0] ?? '';
    marked.push({ column: reader.header(column), value, rows: rows.length, what: mark.what });
  }
  const aside = new Set(setAside);
  for (const { column, value, rows, archived } of deletedRows(reader, headers, preset, mapped, outcome)) {
    const fresh = rows.filter((row) => !aside.has(row));
    if (fresh.length === 0) continue;
    for (const row of fresh) {
      outcome[row] = EXCLUDED;
      aside.add(row);
      setAside.push(row);
    }
    marked.push({
      column: reader.header(column),
      value,
      rows: fresh.length,
      what: archived ? 'row_archived' : 'row_deleted',
    });
  }
  return { marked, setAside };
}

function markedRows({ codes, values }: CategoryColumn, { values: marks }: RowMark): number[] {
  const wanted = new Set(marks.map(foldText));
  const isMark = values.map((value) => value !== '' && wanted.has(foldText(value)));
  const rows: number[] = [];
  codes.forEach((code, row) => {
    if (isMark[code]) rows.push(row);
  });
  return rows;
}

/**
 * The amounts as money: hundredths become units where the preset says that its column holds them, and a won deal
 * counts with what it really brought where the file says so. The column that was read stays as it is.
 */
export function settleAmounts(
  reader: TableReader,
  preset: PresetDefinition,
  mapped: MappedColumn,
  amounts: NumberColumn,
  outcome: Uint8Array,
): NumberColumn {
  const { scale, whenWon } = preset.amounts ?? {};
  // Only for the preset's own column: another one that the user named instead is taken as it stands.
  if (!(preset.columns.deals?.amount ?? []).some((name) => headerKey(name) === headerKey(mapped.header)))
    return amounts;
  const actual = whenWon === undefined ? null : reader.columnNamed(whenWon);
  if (scale !== 'cents' && actual === null) return amounts;
  const settled = scale === 'cents' ? amounts.map((amount) => amount / 100) : copyOf(amounts);
  if (actual !== null) {
    const brought = reader.as(actual, 'money');
    settled.forEach((_, row) => {
      const amount = brought[row] ?? Number.NaN;
      if (outcome[row] === WON && !Number.isNaN(amount)) settled[row] = scale === 'cents' ? amount / 100 : amount;
    });
  }
  return settled;
}

/** Amounts per month or year beside one-time ones, in a file whose preset has a column that tells; else null. */
export function repeatingAmounts(reader: TableReader, preset: PresetDefinition): RepeatingAmounts | null {
  const { period } = preset.amounts ?? {};
  const column = period === undefined ? null : reader.columnNamed(period.column);
  if (period === undefined || column === null) return null;
  const { codes, values } = reader.as(column, 'category');
  const rows = new Uint32Array(values.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  const isOnce = new Set(period.once.map(foldText));
  const counts = values.flatMap((value, code) => {
    const n = rows[code] ?? 0;
    return value === '' || n === 0 || isOnce.has(foldText(value)) ? [] : [{ value, rows: n }];
  });
  if (counts.length === 0) return null;
  const repeating = counts.reduce((sum, { rows: n }) => sum + n, 0);
  return { column: reader.header(column), once: codes.length - repeating, counts };
}
