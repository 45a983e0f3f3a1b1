import { UserError } from '../errors/user-error.js';
import { GROUP_COLUMN, isGrouped } from './board-groups.js';
import { columnNames } from './header.js';
import { groupedNames } from './header-rows.js';
import type { TablePlace } from './place-table.js';
import type { HeaderScore } from './several-tables.js';

/** The header of a table, as the sorter needs it, and the names of its columns. */
export interface TableShape {
  readonly headerRow: number;
  readonly header: readonly string[] | null;
  readonly names: readonly string[];
  readonly duplicates: readonly string[];
  /** The header's cells as they are written, or joined where they are of two rows; empty without a header. */
  readonly written: readonly string[];
  /** Of the rows; a column of groups is named behind them. */
  readonly columns: number;
  readonly grouped: boolean;
}

export function tableShape({ rows, headerIndex }: TablePlace, score: HeaderScore): TableShape {
  const below = rows.slice(headerIndex + 1);
  const headerRow = rows[headerIndex]?.row ?? 0;
  const above = rows[headerIndex - 1]?.row === headerRow - 1 ? (rows[headerIndex - 1]?.cells ?? []) : [];
  const written = rows[headerIndex]?.cells ?? [];
  // The lower of two header rows may end before the upper one does.
  const headerCells = Array.from({ length: Math.max(written.length, filledWidth(above)) }, (_, column) =>
    (written[column] ?? '').trim(),
  );
  const groups = above.slice(0, filledWidth(above));
  const isJoined = headerIndex >= 0 && groupedNames(groups, headerCells, score) !== null;
  // Columns without a name at the end are kept if a record fills them; Excel leaves many that are empty.
  const named = isJoined ? Math.max(filledWidth(headerCells), groups.length) : filledWidth(headerCells);
  const mostNamed = isJoined ? headerCells.length : written.length;
  const widest = below.reduce((width, { cells }) => Math.max(width, Math.min(filledWidth(cells), mostNamed)), 0);
  const columns = headerIndex < 0 ? usualWidth(below.map(({ cells }) => filledWidth(cells))) : 0;
  const width = headerIndex < 0 ? columns : Math.max(named, widest);
  const cells = Array.from({ length: width }, (_, index) => headerCells[index] ?? '');
  const joined = isJoined ? groupedNames(groups, cells, score) : null;
  const grouped = headerIndex >= 0 && isGrouped(rows, cells);
  const { names, duplicates } = columnNames([...(joined ?? cells), ...(grouped ? [GROUP_COLUMN] : [])]);
  return {
    headerRow,
    header: headerIndex < 0 ? null : cells,
    names,
    duplicates,
    written: headerIndex < 0 ? [] : (joined ?? cells.map((cell, column) => written[column] ?? cell)),
    columns: width,
    grouped,
  };
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** The width of a table without a header: the widest that one row in ten has, so that one long row does not count. */
function usualWidth(widths: readonly number[]): number {
  const sorted = widths.filter((width) => width > 0).sort((a, b) => a - b);
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0;
}

/** Columns of a spreadsheet's grid. What has more is no export: nearly always the delimiter is another. */
const MOST_COLUMNS = 16_384;

/** @throws UserError too_wide when most rows have more cells than any table, before their names are looked at */
export function assertWidth(file: string, rows: readonly (readonly string[])[]): void {
  const widths = rows.map(filledWidth).filter((width) => width > 0);
  const wide = widths.filter((width) => width > MOST_COLUMNS);
  if (wide.length * 2 < widths.length || wide.length === 0) return;
  throw new UserError('too_wide', { file, columns: Math.max(...wide), most: MOST_COLUMNS }, { file });
}
