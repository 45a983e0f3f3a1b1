import type { RawDocument } from '../../report/schema.js';
import { csvLine } from './line.js';

/**
 * The table as CSV: UTF-8, commas, LF, the header first if there is one, quotes where they are needed. Cells are written as they are:
 * none is changed for the program that opens the file, so that a cell beginning with `=` is a formula to a spreadsheet.
 */
export function* printRawCsv({ columns, headerRow, rows }: RawDocument): Generator<string, void, undefined> {
  if (headerRow > 0) yield csvLine(columns);
  for (const { cells } of rows) yield csvLine(cells);
}
