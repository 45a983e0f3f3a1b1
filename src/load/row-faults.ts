import type { FindingLog } from './findings.js';
import { rowsText } from './place-table.js';
import type { RowSorter } from './row-sorter.js';
import type { TableSplitter } from './table-splitter.js';

/** A sorter that also logs the rows with content behind the table's last column. */
export function loggingLongRows(sorter: RowSorter, columns: number, log: FindingLog): RowSorter {
  return {
    ...sorter,
    push(cells, row, line) {
      if (cells.length > columns && hasContent(cells, columns)) log.add('row_too_long', row);
      sorter.push(cells, row, line);
    },
  };
}

/** Logs the other tables of the file, which were left out. */
export function logOtherTables(splitter: TableSplitter, log: FindingLog): void {
  const others = splitter.others();
  for (const { from } of others) log.add('other_tables', from, rowsText(others));
}

function hasContent(cells: readonly string[], from: number): boolean {
  for (let column = from; column < cells.length; column++) if ((cells[column] ?? '').trim() !== '') return true;
  return false;
}
