import type { CategoryColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import type { DealFieldName } from '../model/fields.js';
import { roomInBlock } from '../model/shared-memory.js';
import type { DealTable } from './deal-table.js';
import { findRepeats, type Repeat } from './dedupe.js';
import { type Folded, foldLines, type LineTable, type SharedTable } from './line-items.js';
import type { ReadTable } from './read-table.js';
import { type RowOrder, rowOrder } from './row-order.js';
import type { SharedIdRows } from './shared-id-rows.js';
import type { RepeatedIds } from './shared-ids.js';
import { findSnapshots, type SnapshotSet } from './snapshots.js';
import { StandingRows } from './standing-rows.js';

/** What became of a row: it counts, or it is … */
export const COUNTED = 0;
export const LINE_ITEM = 1;
export const REPEATED_ID = 2;
export const OLDER_SNAPSHOT = 3;
/** Why a row that could be read is no record of its own, by fate. Codes are part of the JSON contract. */
export const FATES = ['counted', 'line item', 'repeated id', 'older snapshot'] as const;

/** What the rows of all deal tables together stand for. */
export interface SettledRows {
  /** Index into FATES, per row; null where every row counts. */
  readonly fate: Uint8Array | null;
  /** The row that stands for each row: one line of its deal, else itself. Null where no row is a line. */
  readonly into: Uint32Array | null;
  readonly repeats: readonly Repeat[];
  /** Which of two rows with one id counts. */
  readonly order: RowOrder;
  /** Tables of deals with a row per product line. */
  readonly lineTables: readonly LineTable[];
  readonly snapshots: readonly SnapshotSet[];
  /** Tables in which one id stands for several deals. */
  readonly shared: readonly SharedTable[];
  /** Columns with the facts of a deal of several lines at the row that stands for it: the sum, the first and last day. */
  readonly settled: Folded['settled'];
}

/**
 * Finds the rows that are no record of their own: lines of a deal or order, rows of a deal that a newer snapshot has,
 * and repeats of an id. In this order: lines of one deal are one row before files are compared, and what a newer
 * snapshot replaces is no repeat.
 *
 * @param sharing the rows that share an id; null where the ids identify nothing, or there are none
 */
export function settleRows(
  tables: readonly ReadTable[],
  parts: readonly DealTable[],
  columns: Partial<Omit<DealColumns, 'customer'>>,
  sharing: SharedIdRows | null,
  fileOf: Uint16Array,
  customer: CategoryColumn | undefined,
  said: RepeatedIds | undefined,
): SettledRows {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  // Made for the first row that does not count: mostly all do, and then it is room for something else.
  let fate: Uint8Array | null = null;
  const mark = (row: number, code: number): void => {
    fate ??= roomInBlock(Uint8Array, size);
    fate[row] = code;
  };
  const order = rowOrder(columns, tables.length > 1 ? fileOf : undefined);
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += part.size;
  }
  const standing = new StandingRows(size);
  parts.forEach(({ lineOf }, index) => {
    const start = starts[index] ?? 0;
    lineOf?.forEach((kept, row) => {
      standing.put(row + start, kept + start);
    });
  });
  const foldAll = (): boolean => {
    const { rows: into } = standing;
    if (into === null) return false;
    let lines = false;
    for (let row = 0; row < size; row++) {
      if (into[row] === row) continue;
      lines = true;
      mark(row, LINE_ITEM);
    }
    return lines;
  };
  const ordered = parts.some(({ lineOf }) => lineOf !== undefined) && foldAll();
  const counts = (row: number): boolean => isCounted(fate, row);
  const first = sharing === null ? [] : findRepeats(sharing, order, ordered ? (row) => !counts(row) : null);
  const none = { repeats: [], order, lineTables: [], snapshots: [], shared: [], settled: {} };
  if (sharing === null || first.length === 0) return { ...none, fate, into: ordered ? standing.rows : null };
  if (said === 'all') {
    return { ...none, fate, into: ordered ? standing.rows : null, shared: everyRow(first, fileOf) };
  }
  const folded = foldLines(tables, starts, fileOf, first, { columns, customer }, standing, order, said);
  const { apart, equal } = folded;
  for (const { dropped } of equal) mark(dropped, REPEATED_ID);
  const lines = (ordered || folded.tables.length > 0) && foldAll();
  const files = tables.map(({ plan }, index) => ({
    start: starts[index] ?? 0,
    end: (starts[index] ?? 0) + (parts[index]?.size ?? 0),
    deals: plan.role === 'deals',
    has: (field: DealFieldName) => parts[index]?.columns[field] !== undefined,
  }));
  const across = tables.length > 1 && first.some(({ kept, dropped }) => fileOf[kept] !== fileOf[dropped]);
  const { sets, older } = across ? findSnapshots(files, columns, counts) : { sets: [], older: [] };
  for (const row of older) mark(row, OLDER_SNAPSHOT);
  const unchanged = folded.tables.length === 0 && apart.size === 0 && older.length === 0;
  const others = unchanged ? first : findRepeats(sharing, order, (row) => !counts(row) || apart.has(row));
  const repeats = equal.length === 0 ? others : [...equal, ...others];
  for (const { dropped } of repeats) mark(dropped, REPEATED_ID);
  return {
    fate,
    into: lines ? standing.rows : null,
    repeats,
    order,
    lineTables: folded.tables,
    snapshots: sets,
    shared: folded.shared,
    settled: folded.settled,
  };
}

/** The tables with ids that stand in several rows, each row a deal. */
function everyRow(repeats: readonly Repeat[], fileOf: Uint16Array): SharedTable[] {
  const ids = new Map<number, Set<number>>();
  const rows = new Map<number, Set<number>>();
  for (const { kept, dropped } of repeats) {
    const table = fileOf[dropped] ?? 0;
    const own = ids.get(table) ?? new Set<number>();
    ids.set(table, own.add(kept));
    rows.set(table, (rows.get(table) ?? new Set<number>()).add(kept).add(dropped));
  }
  return [...ids].map(([table, own]) => {
    const deals = [...(rows.get(table) ?? [])].sort((a, b) => a - b);
    return { table, ids: own.size, deals: deals.length, rows: deals, said: true };
  });
}

const NONE_LEFT_OUT = new Uint8Array(0);

/** Whether a row is a record of its own. */
export function isCounted(fate: SettledRows['fate'], row: number): boolean {
  return fate === null || fate[row] === COUNTED;
}

/** How many rows of a table are no records of their own, by reason. */
export function leftOutOf(
  { rows, fileOf }: { readonly rows: SettledRows; readonly fileOf: Uint16Array },
  table: number,
): { readonly reason: string; readonly rows: number }[] {
  const counts = FATES.map(() => 0);
  const fate = rows.fate ?? NONE_LEFT_OUT;
  for (let row = 0; row < fate.length; row++) {
    if (fate[row] !== COUNTED && (fileOf[row] ?? 0) === table)
      counts[fate[row] as number] = (counts[fate[row] as number] ?? 0) + 1;
  }
  return FATES.flatMap((reason, code) =>
    code === COUNTED || counts[code] === 0 ? [] : [{ reason, rows: counts[code] ?? 0 }],
  );
}
