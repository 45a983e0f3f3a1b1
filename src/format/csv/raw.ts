import type { RawDocument } from '../../report/schema.js';

/** What must stand between quotes (RFC 4180), and a first cell that would order a delimiter (Excel's `sep=`). */
const NEEDS_QUOTES = /[",\r\n]|^sep=/i;

/**
 * The table as CSV: UTF-8, commas, LF, the header first, quotes where they are needed. Cells are written as they are:
 * none is changed for the program that opens the file, so that a cell beginning with `=` is a formula to a spreadsheet.
 */
export function* printRawCsv({ columns, rows }: RawDocument): Generator<string, void, undefined> {
  yield lineOf(columns);
  for (const { cells } of rows) yield lineOf(cells);
}

function lineOf(cells: readonly string[]): string {
  // A lone empty cell would be a blank line, which is no record.
  if (cells.length === 1 && cells[0] === '') return '""\n';
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
