import { isoDay, NO_DAY } from '../model/civil-day.js';
import type { DealColumns, DealField, Place, SnapshotConflict } from '../model/deals.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import { cellText } from '../model/text-column.js';
import type { Repeat } from './dedupe.js';
import { OLDER_SNAPSHOT, type SettledRows } from './settle-rows.js';

type Columns = Partial<Omit<DealColumns, 'customer'>>;

/**
 * Deals of which two files say what cannot both be true. Deals move on between two exports; but the day a deal was
 * created never changes, and a deal that was closed keeps its outcome, its day and its amount. `position` is the row
 * of each row's deal among those that count, −1 for none. `instants`: the date
 * fields that each file writes as instants.
 */
export function snapshotConflicts(
  { fate, repeats, snapshots }: Pick<SettledRows, 'fate' | 'repeats' | 'snapshots'>,
  columns: Columns,
  fileOf: Uint16Array,
  position: Int32Array,
  place: (row: number) => Place,
  instants: readonly (ReadonlySet<DealField> | undefined)[] = [],
): SnapshotConflict[] {
  const repeated = repeats.filter(({ kept, dropped }) => fileOf[kept] !== fileOf[dropped]);
  return repeated
    .concat(snapshots.length > 0 && fate !== null ? olderRows(fate, columns) : [])
    .flatMap(({ kept, dropped }): SnapshotConflict[] => {
      const deal = position[kept] ?? -1;
      const [one, two] = [instants[fileOf[kept] ?? 0], instants[fileOf[dropped] ?? 0]];
      const leeway = (field: DealField): number => ((one?.has(field) ?? false) === (two?.has(field) ?? false) ? 0 : 1);
      const found = deal < 0 ? null : contradiction(columns, kept, dropped, leeway);
      return found === null ? [] : [{ kept: deal, place: place(dropped), ...found }];
    });
}

/** Rows of older snapshots, each with the row that counts for its deal. */
function olderRows(fate: Uint8Array, { id }: Columns): Repeat[] {
  if (id === undefined) return [];
  const older = new Map<string, number[]>();
  fate.forEach((code, row) => {
    if (code !== OLDER_SNAPSHOT) return;
    const key = cellText(id, row).trim();
    const rows = older.get(key);
    if (rows === undefined) older.set(key, [row]);
    else rows.push(row);
  });
  const pairs: Repeat[] = [];
  fate.forEach((code, kept) => {
    if (code !== 0) return;
    for (const dropped of older.get(cellText(id, kept).trim()) ?? []) pairs.push({ kept, dropped });
  });
  return pairs.sort((a, b) => a.dropped - b.dropped);
}

/** The first fact that both rows know and that cannot have changed; null when there is none. */
function contradiction(
  { outcome, created_at: created, closed_at: closed, amount }: Columns,
  kept: number,
  other: number,
  leeway: (field: DealField) => number,
): Pick<SnapshotConflict, 'field' | 'other' | 'counted'> | null {
  const days = (column: Int32Array | undefined, field: 'created_at' | 'closed_at') => {
    const [a, b] = [column?.[kept] ?? NO_DAY, column?.[other] ?? NO_DAY];
    // An instant and a plain date of one day may differ by one.
    return a === NO_DAY || b === NO_DAY || Math.abs(a - b) <= leeway(field)
      ? null
      : { field, other: isoDay(b), counted: isoDay(a) };
  };
  const was = outcome?.[other];
  const wasClosed = was === WON || was === LOST;
  if (wasClosed && outcome?.[kept] !== was) {
    return { field: 'outcome', other: OUTCOMES[was] ?? '', counted: OUTCOMES[outcome?.[kept] ?? 3] ?? '' };
  }
  const createdAt = days(created, 'created_at');
  if (createdAt !== null || !wasClosed) return createdAt;
  const closedAt = days(closed, 'closed_at');
  if (closedAt !== null) return closedAt;
  const [now, then] = [amount?.[kept] ?? Number.NaN, amount?.[other] ?? Number.NaN];
  if (Number.isNaN(now) || Number.isNaN(then) || now === then) return null;
  return { field: 'amount', other: String(then), counted: String(now) };
}
