import * as xlsx from 'xlsx';
import { createFindingLog } from '../../src/load/findings.js';
import type { ReadFinding } from '../../src/load/raw-table.js';
import { sheetRows } from '../../src/load/sheet-rows.js';
import type { RowSource } from '../../src/load/table.js';
import { xlsxSheets } from '../../src/load/xlsx.js';

/** The rows of a sheet as a reader gives them: number and cells, and what it found on the way. */
export interface SheetCells {
  readonly rows: readonly (readonly [number, readonly string[]])[];
  readonly findings: readonly ReadFinding[];
}

/** The rows of every sheet as our own reader gives them. */
export async function ownCells(bytes: Buffer, pieceSize = 1000, width = Infinity): Promise<Map<string, SheetCells>> {
  const cells = new Map<string, SheetCells>();
  for (const [name, { rows }] of await xlsxSheets({ bytes, sha256: '', pieceSize })) {
    cells.set(name, await cellsOf(rows, width));
  }
  return cells;
}

/** The same as SheetJS reads them, for comparison. */
export async function sheetJsCells(bytes: Buffer, width = Infinity): Promise<Map<string, SheetCells>> {
  const workbook = xlsx.read(bytes, {
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    sheetStubs: true,
    raw: true,
  });
  const system = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const cells = new Map<string, SheetCells>();
  for (const name of workbook.SheetNames) {
    const rows = sheetRows(workbook.Sheets[name] ?? {}, system, xlsx.SSF.is_date, '');
    cells.set(name, await cellsOf(rows, width));
  }
  return cells;
}

async function cellsOf(source: RowSource, width: number): Promise<SheetCells> {
  const rows: (readonly [number, readonly string[]])[] = [];
  const log = createFindingLog();
  const visit = (cells: readonly string[], row: number): boolean => {
    rows.push([row, cells]);
    return true;
  };
  await source.each(visit, log, width);
  return { rows, findings: log.list() };
}
