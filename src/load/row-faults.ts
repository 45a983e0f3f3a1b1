import type { FindingLog } from './findings.js';
import { rowsText } from './place-table.js';
import type { RowSorter } from './row-sorter.js';
import { hasContent, isOddRow, type WidthPlan } from './row-width.js';
import type { TableSplitter } from './table-splitter.js';

/**
 * A sorter that also logs the rows with content behind the table's last column. Those of an odd width are judged, and
 * logged, once it is known that they are records.
 */
export function loggingLongRows(
  sorter: RowSorter,
  columns: number,
  widths: WidthPlan | null,
  log: FindingLog,
): RowSorter {
  return {
    ...sorter,
    push(cells, row, line) {
      if (cells.length > columns && !isOddRow(widths, cells) && hasContent(cells, columns)) {
        log.add('row_too_long', row, '', line);
      }
      sorter.push(cells, row, line);
    },
  };
}

/** Logs the other tables of the file, which were left out. */
export function logOtherTables(splitter: TableSplitter, log: FindingLog): void {
  const others = splitter.others();
  for (const { from } of others) log.add('other_tables', from, rowsText(others));
}
