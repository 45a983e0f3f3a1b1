import { type ColumnLook, fits, isDecimalNumber, isGroupedNumber, joins, lookOf } from './column-look.js';
import type { FindingLog } from './findings.js';
import type { SkipReason } from './raw-table.js';

/** How many cells the rows of a table have, and what its columns look like. Plain data, for another thread. */
export interface WidthPlan {
  /** Cells that nearly all rows have. */
  readonly cells: number;
  /** Rows of fewer cells are judged: not where many rows leave out empty cells at their end. */
  readonly judgesNarrow: boolean;
  /** Cells that have names, where what follows is empty in nearly all rows: a delimiter at the end of each line. */
  readonly named: number;
  readonly delimiter: string;
  readonly looks: readonly ColumnLook[];
  /**
   * Every row has an empty cell more than the header, and two columns that could be one of amounts in thousands: rows
   * are kept as they stand, but not without a word.
   */
  readonly open: boolean;
}

/** What a row of another width is. */
export type WidthVerdict =
  | { readonly kind: 'kept'; readonly fault: boolean }
  | { readonly kind: 'mended'; readonly cells: readonly string[] }
  | { readonly kind: 'unclear' };

/** Rows as wide as the header, of all rows, for its width to be theirs. */
const HEADER_SHARE = 0.05;
/** Rows of the usual width, of those and narrower ones, for these to be odd. */
const MOST = 0.6;
/** Rows that say what columns hold. */
const FEWEST_ROWS = 2;
/** Rows with nothing behind the header's width, of those as wide as most, for that to be mere delimiters. */
const MOSTLY_BLANK = 0.8;
/** Columns looked at and cells too many or missing: beyond these a row is not understood. */
const WIDEST_JUDGED = 2000;
const MOST_ODD = 8;
/** A row that lacks more cells than this is no record that lost one: the name of a group, a note, the end of a file. */
const MOST_MISSING = 2;

/**
 * What the first rows say of the widths; null where they say nothing.
 *
 * @param header the header's cells as they are written, null without one
 */
