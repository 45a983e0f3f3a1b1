import type { SkipReason } from './raw-table.js';
import type { RowSorter } from './row-sorter.js';
import { BLOCK_ROWS, type HeaderScore, isOtherTable, mayStartTable, type TableProfile } from './several-tables.js';

/** Rows of the file that are another table: first and last. */
export interface OtherTable {
  readonly from: number;
  readonly to: number;
}

export interface SplitterOptions {
  /** Gets the rows of the table that is read. */
  readonly sorter: RowSorter;
  readonly profile: TableProfile;
  readonly score: HeaderScore;
  /** Row of the header; rows above it are titles, unless they are another table. */
  readonly headerRow: number;
  /** The other tables that were seen when the file was opened, and up to which row it was looked at. */
  readonly known: readonly OtherTable[];
  readonly lookedTo: number;
  readonly skip: (reason: SkipReason, row: number) => void;
}

export interface TableSplitter extends Pick<RowSorter, 'push' | 'finish'> {
  /** What was left out, in the order of the file. */
  others(): readonly OtherTable[];
  /** Whether this row must be pushed whatever it looks like; otherwise a sure record may go to the sorter at once. */
  mustSee(row: number): boolean;
}

interface HeldRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly line: number;
}

/**
 * Stands before the sorter of a table's rows and takes out other tables of the same file: those that were seen when
 * it was opened, and those that begin further down, below a blank row. A few rows wait until it is known what they are.
 */
export function createTableSplitter(options: SplitterOptions): TableSplitter {
  const { sorter, profile, score, headerRow, known, lookedTo, skip } = options;
  // Rows that another table was seen among are pushed one by one.
  const lastKnown = known.length > 0 ? lookedTo : 0;
  const others: { from: number; to: number }[] = [];
  let held: HeldRow[] = [];
  let afterBlank = false;
  let inOther = false;

  const leaveOut = (row: number, starts: boolean): void => {
    const last = others.at(-1);
    if (last === undefined || starts) others.push({ from: row, to: row });
    else last.to = row;
    skip('other table', row);
  };
  /** The rows that waited are judged, now that enough of them are there or a blank row ends them. */
  const judge = (): void => {
    const waiting = held;
    held = [];
    const titles = waiting.findIndex(({ cells }) => !isTitle(cells));
    const block = titles < 0 ? [] : waiting.slice(titles).map(({ cells }) => cells);
    if (isOtherTable(block, profile, score)) {
      if (!inOther) sorter.finish();
      inOther = true;
      waiting.forEach(({ row }, index) => {
        leaveOut(row, index === 0);
      });
    } else for (const { cells, row, line } of waiting) pass(cells, row, line);
  };
  const pass = (cells: readonly string[], row: number, line: number): void => {
    if (inOther) leaveOut(row, false);
    else sorter.push(cells, row, line);
  };

  return {
    push(cells, row, line) {
      const blank = isBlank(cells);
      const table = row <= lookedTo ? known.findIndex(({ from, to }) => row >= from && row <= to) : -1;
      if (table >= 0) {
        if (blank) skip('blank row', row);
        else {
          if (row > headerRow && !inOther) sorter.finish();
          leaveOut(row, others.length <= table);
        }
        inOther = row > headerRow;
        afterBlank = blank;
        return;
      }
      if (row <= headerRow) return;
      if (held.length > 0) {
        if (!blank) {
          held.push({ cells, row, line });
          if (held.length > BLOCK_ROWS) judge();
          return;
        }
        judge();
      }
      const mayStart = afterBlank && row > lookedTo && (isTitle(cells) || mayStartTable(cells, profile));
      if (blank && inOther) skip('blank row', row);
      else if (mayStart && !blank) held.push({ cells, row, line });
      else pass(cells, row, line);
      afterBlank = blank;
    },
    finish() {
      if (held.length > 0) judge();
      if (!inOther) sorter.finish();
    },
    others: () => others,
    mustSee: (row) => held.length > 0 || afterBlank || inOther || row <= Math.max(headerRow, lastKnown),
  };
}

/** A row of one cell. */
function isTitle(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length === 1;
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && (cell.charCodeAt(0) > 0x20 || cell.trim() !== '')) return false;
  return true;
}
