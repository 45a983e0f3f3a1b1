import { lineColumns } from '../crm/line-columns.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DayColumn, NumberColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { copyOf } from '../model/shared-memory.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import type { Repeat } from './dedupe.js';
import type { ReadTable } from './read-table.js';
import type { RowOrder } from './row-order.js';
import { partsOf, type RepeatedIds, type RowFacts, sharedIds } from './shared-ids.js';
import type { StandingRows } from './standing-rows.js';

/** Of the ids that stand in several rows of a table, at least this share must be lines: then all of them are judged so. */
const LINES_SHARE = 0.5;
/** Of the deals of several priced lines, at least this share must differ in the amount: then it is an amount per line. */
const LINE_AMOUNT_SHARE = 0.5;

/** A table with a row per product line. */
export interface LineTable {
  /** Index of the table. */
  readonly table: number;
  /** Deals that stand in several rows, and the rows beyond the first of each. */
  readonly deals: number;
  readonly folded: number;
  /** `line`: the amounts of a deal's rows were added up. `deal`: every row carries the deal's own amount. */
  readonly amount: 'line' | 'deal';
  /** Lines have days of their own: a deal is created with the first and closed with the last of them. */
  readonly ownDays: boolean;
}

/** A table in which one id stands for several deals. */
export interface SharedTable {
  readonly table: number;
  readonly ids: number;
  /** The deals that these ids stand for. */
  readonly deals: number;
  /** The rows that stand for them, ascending. */
  readonly rows: readonly number[];
  /** The user said so. */
  readonly said: boolean;
}

type Columns = Partial<Omit<DealColumns, 'customer'>>;
const DAYS = ['created_at', 'closed_at', 'expected_close'] as const;

export interface Folded {
  readonly tables: readonly LineTable[];
  readonly shared: readonly SharedTable[];
  /** Rows that count beside others with their id. */
  readonly apart: ReadonlySet<number>;
  /** Rows that are equal to another one of a deal that has several lines, or stands beside others with its id. */
  readonly equal: readonly Repeat[];
  /** Columns with the facts of each deal at the row that stands for it, where they differ from those given. */
  readonly settled: Pick<Columns, 'amount' | (typeof DAYS)[number]>;
}

/**
 * Rows that are lines of one deal. A table has a row per line when it has columns of product lines and, of its ids that
 * stand in several rows, at least half agree in every other mapped field and differ in a line's column. Then rows with
 * one id that agree in every other mapped field are one deal; rows that do not agree stay repeats of each other.
 * Where that is not so, ids may stand for several deals, or for lines with days of their own (`sharedIds`). The user's
 * word `lines` makes one deal of all rows of an id that agree about customer, outcome and name, and adds up.
 *
 * The amount is the deal's own where it is the same on all priced lines of a deal; it is counted once and never
 * computed from the lines, which may be incomplete. Where it differs in at least half of the deals with several priced
 * lines it is an amount per line: a deal's amount is the sum over its lines, and missing when a line's amount cannot be
 * read. Where it differs in fewer, those rows disagree about their deal and stay repeats.
 *
 * `repeats` are all rows with an id of another row; rows are numbered over all tables, `starts` says where each begins.
 * `standing` is told the row that stands for each line's deal, the first in the given order.
 */
