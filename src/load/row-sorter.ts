import { looksLikeNumber } from './cell-look.js';
import type { SkipReason } from './raw-table.js';

/** What the sorter must know of the table. */
export interface SorterOptions {
  /** The header's cells, trimmed; null when the file has none. */
  readonly header: readonly string[] | null;
  readonly columns: number;
  /** A record shows how many cells it has (CSV), so that a single one says "no record". Workbooks drop empty cells. */
  readonly raggedRows: boolean;
  /** Cells of the first column are codes or single words, so that a sentence there is no name. */
  readonly firstColumnIsTerse: boolean;
  readonly accept: (cells: readonly string[], row: number, line: number) => void;
  readonly skip: (reason: SkipReason, row: number) => void;
}

export interface RowSorter {
  push(cells: readonly string[], row: number, line: number): void;
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
  const { header, columns, accept, skip } = options;
  // Rows that may be notes, and the rows after them, wait here until it is known whether the file ends.
  const held: { cells: readonly string[]; row: number; line: number; maybeNote: boolean }[] = [];

  const release = (): void => {
    const first = held.shift();
    if (first !== undefined) accept(first.cells, first.row, first.line);
    while (held.length > 0 && held[0]?.maybeNote === false) {
      const next = held.shift();
      if (next !== undefined) accept(next.cells, next.row, next.line);
    }
  };

  return {
    push(cells, row, line) {
      const first = firstFilled(cells, columns);
      if (first < 0) {
        skip('blank row', row);
        return;
      }
      if (header !== null && repeats(cells, header)) {
        // A single cell above a repeated header is the name of the group that follows (monday.com).
        while (held.at(-1)?.maybeNote === true) skip('note row', held.pop()?.row ?? 0);
        skip('repeated header', row);
        return;
      }
      const cell = cells[first] ?? '';
      const alone = columns >= 2 && nextFilled(cells, first, columns) < 0;
      if (alone && FOOTER.test(cell.trim())) {
        skip('footer', row);
        return;
      }
      if (columns >= 2 && cell.length <= LONGEST_TOTAL && TOTAL.test(cell) && othersAreNumbers(cells, first, columns)) {
        skip('total row', row);
        return;
      }
      const maybeNote = alone && columns >= WIDE && mayBeNote(cells, cell, options);
      if (held.length === 0 && !maybeNote) {
        accept(cells, row, line);
        return;
      }
      held.push({ cells, row, line, maybeNote });
      while (held.length > LAST_ROWS) release();
    },
    finish() {
      for (const { cells, row, line, maybeNote } of held.splice(0)) {
        if (maybeNote) skip('note row', row);
        else accept(cells, row, line);
      }
    },
  };
}

const FOOTER =
  /^(?:confidential information\b|copyright\b|©|\(c\)\s*(?:copyright\s*)?\d{4}|(?:کلیه|کلیهٔ|تمام|تمامی) حقوق)/iu;
const LONGEST_TOTAL = 80;
/** What CRMs and spreadsheets call the row of sums, in the languages of the presets. */
const TOTAL = new RegExp(
  `^\\s*(?:${[
    '(?:grand |report |overall )?totals?',
    'sub[- ]?totals?',
    'sums?|(?:record )?count|average|avg',
    'gesamt(?:summe|ergebnis)?|(?:zwischen)?summe',
    'total g[ée]n[ée]ral|sous-total|totale|suma|total geral|subtotale?',
    'итого|всего|общий итог',
    '(?:جمع|مجموع)(?: (?:[کك]ل|نها[یي][یي]|جزء))?|م[یي]انگ[یي]ن|تعداد(?: [کك]ل)?|الإجمالي|المجموع',
  ].join(
    '|',
  )})(?:\\s*\\([^()]*\\p{Nd}[^()]*\\)|\\s*[:：]?\\s*\\p{Nd}[\\p{Nd},.٬]*(?: (?:records?|rows?|deals?|رکورد|ردیف|مورد))?)?\\s*[:：]?\\s*$`,
  'iu',
);

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

function repeats(cells: readonly string[], header: readonly string[]): boolean {
  for (let index = 0; index < header.length; index++) {
    if ((cells[index] ?? '').trim() !== header[index]) return false;
  }
  return true;
}
