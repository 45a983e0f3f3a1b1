import { headerKey } from '../crm/header.js';
import type { CategoryColumn } from '../model/column.js';
import type { MergedNames } from '../model/company-name.js';
import {
  type DealColumns,
  type DealField,
  type DealFile,
  Deals,
  type DuplicateRow,
  type LineItems,
  type Place,
  type UnreadableCell,
} from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import { livingOn } from '../model/own-cells.js';
import { type Cells, RowPick } from '../model/pick-rows.js';
import { lineAt, type RowPlaces, sheetRowAt, stackPlaces } from '../model/row-places.js';
import { roomFor } from '../model/shared-memory.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import { stack } from './combine.js';
import { type CustomerColumn, customerColumn } from './customer-key.js';
import type { DealTable } from './deal-table.js';
import type { Repeat } from './dedupe.js';
import { type IdFacts, idFacts } from './id-facts.js';
import { unifyRials } from './money-units.js';
import type { NamedCustomers } from './named-customers.js';
import type { ReadTable } from './read-table.js';
import { COUNTED, LINE_ITEM, type SettledRows, settleRows } from './settle-rows.js';
import type { RepeatedIds } from './shared-ids.js';
import { snapshotConflicts } from './snapshot-conflicts.js';

/** All deal tables one under the other, before repeats are dropped. */
export interface StackedDeals {
  readonly size: number;
  readonly columns: Partial<Omit<DealColumns, 'customer'>>;
  readonly customer: CustomerColumn | null;
  readonly tables: readonly ReadTable[];
  /** By row; empty where there is one table. */
  readonly fileOf: Uint16Array;
  readonly places: RowPlaces;
  /** Per table, the date fields whose cells are instants. */
  readonly instants: readonly (ReadonlySet<DealField> | undefined)[];
  readonly unreadable: readonly {
    readonly row: number;
    readonly field: DealFieldName;
    readonly column: string;
    readonly text: string;
  }[];
  /** What became of every row: it counts, or is a line item, a repeat, or in an older snapshot. */
  readonly rows: SettledRows;
  /** Rows that a column of their file says are no deals. */
  readonly setAside: readonly number[];
  /** Amounts in toman that became rials, because both are written. */
  readonly tomans: number;
  /** Ids that a spreadsheet has destroyed; where there are any, no row is taken for a repeat of another. */
  readonly damagedIds: number;
}

/** What somebody else finds while the deals are built. */
export interface FoundAhead {
  /** What the ids of a column tell, if it was found. */
  ids(ids: TextColumn): IdFacts | null;
  /** The customers of a table by their names, if they were found. */
  named(table: ReadTable | undefined): NamedCustomers | null;
  /** Told of the columns that the deals will have, if no row is left out. */
  begin(size: number, columns: Partial<DealColumns>): void;
}

const NOTHING_AHEAD: FoundAhead = { ids: () => null, named: () => null, begin: () => {} };

const NO_IDS: IdFacts = { damaged: 0, sharing: null };