export function foldLines(
  tables: readonly ReadTable[],
  starts: readonly number[],
  fileOf: Uint16Array,
  repeats: readonly Repeat[],
  facts: RowFacts,
  standing: StandingRows,
  order: RowOrder,
  said: RepeatedIds | undefined,
): Folded {
  const found: LineTable[] = [];
  const shared: SharedTable[] = [];
  const apart = new Set<number>();
  const equal: Repeat[] = [];
  const { amount } = facts.columns;
  const settled: { -readonly [K in keyof Folded['settled']]: Folded['settled'][K] } = {};
  const groups =
    said === 'newest' ? new Map<number, number[][]>() : groupsOf(repeats, tables.length === 1 ? null : fileOf);
  tables.forEach((table, index) => {
    const own = groups.get(index);
    if (own === undefined || table.plan.role !== 'deals') return;
    const start = starts[index] ?? 0;
    const alike = said === undefined ? lineGroups(table, start, own) : null;
    const ids = alike !== null || said !== undefined ? null : sharedIds(table, start, own, facts);
    const parted = said === 'lines' ? own.map((rows) => partsOf(rows, facts)) : (ids?.parts ?? null);
    const lines = alike ?? parted;
    if (lines === null) return;
    const perLine = said === 'lines' ? amount !== undefined : amountPerLine(lines, amount);
    const clusters = perLine || parted !== null ? lines.flat() : lines.flat().flatMap((rows) => byAmount(rows, amount));
    const unreadable = perLine || parted !== null ? unreadableAmounts(table, start) : new Set<number>();
    let [deals, folded] = [0, 0];
    let ownDays = false;
    let summed = perLine;
    for (const rows of clusters) {
      if (rows.length < 2) continue;
      const kept = rows.reduce((best, row) => (order.compare(row, best) >= 0 ? row : best));
      deals++;
      folded += rows.length - 1;
      for (const row of rows) standing.put(row, kept);
      if (parted !== null && settleDays(rows, kept, facts.columns, settled)) ownDays = true;
      if (amount === undefined) continue;
      settled.amount ??= copyOf(amount);
      // Days of their own make lines of rows that differ in the amount, however many deals have such rows.
      const added = perLine || (parted !== null && byAmount(rows, amount).length > 1);
      if (added) summed = true;
      settled.amount[kept] = added ? sumOf(rows, amount, unreadable) : firstOf(rows, amount);
    }
    if (folded > 0) found.push({ table: index, deals, folded, amount: summed ? 'line' : 'deal', ownDays });
    for (const { kept, dropped } of ids?.equal ?? []) equal.push({ kept: standing.at(kept), dropped });
    const several = (parted ?? []).filter((parts) => parts.length > 1);
    if (several.length === 0) return;
    const rows = several.flatMap((parts) => parts.flatMap(([row]) => (row === undefined ? [] : [standing.at(row)])));
    for (const row of rows) apart.add(row);
    const ofDeals = several.reduce((sum, parts) => sum + parts.length, 0);
    shared.push({
      table: index,
      ids: several.length,
      deals: ofDeals,
      rows: rows.sort((a, b) => a - b),
      said: said !== undefined,
    });
  });
  return { tables: found, shared, apart, equal, settled };
}

/** Gives a deal the first day on which one of its lines was created, and the last of the others. True if they differ. */
function settleDays(rows: readonly number[], kept: number, columns: Columns, settled: Folded['settled']): boolean {
  let differ = false;
  for (const field of DAYS) {
    const days = columns[field];
    if (days === undefined) continue;
    const known = rows.map((row) => days[row] ?? NO_DAY).filter((day) => day !== NO_DAY);
    const day =
      known.length === 0 ? NO_DAY : known.reduce((a, b) => (field === 'created_at' ? Math.min(a, b) : Math.max(a, b)));
    if (known.some((one) => one !== day)) differ = true;
    if (day === days[kept]) continue;
    const own = (settled as { [field]?: DayColumn })[field] ?? copyOf(days);
    own[kept] = day;
    (settled as { [field]?: DayColumn })[field] = own;
  }
  return differ;
}

/**
 * Table → the rows of each id that stands in several rows of that table, ascending.
 *
 * @param fileOf null = all rows are of one table: of a million deals, looking at a few thousand reads two megabytes anew
 */
function groupsOf(repeats: readonly Repeat[], fileOf: Uint16Array | null): Map<number, number[][]> {
  const byKept = new Map<number, number[]>();
  for (const { kept, dropped } of repeats) {
    const rows = byKept.get(kept);
    if (rows === undefined) byKept.set(kept, [kept, dropped]);
    else rows.push(dropped);
  }
  const groups = new Map<number, number[][]>();
  const isOneTable = fileOf === null || repeats.every(({ kept, dropped }) => fileOf[kept] === fileOf[dropped]);
  for (const rows of byKept.values()) {
    rows.sort((a, b) => a - b);
    if (isOneTable) {
      push(groups, fileOf?.[rows[0] ?? 0] ?? 0, rows);
      continue;
    }
    const byTable = new Map<number, number[]>();
    for (const row of rows) {
      const table = fileOf[row] ?? 0;
      const own = byTable.get(table);
      if (own === undefined) byTable.set(table, [row]);
      else own.push(row);
    }
    for (const [table, own] of byTable) {
      if (own.length > 1) push(groups, table, own);
    }
  }
  return groups;
}

