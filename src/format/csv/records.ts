import type { RecordSplit, SplitRecord } from '../../report/split-records.js';
import { spreadsheetCell } from '../sanitize.js';
import { csvLine } from './line.js';

/** What is said of a record with errors, behind its own columns. */
const SAID = ['kpi_file', 'kpi_sheet', 'kpi_row', 'kpi_rules', 'kpi_reasons'] as const;

/** Records without an error as CSV: their own columns and cells. What a spreadsheet would take for a formula begins with an apostrophe. */
export function* printGoodRecords({ columns, good }: RecordSplit): Generator<string, void, undefined> {
  yield csvLine(columns.map(spreadsheetCell));
  for (const { cells } of good) yield csvLine(cells.map(spreadsheetCell));
}

/** Records with errors: their own columns and cells, where they stand, the rules they break and why. */
export function* printBadRecords({ columns, bad }: RecordSplit): Generator<string, void, undefined> {
  const records = [...bad];
  // Cells behind the last column of a file must not stand under what is said of it.
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  const padded = (cells: readonly string[]): string[] => [...cells, ...Array<string>(width - cells.length).fill('')];
  yield csvLine([...padded(columns), ...SAID].map(spreadsheetCell));
  for (const record of records) yield csvLine([...padded(record.cells), ...saidOf(record)].map(spreadsheetCell));
}

function saidOf({ file, sheet, row, rules, reasons }: SplitRecord): string[] {
  return [file, sheet ?? '', String(row), rules.join('; '), reasons.join(' · ')];
}
