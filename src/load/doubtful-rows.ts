import type { BytePlan } from './byte-table.js';
import { createFindingLog, type PartsLog } from './findings.js';
import { loggingLongRows, logOtherTables } from './row-faults.js';
import type { RowLedger } from './row-ledger.js';
import { createRowSorter } from './row-sorter.js';
import { createWidthJudge } from './row-width.js';
import type { HeaderScore } from './several-tables.js';
import { createTableSplitter } from './table-splitter.js';

/** The way of the rows that a reader of bytes is not sure of: as texts, as the reference reader does with all. */
export interface DoubtfulRows {
  readonly log: PartsLog;
  push(cells: readonly string[], row: number, line: number): void;
  /** Whether this row must be pushed whatever it looks like. */
  mustSee(row: number): boolean;
  /** Nothing pushed so far bears on the rows to come. */
  isFresh(): boolean;
  /** The part has ended. */
  finish(): void;
  /** Logs what can be told of the whole table only. */
  logOthers(): void;
}

/**
 * @param keep gets the rows that are records, mended where need be
 * @param raggedRows a record shows how many cells it has: not so in workbooks, whose rows end with their last filled cell
 */
export function createDoubtfulRows(
  plan: Omit<BytePlan, 'delimiter' | 'firstLine' | 'size'>,
  score: HeaderScore,
  skip: RowLedger['skip'],
  keep: (cells: readonly string[], row: number, line: number) => void,
  raggedRows = true,
): DoubtfulRows {
  const log = createFindingLog();
  const judge = raggedRows
    ? createWidthJudge(plan.widths, plan.columns, log, skip)
    : (cells: readonly string[]) => cells;
  const sorter = createRowSorter({
    ...plan,
    score,
    raggedRows,
    accept(written, row, line) {
      const cells = judge(written, row, line);
      if (cells !== null) keep(cells, row, line);
    },
    skip,
  });
  const splitter = createTableSplitter({
    ...plan,
    score,
    skip,
    sorter: loggingLongRows(sorter, plan.columns, plan.widths, log),
  });
  return {
    log,
    push: splitter.push,
    mustSee: (row) => splitter.mustSee(row) || sorter.waits(),
    isFresh: sorter.isFresh,
    finish: splitter.finish,
    logOthers: () => logOtherTables(splitter, log),
  };
}