function push(groups: Map<number, number[][]>, table: number, rows: number[]): void {
  const list = groups.get(table);
  if (list === undefined) groups.set(table, [rows]);
  else list.push(rows);
}

/** Per id, its rows in clusters that agree about the deal; null where the table has no row per line. */
function lineGroups(table: ReadTable, start: number, groups: readonly (readonly number[])[]): number[][][] | null {
  const { plan, raw, mapping } = table;
  const ofLine = new Set(lineColumns(plan.head.columns));
  const product = mapping.fields.get('product')?.column;
  if (product !== undefined) ofLine.add(product);
  const amount = mapping.fields.get('amount')?.column;
  const cells = (columns: Iterable<number>): TextColumn[] =>
    [...columns].map((column) => raw.columns[column]).filter((column) => column !== undefined);
  const lineCells = cells(ofLine);
  if (lineCells.length === 0) return null;
  const ownCells = cells(
    [...mapping.fields.values()]
      .map(({ column }) => column)
      .filter((column) => column !== amount && !ofLine.has(column)),
  );
  let alike = 0;
  const clustered = groups.map((rows) => {
    const clusters = new Map<string, number[]>();
    for (const row of rows) {
      const facts = factsAt(ownCells, row - start);
      const cluster = clusters.get(facts);
      if (cluster === undefined) clusters.set(facts, [row]);
      else cluster.push(row);
    }
    const lines = new Set(rows.map((row) => factsAt(lineCells, row - start)));
    if (clusters.size === 1 && lines.size > 1) alike++;
    return [...clusters.values()];
  });
  return alike > 0 && alike >= groups.length * LINES_SHARE ? clustered : null;
}

/** A row's cells of some columns as one text that equals another row's exactly when every cell does. */
function factsAt(columns: readonly TextColumn[], row: number): string {
  return columns
    .map((column) => (column.kind === 'dictionary' ? column.codes[row] : JSON.stringify(cellText(column, row))))
    .join(',');
}

function amountPerLine(groups: readonly (readonly (readonly number[])[])[], amount: NumberColumn | undefined): boolean {
  if (amount === undefined) return false;
  let [several, differing] = [0, 0];
  for (const rows of groups.flat()) {
    if (rows.length < 2) continue;
    const priced = rows.map((row) => amount[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    if (priced.length < 2) continue;
    several++;
    if (priced.some((value) => value !== priced[0])) differing++;
  }
  return differing > 0 && differing >= several * LINE_AMOUNT_SHARE;
}

/** Rows of one deal by the amount they carry; all together where the priced ones agree. */
function byAmount(rows: readonly number[], amount: NumberColumn | undefined): number[][] {
  const values = new Set(rows.map((row) => amount?.[row] ?? Number.NaN).filter((value) => !Number.isNaN(value)));
  if (values.size < 2) return [[...rows]];
  const parts = new Map<number, number[]>();
  for (const row of rows) {
    const value = amount?.[row] ?? Number.NaN;
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  return [...parts.values()];
}

function unreadableAmounts({ reader, mapping }: ReadTable, start: number): Set<number> {
  const mapped = mapping.fields.get('amount');
  return new Set(mapped === undefined ? [] : reader.unreadableRows(mapped.column, 'money').map((row) => row + start));
}

/** Σ over the priced lines; missing when none is priced, or when one cannot be read. */
export function sumOf(rows: readonly number[], amount: NumberColumn, unreadable: ReadonlySet<number>): number {
  if (rows.some((row) => unreadable.has(row))) return Number.NaN;
  const priced = rows.map((row) => amount[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  // Sorted: what rounding makes of a sum must not depend on the order of the rows.
  return priced.length === 0 ? Number.NaN : priced.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

/** The first amount that is there. */
export function firstOf(rows: readonly number[], amount: NumberColumn): number {
  return rows.map((row) => amount[row] ?? Number.NaN).find((value) => !Number.isNaN(value)) ?? Number.NaN;
}