export function widthPlan(
  header: readonly string[] | null,
  body: readonly (readonly string[])[],
  delimiter: string | null,
): WidthPlan | null {
  if (delimiter === null || delimiter === ' ') return null;
  const rows = body.filter((cells) => cells.length > 1);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const least = Math.max(FEWEST_ROWS, HEADER_SHARE * rows.length);
  const [commonest = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (header !== null && commonest === header.length + 1 && (counts.get(header.length) ?? 0) < least) {
    const split = planOfSplitRows(header.length, rows, delimiter);
    if (split !== null) return split;
  }
  const cells = header !== null && (counts.get(header.length) ?? 0) >= least ? header.length : commonest;
  const usual = rows.filter(({ length }) => length === cells);
  if (cells < 2 || cells > WIDEST_JUDGED || usual.length < FEWEST_ROWS) return null;
  const narrower = rows.filter(({ length }) => length < cells);
  const beyond = header?.length ?? cells;
  const padded =
    beyond < cells && usual.filter((row) => !hasContent(row, beyond)).length >= MOSTLY_BLANK * usual.length;
  return {
    cells,
    judgesNarrow: usual.length >= MOST * (usual.length + narrower.length),
    named: padded ? beyond : cells,
    delimiter,
    looks: looksOf(usual, cells, delimiter),
    open: false,
  };
}

function looksOf(rows: readonly (readonly string[])[], width: number, delimiter: string): ColumnLook[] {
  return Array.from({ length: width }, (_, column) =>
    lookOf(
      rows.map((row) => row[column] ?? ''),
      delimiter,
    ),
  );
}

/**
 * Where all rows have one cell more than the header, one of its columns may hold an unquoted delimiter in each of them:
 * digits in threes say it, a space behind the delimiter that stands nowhere else, or two decimals where every cell is
 * filled. Null where none does, or two do.
 */
function planOfSplitRows(width: number, rows: readonly (readonly string[])[], delimiter: string): WidthPlan | null {
  const wide = rows.filter(({ length }) => length === width + 1);
  if (width < 2 || width > WIDEST_JUDGED || wide.length < FEWEST_ROWS) return null;
  const all = (test: (row: readonly string[]) => boolean): boolean => wide.every(test);
  const columns = Array.from({ length: width }, (_, column) => column);
  const isSpaced = (column: number): boolean => all((row) => /^\s\S/.test(row[column] ?? ''));
  const spaced = columns.filter((column) => isSpaced(column + 1) && !isSpaced(column));
  const numbers = columns.filter((column) => all((row) => isGroupedNumber(row.slice(column, column + 2), delimiter)));
  const surplus = !all((row) => (row[width] ?? '').trim() === '');
  // Cells that have nowhere else to be: then decimals behind a comma are a sign as well.
  const decimals =
    surplus && spaced.length === 0 && numbers.length === 0
      ? columns.filter((column) => all((row) => isDecimalNumber(row.slice(column, column + 2), delimiter)))
      : [];
  const [split, ...others] = spaced.length > 0 ? spaced : numbers.length > 0 ? numbers : decimals;
  if (split === undefined || others.length > 0) return null;
  const open = spaced.length === 0 && !surplus;
  const joined = wide.map((row) =>
    open
      ? row.slice(0, width)
      : [...row.slice(0, split), row.slice(split, split + 2).join(delimiter), ...row.slice(split + 2)],
  );
  const usual = [...rows.filter(({ length }) => length === width), ...joined];
  return { cells: width, judgesNarrow: false, named: width, delimiter, looks: looksOf(usual, width, delimiter), open };
}

/** Whether a row of so many cells must be judged. */
export function isOddWidth(plan: WidthPlan | null, cells: number): boolean {
  return plan !== null && (cells > plan.cells || (plan.judgesNarrow && cells < plan.cells));
}

/** Whether a row must be judged, by its cells: also one as wide as the others that alone fills the cell behind the last name. */
export function isOddRow(plan: WidthPlan | null, cells: readonly string[]): boolean {
  return isOddWidth(plan, cells.length) || (isPadded(plan, cells.length) && hasContent(cells, plan?.named ?? 0));
}

/** Whether the last cells of a row of so many are empty in nearly all others. */
export function isPadded(plan: WidthPlan | null, cells: number): boolean {
  return plan !== null && plan.named < plan.cells && cells === plan.cells;
}

/**
 * Judges a row that has more or fewer cells than nearly all others. As it stands it is kept if its cells fit their
 * columns and nothing else does as well; mended where exactly one way of joining cells, or of leaving some empty, fits
 * every column; and unclear otherwise.
 */
export function judgeWidth(cells: readonly string[], plan: WidthPlan): WidthVerdict {
  if (cells.length > plan.cells) return judgeWide(cells, plan);
  if (cells.length < plan.cells) return judgeNarrow(cells, plan);
  return judgeWide(cells, { ...plan, cells: plan.named, looks: plan.looks.slice(0, plan.named) });
}

function judgeWide(cells: readonly string[], plan: WidthPlan): WidthVerdict {
  const misfits = countMisfits(cells, plan);
  const surplus = cells.slice(plan.cells).some((cell) => cell.trim() !== '');
  if (cells.length - plan.cells > MOST_ODD) {
    return misfits === 0 || !surplus ? { kind: 'kept', fault: misfits > 0 } : { kind: 'unclear' };
  }
  const asItStands = misfits === 0 && !surplus;
  if (asItStands && plan.open) return { kind: 'kept', fault: true };
  // What digits in threes or a space behind the delimiter say outweighs what could be as well.
  let ways = joinedWays(cells, plan, { strongOnly: true, decimals: false });
  if (ways.count === 0 && !asItStands) ways = joinedWays(cells, plan, { strongOnly: false, decimals: false });
  if (ways.count === 0 && !asItStands) ways = joinedWays(cells, plan, { strongOnly: false, decimals: true });
  if (ways.count === 1 && !asItStands) return { kind: 'mended', cells: ways.first };
  if (ways.count > 0) return { kind: 'unclear' };
  if (misfits === 0) return { kind: 'kept', fault: false };
  return misfits === 1 && !surplus ? { kind: 'kept', fault: true } : { kind: 'unclear' };
}

function judgeNarrow(cells: readonly string[], plan: WidthPlan): WidthVerdict {
  const misfits = countMisfits(cells, plan);
  if (misfits === 0 || plan.cells - cells.length > MOST_MISSING || cells.length <= MOST_MISSING) {
    return { kind: 'kept', fault: false };
  }
  const ways = filledWays(cells, plan);
  if (ways.count === 1) return { kind: 'mended', cells: ways.first };
  return ways.count === 0 && misfits === 1 ? { kind: 'kept', fault: true } : { kind: 'unclear' };
}

/** Cells that do not belong in the column they stand in. */
function countMisfits(cells: readonly string[], { looks }: WidthPlan): number {
  return looks.filter((look, column) => column < cells.length && !fits(cells[column] ?? '', look, true)).length;
}

/** In how many ways, 2 for more, and the first of them. */
interface Ways {
  readonly count: number;
  readonly first: readonly string[];
}

/** The ways of joining neighbours so that every column is filled with what fits it; empty cells behind may be left. */
function joinedWays(
  cells: readonly string[],
  { cells: width, looks, delimiter }: WidthPlan,
  { strongOnly, decimals }: { readonly strongOnly: boolean; readonly decimals: boolean },
): Ways {
  const most = cells.length - width;
  const cellsOf = (column: number, from: number, joined: number): string | null => {
    const look = looks[column];
    if (look === undefined) return null;
    const parts = cells.slice(from, from + joined + 1);
    if (joined === 0) return fits(parts[0] ?? '', look, false) ? (parts[0] ?? '') : null;
    const strength = joins(parts, delimiter, look, decimals);
    return strength === 'strong' || (strength === 'weak' && !strongOnly) ? parts.join(delimiter) : null;
  };
  return search(
    width,
    most,
    cellsOf,
    (used) => used > 0 && cells.slice(width + used).every((cell) => cell.trim() === ''),
  );
}

/** The ways of putting an empty cell where one is missing so that every other one fits its column. */
function filledWays(cells: readonly string[], { cells: width, looks }: WidthPlan): Ways {
  const missing = width - cells.length;
  // Seen from the row, a column that is left empty takes a cell back.
  const cellsOf = (column: number, from: number, skipped: number): string | null => {
    const look = looks[column];
    // Beside a cell that is empty already, only one place of another is a way of its own.
    if (skipped === 1) return from < cells.length && (cells[from] ?? '').trim() === '' ? null : '';
    return look !== undefined && fits(cells[from] ?? '', look, false) ? (cells[from] ?? '') : null;
  };
  return search(width, missing, cellsOf, (used) => used === missing, -1);
}

/**
 * Goes through the columns from the last to the first: how many ways there are to fill the rest, by how many cells were
 * used up more than columns. Linear in the columns.
 *
 * @param cellOf the cell that a column gets from place `from` on with `extra` more; null where it does not fit
 * @param direction 1 where a column takes more than one cell, −1 where it takes none
 */
function search(
  width: number,
  most: number,
  cellOf: (column: number, from: number, extra: number) => string | null,
  ends: (used: number) => boolean,
  direction: 1 | -1 = 1,
): Ways {
  let counts: number[] = Array.from({ length: most + 1 }, (_, used) => (ends(used) ? 1 : 0));
  const steps: Int8Array[] = [];
  for (let column = width - 1; column >= 0; column--) {
    const next: number[] = [];
    const step = new Int8Array(most + 1).fill(-1);
    for (let used = 0; used <= most; used++) {
      let count = 0;
      const furthest = direction === 1 ? most - used : Math.min(1, most - used);
      for (let extra = 0; extra <= furthest && count < 2; extra++) {
        const behind = counts[used + extra] ?? 0;
        if (behind === 0 || cellOf(column, column + direction * used, extra) === null) continue;
        if (count === 0) step[used] = extra;
        count += behind;
      }
      next.push(Math.min(2, count));
    }
    counts = next;
    steps.push(step);
  }
  const first: string[] = [];
  if ((counts[0] ?? 0) > 0) {
    let used = 0;
    for (let column = 0; column < width; column++) {
      const extra = steps[width - 1 - column]?.[used] ?? 0;
      first.push(cellOf(column, column + direction * used, extra) ?? '');
      used += extra;
    }
  }
  return { count: counts[0] ?? 0, first };
}

/**
 * Stands between the rows that are records and the columns: gives a row's cells as they are to be kept, mended where
 * need be, or null for a row that is left out. Logs row_too_long, row_too_short, row_mended and row_unclear.
 */
export function createWidthJudge(
  plan: WidthPlan | null,
  columns: number,
  log: FindingLog,
  skip: (reason: SkipReason, row: number) => void,
): (cells: readonly string[], row: number, line: number) => readonly string[] | null {
  return (cells, row, line) => {
    if (plan === null || !isOddRow(plan, cells)) {
      // One missing cell at the end is what many writers leave out when it is empty.
      if (cells.length < columns - 1) log.add('row_too_short', row, '', line);
      return cells;
    }
    const verdict = judgeWidth(cells, plan);
    if (verdict.kind === 'unclear') {
      log.add('row_unclear', row, '', line);
      skip('row width', row);
      return null;
    }
    if (verdict.kind === 'mended') {
      log.add('row_mended', row, '', line);
      return verdict.cells;
    }
    if (cells.length >= plan.cells && (verdict.fault || hasContent(cells, columns)))
      log.add('row_too_long', row, '', line);
    if (cells.length < plan.cells && (verdict.fault || cells.length < columns - 1))
      log.add('row_too_short', row, '', line);
    return cells;
  };
}

/** Whether a row has a filled cell from a column on. */
export function hasContent(cells: readonly string[], from: number): boolean {
  for (let column = from; column < cells.length; column++) if ((cells[column] ?? '').trim() !== '') return true;
  return false;
}