/** Puts deal tables one under the other, and finds the rows that are no deals of their own. */
export function stackDeals(
  tables: readonly ReadTable[],
  parts: readonly DealTable[],
  repeatedIds?: RepeatedIds,
  merged: MergedNames = [],
  ahead: FoundAhead = NOTHING_AHEAD,
): StackedDeals {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const columns = parts.length === 0 ? {} : stack(parts);
  const fileOf = roomFor(Uint16Array, tables.length > 1 ? size : 0);
  const unreadable: StackedDeals['unreadable'][number][] = [];
  const setAside: number[] = [];
  let at = 0;
  tables.forEach(({ raw }, index) => {
    if (index > 0) fileOf.fill(index, at, at + raw.size);
    for (const cell of parts[index]?.unreadable ?? []) unreadable.push({ ...cell, row: cell.row + at });
    for (const row of parts[index]?.setAside ?? []) setAside.push(row + at);
    at += raw.size;
  });
  const { account, account_id: accountId } = columns;
  const customer =
    account === undefined && accountId === undefined
      ? null
      : customerColumn(account, accountId, size, merged, () => (tables.length === 1 ? ahead.named(tables[0]) : null));
  const { id, ...withoutId } = columns;
  const { damaged, sharing } = id === undefined ? NO_IDS : (ahead.ids(id) ?? idFacts(id));
  ahead.begin(size, { ...withoutId, ...(customer === null ? {} : { customer: customer.column }) });
  const known = damaged > 0 ? withoutId : columns;
  const rows = settleRows(tables, parts, known, sharing, fileOf, customer?.column, repeatedIds);
  const settled = { ...columns, ...rows.settled };
  const rials = unifyRials(settled.amount, settled.currency);
  return {
    size,
    columns: rials === null ? settled : { ...settled, amount: rials.amount, currency: rials.currency },
    customer,
    tables,
    fileOf,
    places: stackPlaces(tables.map(({ raw }) => raw.places)),
    instants: parts.map(({ instants }) => instants),
    unreadable,
    rows,
    setAside,
    tomans: rials?.converted ?? 0,
    damagedIds: damaged,
  };
}

/** The deals that count: every row that is a record of its own, with the columns that breakdowns ask for. */
export function finishDeals(stacked: StackedDeals, extra: ReadonlyMap<string, CategoryColumn>): Deals {
  const { size, tables, fileOf, places, setAside } = stacked;
  const { fate, into, repeats } = stacked.rows;
  const files = tables.map(({ plan }, index): DealFile => {
    const instants = stacked.instants[index];
    return { file: plan.head.file, sheet: plan.head.sheet, ...(instants === undefined ? {} : { instants }) };
  });
  const columns: Partial<DealColumns> = {
    ...stacked.columns,
    ...(stacked.customer === null ? {} : { customer: stacked.customer.column }),
  };
  if (fate === null || !leavesOut(fate)) {
    const unreadable = stacked.unreadable.map(({ row, ...cell }): UnreadableCell => ({ ...cell, deal: row }));
    const own = livingOn([
      ...(Object.values(columns) as Cells[]),
      ...extra.values(),
      ...[places.firsts, places.rows, places.lines],
    ]);
    return new Deals({
      ...{ size, files, unreadable, duplicates: [], setAside },
      places: { ...places, firsts: own(places.firsts), rows: own(places.rows), lines: own(places.lines) },
      columns: Object.fromEntries(
        Object.entries(columns).map(([field, column]) => [field, own(column as Cells)]),
      ) as Partial<DealColumns>,
      extra: new Map([...extra].map(([name, column]) => [name, own(column)])),
    });
  }
  const kept = countedRows(fate);
  const pick = new RowPick(kept);
  const position = new Int32Array(size).fill(-1);
  for (let at = 0; at < kept.length; at++) position[kept[at] as number] = at;
  // A deal of several lines stands where its first one does.
  const stands = into === null ? kept : kept.slice();
  for (let row = 0; into !== null && row < size; row++) {
    const deal = position[into[row] as number] as number;
    if (deal >= 0 && row < (stands[deal] as number)) stands[deal] = row;
  }
  const place = (row: number): Place => {
    const source = files[fileOf[row] ?? 0];
    return {
      file: source?.file ?? '',
      sheet: source?.sheet ?? null,
      row: sheetRowAt(places, row),
      line: lineAt(places, row) || null,
    };
  };
  const sameRow = rowComparison(tables, fileOf);
  const duplicates = repeats.map(
    (repeat): DuplicateRow => ({
      kept: position[repeat.kept] ?? -1,
      place: place(repeat.dropped),
      identical: sameRow(repeat),
    }),
  );
  const summed = new Set(stacked.rows.lineTables.filter(({ amount }) => amount === 'line').map(({ table }) => table));
  // An amount that cannot be read on one line is missing in its deal's sum.
  const dealOf = (row: number, field: DealFieldName): number =>
    field === 'amount' && fate[row] === LINE_ITEM && summed.has(fileOf[row] ?? 0) ? (into?.[row] ?? row) : row;
  const picked = Object.entries(columns).map(([field, column]) => [field, pick.cells(column as Cells)]);
  const standing = into === null ? pick : new RowPick(stands);
  return new Deals({
    size: kept.length,
    columns: Object.fromEntries(picked) as Partial<DealColumns>,
    files,
    places: standing.places(places),
    extra: new Map([...extra].map(([name, column]) => [name, pick.cells(column)])),
    unreadable: stacked.unreadable.map(({ row, ...cell }) => ({
      ...cell,
      deal: position[dealOf(row, cell.field)] ?? -1,
    })),
    duplicates,
    conflicts: snapshotConflicts(stacked.rows, stacked.columns, fileOf, position, place, stacked.instants),
    lineItems: lineItemsOf(stacked, kept, position, place),
    setAside: setAside.flatMap((row) => ((position[row] ?? -1) < 0 ? [] : [position[row] ?? 0])),
  });
}

