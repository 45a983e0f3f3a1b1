import { headerKey } from '../crm/header.js';
import type { CategoryColumn } from '../model/column.js';
import { type DealColumns, Deals, type DuplicateRow, type Place, type UnreadableCell } from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import { cellText } from '../model/text-column.js';
import { pickCategory, pickRows, stack } from './combine.js';
import { type CustomerColumn, customerColumn } from './customer-key.js';
import type { DealTable } from './deal-table.js';
import { findRepeats, type Repeat } from './dedupe.js';
import type { ReadTable } from './read-table.js';

/** All deal tables one under the other, before repeats are dropped. */
export interface StackedDeals {
  readonly size: number;
  readonly columns: Partial<Omit<DealColumns, 'customer'>>;
  readonly customer: CustomerColumn | null;
  readonly tables: readonly ReadTable[];
  readonly fileOf: Uint16Array;
  readonly rowOf: Uint32Array;
  readonly lineOf: Uint32Array;
  readonly unreadable: readonly {
    readonly row: number;
    readonly field: DealFieldName;
    readonly column: string;
    readonly text: string;
  }[];
  readonly repeats: readonly Repeat[];
  /** Rows that a column of their file says are no deals. */
  readonly setAside: readonly number[];
}

/** Puts deal tables one under the other, and finds the rows that repeat an id. */
export function stackDeals(tables: readonly ReadTable[], parts: readonly DealTable[]): StackedDeals {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const columns = parts.length === 0 ? {} : stack(parts);
  const fileOf = new Uint16Array(size);
  const rowOf = new Uint32Array(size);
  const lineOf = new Uint32Array(size);
  const unreadable: StackedDeals['unreadable'][number][] = [];
  const setAside: number[] = [];
  let at = 0;
  tables.forEach(({ raw }, index) => {
    fileOf.fill(index, at, at + raw.size);
    rowOf.set(raw.rowOf, at);
    lineOf.set(raw.lineOf, at);
    for (const cell of parts[index]?.unreadable ?? []) unreadable.push({ ...cell, row: cell.row + at });
    for (const row of parts[index]?.setAside ?? []) setAside.push(row + at);
    at += raw.size;
  });
  const { account, account_id: accountId, id, outcome, modified_at: modified } = columns;
  const customer = account === undefined && accountId === undefined ? null : customerColumn(account, accountId, size);
  const repeats = id === undefined ? [] : findRepeats(id, outcome ?? new Uint8Array(size), modified);
  return { size, columns, customer, tables, fileOf, rowOf, lineOf, unreadable, repeats, setAside };
}

/** The deals that count: every row but the repeats, with the columns that breakdowns ask for. */
export function finishDeals(stacked: StackedDeals, extra: ReadonlyMap<string, CategoryColumn>): Deals {
  const { size, repeats, tables, fileOf, rowOf, lineOf, setAside } = stacked;
  const files = tables.map(({ plan }) => ({ file: plan.head.file, sheet: plan.head.sheet }));
  const columns: Partial<DealColumns> = {
    ...stacked.columns,
    ...(stacked.customer === null ? {} : { customer: stacked.customer.column }),
  };
  if (repeats.length === 0) {
    const unreadable = stacked.unreadable.map(({ row, ...cell }): UnreadableCell => ({ ...cell, deal: row }));
    return new Deals({ size, columns, files, fileOf, rowOf, lineOf, extra, unreadable, duplicates: [], setAside });
  }
  const dropped = new Set(repeats.map((repeat) => repeat.dropped));
  const kept = Uint32Array.from({ length: size }, (_, row) => row).filter((row) => !dropped.has(row));
  const position = new Int32Array(size).fill(-1);
  kept.forEach((row, index) => {
    position[row] = index;
  });
  const place = (row: number): Place => {
    const source = files[fileOf[row] ?? 0];
    return { file: source?.file ?? '', sheet: source?.sheet ?? null, row: rowOf[row] ?? 0, line: lineOf[row] || null };
  };
  const duplicates = repeats.map(
    (repeat): DuplicateRow => ({
      kept: position[repeat.kept] ?? -1,
      place: place(repeat.dropped),
      identical: sameRow(tables, fileOf, repeat),
    }),
  );
  const { customer, ...rest } = columns;
  return new Deals({
    size: kept.length,
    columns: { ...pickRows(rest, kept), ...(customer === undefined ? {} : { customer: pickCategory(customer, kept) }) },
    files,
    fileOf: Uint16Array.from(kept, (row) => fileOf[row] ?? 0),
    rowOf: Uint32Array.from(kept, (row) => rowOf[row] ?? 0),
    lineOf: Uint32Array.from(kept, (row) => lineOf[row] ?? 0),
    extra: new Map([...extra].map(([name, column]) => [name, pickCategory(column, kept)])),
    unreadable: stacked.unreadable.map(({ row, ...cell }) => ({ ...cell, deal: position[row] ?? -1 })),
    duplicates,
    setAside: setAside.flatMap((row) => ((position[row] ?? -1) < 0 ? [] : [position[row] ?? 0])),
  });
}

/** Whether two rows agree in every cell that was read (same table), or in every field that was mapped (two tables). */
function sameRow(tables: readonly ReadTable[], fileOf: Uint16Array, repeat: Repeat): boolean {
  const starts: number[] = [];
  let at = 0;
  for (const { raw } of tables) {
    starts.push(at);
    at += raw.size;
  }
  const cellsOf = (row: number): Map<string, string> => {
    const index = fileOf[row] ?? 0;
    const table = tables[index];
    const local = row - (starts[index] ?? 0);
    const cells = new Map<string, string>();
    table?.raw.columns.forEach((column, position) => {
      if (column !== undefined)
        cells.set(headerKey(table.plan.head.columns[position] ?? ''), cellText(column, local).trim());
    });
    return cells;
  };
  const a = cellsOf(repeat.kept);
  const b = cellsOf(repeat.dropped);
  return [...a].every(([name, text]) => (b.get(name) ?? text) === text);
}
