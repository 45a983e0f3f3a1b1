import type { CivilDay } from '../model/civil-day.js';
import { type CategoryColumn, categoryAt, type DayColumn, numbersIn, type RatioColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import { newestDay } from '../model/newest-day.js';
import { cellText, type TextColumn } from '../model/text-column.js';

/** Two files are of the same deals when more than this share of the ids of the smaller one is in the other. */
const SAME_IDS = 0.5;
/** Of the ids in both, at least this share must name the same deal: two systems that both count from 1 do not. */
const SAME_DEALS = 0.5;
/** What a deal keeps from one export to the next. */
const IDENTITY = ['created_at', 'name', 'account', 'account_id'] as const;
/** Dates on which something happened: the newest of them tells when an export was made. */
const RECORDED = ['created_at', 'closed_at', 'stage_changed_at', 'last_activity', 'modified_at'] as const;

type Columns = Partial<Omit<DealColumns, 'customer'>>;

/** The rows of one file, among the rows of all. */
export interface FileRows {
  readonly start: number;
  readonly end: number;
  /** Only files of deals can be snapshots of each other. */
  readonly deals: boolean;
  readonly has: (field: DealFieldName) => boolean;
}

/** Exports of the same deals at different times. */
export interface SnapshotSet {
  /** Indexes of the files, oldest first, with the newest date recorded in each; null = it has none. */
  readonly files: readonly { readonly file: number; readonly end: CivilDay | null }[];
  /** Deals that stand in several of them, and deals that only older ones have. */
  readonly several: number;
  readonly onlyOlder: number;
}

export interface Snapshots {
  readonly sets: readonly SnapshotSet[];
  /** Rows of deals that a newer snapshot has too. */
  readonly older: readonly number[];
}

/**
 * Files that hold the same deals at different times: most ids of the smaller one are in the other, they name the same
 * deals (a creation date, name or account agrees), and some fact differs or the newest recorded dates do. Two equal
 * files are no snapshots but one file given twice. The newest is the one whose recorded dates reach furthest; of equal
 * ones the later in the order given. Rows for which `counts` is false are not looked at.
 */
export function findSnapshots(
  files: readonly FileRows[],
  columns: Columns,
  counts: (row: number) => boolean,
): Snapshots {
  const id = columns.id;
  if (id === undefined || files.length < 2) return { sets: [], older: [] };
  const ids = files.map((file) => rowsById(file, id, counts));
  const ends = files.map((file) => endOf(file, columns));
  const parent = files.map((_, index) => index);
  const root = (index: number): number => {
    const up = parent[index] ?? index;
    return up === index ? index : root(up);
  };
  files.forEach((a, i) => {
    files.forEach((b, j) => {
      if (j <= i || !a.deals || !b.deals) return;
      const pairs = inBoth(ids[i] ?? new Map(), ids[j] ?? new Map());
      const smaller = Math.min(ids[i]?.size ?? 0, ids[j]?.size ?? 0);
      if (pairs.length === 0 || pairs.length <= smaller * SAME_IDS) return;
      const both = (field: DealFieldName): boolean => a.has(field) && b.has(field);
      const same = pairs.filter(([x, y]) => sameDeal(columns, both, x, y)).length;
      if (same < pairs.length * SAME_DEALS) return;
      if (ends[i] === ends[j] && !pairs.some(([x, y]) => differs(columns, both, x, y))) return;
      parent[root(j)] = root(i);
    });
  });
  const sets = new Map<number, number[]>();
  files.forEach((_, index) => {
    sets.set(root(index), [...(sets.get(root(index)) ?? []), index]);
  });
  const older: number[] = [];
  const found = [...sets.values()]
    .filter((members) => members.length > 1)
    .map((members) => {
      const order = members.sort(
        (a, b) => (ends[a] ?? Number.NEGATIVE_INFINITY) - (ends[b] ?? Number.NEGATIVE_INFINITY) || a - b,
      );
      return settle(order, files, ends, id, counts, older);
    });
  return { sets: found, older: older.sort((a, b) => a - b) };
}

/** Marks the rows of older files whose deal a newer one has; `order` is oldest first. */
function settle(
  order: readonly number[],
  files: readonly FileRows[],
  ends: readonly (CivilDay | null)[],
  id: TextColumn,
  counts: (row: number) => boolean,
  older: number[],
): SnapshotSet {
  const newer = new Set<string>();
  const several = new Set<string>();
  let onlyOlder = 0;
  [...order].reverse().forEach((index, age) => {
    const file = files[index];
    const own = new Set<string>();
    for (let row = file?.start ?? 0; row < (file?.end ?? 0); row++) {
      const key = counts(row) ? cellText(id, row).trim() : '';
      if (key === '') continue;
      if (newer.has(key)) {
        older.push(row);
        several.add(key);
      } else if (!own.has(key)) {
        own.add(key);
        if (age > 0) onlyOlder++;
      }
    }
    for (const key of own) newer.add(key);
  });
  return { files: order.map((file) => ({ file, end: ends[file] ?? null })), several: several.size, onlyOlder };
}

function rowsById(
  { start, end, deals }: FileRows,
  id: TextColumn,
  counts: (row: number) => boolean,
): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = start; deals && row < end; row++) {
    const key = counts(row) ? cellText(id, row).trim() : '';
    if (key !== '') rows.set(key, row);
  }
  return rows;
}

function inBoth(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): (readonly [number, number])[] {
  return [...a].flatMap(([key, row]) => {
    const other = b.get(key);
    return other === undefined ? [] : [[row, other] as const];
  });
}

function endOf({ start, end }: FileRows, columns: Columns): CivilDay | null {
  const dates = RECORDED.map((field): DayColumn | undefined => columns[field]).filter((days) => days !== undefined);
  const certain = dates.map((days) => days.subarray(start, end));
  return newestDay({ certain, plannable: [] }, Number.POSITIVE_INFINITY).dataEnd;
}

type Both = (field: DealFieldName) => boolean;

/** Whether nothing that stays with a deal is known of both rows, or some of it agrees. */
function sameDeal(columns: Columns, both: Both, a: number, b: number): boolean {
  const known = IDENTITY.filter(
    (field) => both(field) && factAt(columns, field, a) !== '' && factAt(columns, field, b) !== '',
  );
  return known.length === 0 || known.some((field) => factAt(columns, field, a) === factAt(columns, field, b));
}

function differs(columns: Columns, both: Both, a: number, b: number): boolean {
  if (columns.outcome !== undefined && columns.outcome[a] !== columns.outcome[b]) return true;
  return (Object.keys(DEAL_FIELDS) as DealFieldName[]).some(
    (field) => both(field) && factAt(columns, field, a) !== factAt(columns, field, b),
  );
}

/** A fact as a text that can be compared; '' when missing. */
function factAt(columns: Columns, field: DealFieldName, row: number): string {
  const column = columns[field];
  if (column === undefined) return '';
  switch (DEAL_FIELDS[field].kind) {
    case 'text':
      return cellText(column as TextColumn, row).trim();
    case 'category':
      return categoryAt(column as CategoryColumn, row);
    default: {
      const value = numbersIn(column as RatioColumn)(row);
      return value === undefined || Number.isNaN(value) ? '' : String(value);
    }
  }
}
