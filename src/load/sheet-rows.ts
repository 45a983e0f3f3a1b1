import type { WorkSheet } from 'xlsx';
import { type DateSystem, type ExcelCell, excelText } from './excel-cell.js';
import type { FindingLog } from './findings.js';
import type { RowSource } from './table.js';

type DenseRow = readonly (ExcelCell | undefined)[];

/** The rows that exist. The range a sheet claims to have is not looked at: it may be the whole grid. */
function denseRows(sheet: WorkSheet): readonly (DenseRow | undefined)[] {
  return (sheet['!data'] as (DenseRow | undefined)[] | undefined) ?? [];
}

/** How many rows hold a value. */
export function filledRows(sheet: WorkSheet): number {
  let filled = 0;
  for (const row of denseRows(sheet)) if (row?.some((cell) => cell !== undefined && cell.t !== 'z')) filled++;
  return filled;
}

/** Blank rows are given, and counted, between records; a gap longer than this is the empty grid of the program. */
export const LONGEST_GAP = 1000;

/**
 * The rows of a sheet as texts. Only cells that exist are visited, so that one cell in the last corner of the grid
 * costs nothing. Logs cell_error and formula_without_value.
 */
export function sheetRows(
  sheet: WorkSheet,
  system: DateSystem,
  isDate: (format: string) => boolean,
  sha256: string,
): RowSource {
  return {
    raggedRows: false,
    slicedTexts: true,
    sha256: () => sha256,
    async each(visit, log, width) {
      const data = denseRows(sheet);
      let last = -1;
      for (let index = 0; index < data.length; index++) {
        const row = data[index];
        if (row === undefined) continue;
        const cells = cellTexts(row, index + 1, width, log);
        if (cells.length === 0) continue;
        if (index - last <= LONGEST_GAP) {
          for (let blank = last + 1; blank < index; blank++) if (!visit([], blank + 1, 0)) return;
        }
        last = index;
        if (!visit(cells, index + 1, 0)) return;
      }
    },
  };

  function cellTexts(row: DenseRow, number: number, width: number, log: FindingLog): string[] {
    const cells: string[] = [];
    const read = (cell: ExcelCell | undefined, column: number): void => {
      if (cell === undefined) return;
      if (cell.t === 'z' && cell.f !== undefined) log.add('formula_without_value', number);
      const text = excelText(cell, system, isDate);
      if (cell.t === 'e') log.add('cell_error', number, text);
      if (text === '') return;
      while (cells.length < column) cells.push('');
      cells.push(text);
    };
    const end = Math.min(row.length, width, WIDEST);
    for (let column = 0; column < end; column++) read(row[column], column);
    // Cells beyond the table: only that there is one matters, and only those that exist are looked at.
    if (row.length > end) {
      for (const key of Object.keys(row)) {
        const column = Number(key);
        if (column < end || row[column]?.t === 'z') continue;
        read(row[column], end);
        if (cells.length > end) break;
      }
    }
    return cells;
  }
}

/** Columns of Excel's grid: no sheet is wider. */
export const WIDEST = 16_384;
