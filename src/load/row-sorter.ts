import { looksLikeNumber } from './cell-look.js';
import type { SkipReason } from './raw-table.js';
import { createHeaderTest, createOtherHeaderTest } from './repeated-header.js';
import type { HeaderScore, TableProfile } from './several-tables.js';
import { isTotalWord } from './total-words.js';

/** What the sorter must know of the table. */
export interface SorterOptions {
  /** The header's cells, trimmed; null when the file has none. */
  readonly header: readonly string[] | null;
  readonly columns: number;
  /** A record shows how many cells it has (CSV), so that a single one says "no record". Workbooks drop empty cells. */
  readonly raggedRows: boolean;
  /** Cells of the first column are codes or single words, so that a sentence there is no name. */
  readonly firstColumnIsTerse: boolean;
  /** What the columns hold, and the caller's knowledge of names: without them a header in other words is a record. */
  readonly profile?: TableProfile;
  readonly score?: HeaderScore;
  readonly accept: (cells: readonly string[], row: number, line: number) => void;
  readonly skip: (reason: SkipReason, row: number) => void;
}

export interface RowSorter {
  push(cells: readonly string[], row: number, line: number): void;
  /** Rows are held back: what is pushed next may decide what they are. If not, a sure record may pass the sorter by. */
  waits(): boolean;
  /** Nothing seen so far bears on the rows to come: they may be sorted by another sorter. */
  isFresh(): boolean;
  /** The file has ended: rows held back are notes. */
  finish(): void;
}

/** A note stands among the last rows: as many as these may follow it (Salesforce and Dynamics write up to seven). */
const LAST_ROWS = 10;
/** A table as wide as this has no records of a single cell. */
const WIDE = 3;

/**
 * Tells records from rows that are none: blank rows, repeated headers, totals, footers, notes. A record is never
 * dropped for one cell: a row counts as a total only if every other cell is empty or a number, as a footer or a note
 * only if there is no other cell.
 */
export function createRowSorter(options: SorterOptions): RowSorter {
  const { header, columns, profile, score, accept, skip } = options;
  const never = (): boolean => false;
  const saysHeader = header === null ? never : createHeaderTest(header);
  const isOtherHeader =
    header === null || profile === undefined || score === undefined ? never : createOtherHeaderTest(profile, score);
  // What a row is can depend on the rows below it; such rows, and the rows after a possible note, wait here.
  const held: HeldRow[] = [];
  let headerRepeated = false;

  /** A row that only a header below it, or the end, would have made none is a record once a record follows. */
  const settle = (): void => {
    const followed = held.findLastIndex(({ kind }) => kind === 'record') + 1;
    for (let left = followed; left > 0 && held[0]?.kind !== 'note'; left--) release();
  };
  const release = (): void => {
    const first = held.shift();
    if (first !== undefined) accept(first.cells, first.row, first.line);
  };

  return {
    push(cells, row, line) {
      const first = firstFilled(cells, columns);
      if (first < 0) {
        skip('blank row', row);
        return;
      }
      if (saysHeader(cells) || isOtherHeader(cells)) {
        // Above a repeated header stand the sums of one group and the name of the next (monday.com).
        for (let last = held.at(-1); last !== undefined && last.kind !== 'record'; last = held.at(-1)) {
          skip(last.kind === 'sums' ? 'total row' : 'note row', last.row);
          held.pop();
        }
        headerRepeated = true;
        skip('repeated header', row);
        return;
      }
      const cell = cells[first] ?? '';
      const alone = columns >= 2 && nextFilled(cells, first, columns) < 0;
      if (alone && FOOTER.test(cell.trim())) {
        skip('footer', row);
        return;
      }
      if (columns >= 2 && isTotalWord(cell) && othersAreNumbers(cells, first, columns)) {
        skip('total row', row);
        return;
      }
      if (alone && columns >= WIDE && COUNTED_GROUP.test(cell.trim())) {
        skip('note row', row);
        return;
      }
      const kind = kindOf(cells, first, alone, options);
      const above = held.at(-1);
      // The records of a group stand to the right of its name (summary reports of Salesforce).
      if (above?.kind === 'group' && above.row === row - 1 && first > 0 && !alone) {
        skip('note row', above.row);
        held.pop();
      }
      if (held.length === 0 && kind === 'record') {
        accept(cells, row, line);
        return;
      }
      held.push({ cells, row, line, kind });
      if (kind === 'record') settle();
      while (held.length > LAST_ROWS) {
        release();
        settle();
      }
    },
    waits: () => held.length > 0,
    isFresh: () => held.length === 0 && !headerRepeated,
    finish() {
      for (const { cells, row, line, kind } of held.splice(0)) {
        if (kind === 'note') skip('note row', row);
        else if (kind === 'sums' && headerRepeated) skip('total row', row);
        else accept(cells, row, line);
      }
    },
  };
}

interface HeldRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly line: number;
  /** What it is unless the rows below say otherwise: a `group` is the name of one if the header follows. */
  readonly kind: 'record' | 'note' | 'group' | 'sums';
}

function kindOf(cells: readonly string[], first: number, alone: boolean, options: SorterOptions): HeldRow['kind'] {
  const { header, columns } = options;
  if (alone && columns >= WIDE && mayBeNote(cells, cells[first] ?? '', options)) return 'note';
  if (header === null || columns < WIDE) return 'record';
  if (alone && first === 0) return 'group';
  return first > 0 && othersAreSums(cells, first, columns) ? 'sums' : 'record';
}

/** Numbers, and spans of dates: what a board writes below a group, without a word in the first column. */
function othersAreSums(cells: readonly string[], first: number, columns: number): boolean {
  for (let index = first; index < cells.length && index < columns; index++) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '' && !looksLikeNumber(cell) && !DATE_SPAN.test(cell)) return false;
  }
  return true;
}

const DATE_SPAN = /^\d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}$/;

const FOOTER =
  /^(?:confidential information\b|copyright\b|©|\(c\)\s*(?:copyright\s*)?\d{4}|(?:کلیه|کلیهٔ|تمام|تمامی) حقوق)/iu;
/** `Stage: Closed Won (2 records)`: the name of a group in a report. */
const COUNTED_GROUP = /\(\s*\p{Nd}[\p{Nd},.٬]*\s+(?:records?|rows?|items?|deals?|رکورد|ردیف|مورد)\s*\)$/iu;
function othersAreNumbers(cells: readonly string[], first: number, columns: number): boolean {
  for (let index = first + 1; index < cells.length && index < columns; index++) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '' && !looksLikeNumber(cell)) return false;
  }
  return true;
}

function mayBeNote(cells: readonly string[], cell: string, options: SorterOptions): boolean {
  if (options.raggedRows && cells.length === 1) return true;
  return options.firstColumnIsTerse && /\S\s+\S/.test(cell);
}

function firstFilled(cells: readonly string[], columns: number): number {
  return nextFilled(cells, -1, columns);
}

function nextFilled(cells: readonly string[], after: number, columns: number): number {
  const end = Math.min(cells.length, columns);
  for (let index = after + 1; index < end; index++) {
    const cell = cells[index] ?? '';
    if (cell !== '' && (cell.charCodeAt(0) > 0x20 || cell.trim() !== '')) return index;
  }
  return -1;
}