/** Whether a row does not count. */
function leavesOut(fate: Uint8Array): boolean {
  for (let row = 0; row < fate.length; row++) if (fate[row] !== COUNTED) return true;
  return false;
}

/** The rows that count, ascending. */
function countedRows(fate: Uint8Array): Uint32Array {
  const rows = new Uint32Array(fate.length);
  let counted = 0;
  for (let row = 0; row < fate.length; row++) if (fate[row] === COUNTED) rows[counted++] = row;
  return rows.subarray(0, counted);
}

/** How many rows each deal was made of, where a table of deals has a row per product line. */
function lineItemsOf(
  { rows, size }: StackedDeals,
  kept: Uint32Array,
  position: Int32Array,
  place: (row: number) => Place,
): LineItems | null {
  const { into, lineTables } = rows;
  if (into === null || lineTables.length === 0) return null;
  const rowsOf = new Uint32Array(kept.length).fill(1);
  for (let row = 0; row < size; row++) {
    const deal = into[row] === row ? -1 : (position[into[row] ?? 0] ?? -1);
    if (deal >= 0) rowsOf[deal] = (rowsOf[deal] ?? 1) + 1;
  }
  let lines: Map<number, number[]> | null = null;
  const linesByDeal = (): Map<number, number[]> => {
    const known = new Map<number, number[]>();
    for (let row = 0; row < size; row++) {
      const deal = position[into[row] ?? row] ?? -1;
      if (deal < 0 || rowsOf[deal] === 1) continue;
      const own = known.get(deal);
      if (own === undefined) known.set(deal, [row]);
      else own.push(row);
    }
    return known;
  };
  return {
    rowsOf,
    placesOf: (deal) => {
      lines ??= linesByDeal();
      return (lines.get(deal) ?? []).map(place);
    },
  };
}

/** Tells whether two rows agree in every cell that was read (same table), or in every field that was mapped (two tables). */
function rowComparison(tables: readonly ReadTable[], fileOf: Uint16Array): (repeat: Repeat) => boolean {
  let at = 0;
  const parts = tables.map(({ plan, raw }) => {
    const start = at;
    at += raw.size;
    const columns = raw.columns.flatMap((column, index) =>
      column === undefined ? [] : [[headerKey(plan.head.columns[index] ?? ''), column] as const],
    );
    return { start, columns, byName: new Map(columns) };
  });
  return ({ kept, dropped }) => {
    const a = parts[fileOf[kept] ?? 0];
    const b = parts[fileOf[dropped] ?? 0];
    if (a === undefined || b === undefined) return false;
    return a.columns.every(([name, column]) => {
      const other = a === b ? column : b.byName.get(name);
      if (other === undefined) return true;
      const [x, y] = [kept - a.start, dropped - b.start];
      if (other === column && column.kind === 'dictionary' && column.codes[x] === column.codes[y]) return true;
      return cellText(column, x).trim() === cellText(other, y).trim();
    });
  };
}
