import type { RowVisitor } from './csv-reference.js';
import { Declined } from './declined.js';
import { LONGEST_GAP, WIDEST } from './sheet-rows.js';

/** Rows of Excel's grid. */
const MOST_ROWS = 1_048_576;

/**
 * Puts the cells of a sheet into rows as they are read, and gives the rows to a visitor: blank ones too where they
 * stand between others, but not the empty grid. Memory is one row, wherever its cells are.
 */
export class SheetRows {
  /** Number of the current row, from 1. */
  row = 0;
  /** The current row did not say which it is; its first cell may. */
  rowIsGuess = false;
  /** Column of the last cell, from 0; -1 when there was none. */
  column = -1;
  /** The visitor has seen enough. */
  stopped = false;
  /** A row has ended, and no other has begun. */
  ended = false;
  readonly #visit: RowVisitor;
  readonly #end: number;
  #lastVisited = 0;
  #cells: string[] = [];
  /** Of the cells beyond the width, the first that is not empty. */
  #beyond: string | null = null;

  /** @param width cells from this column on are only looked at for content */
  constructor(visit: RowVisitor, width: number) {
    this.#visit = visit;
    this.#end = Math.min(width, WIDEST);
  }

  /** Begins the row that is called `said`, or the next one. @throws Declined when rows are out of order */
  start(said: number | null): void {
    this.renumber(said ?? this.row + 1);
    this.rowIsGuess = said === null;
    this.column = -1;
    this.ended = false;
  }

  /** Goes on behind rows that another reader read: their last one, the last that was not empty, its last column. */
  resume(row: number, lastVisited: number, column: number): void {
    this.row = row;
    this.#lastVisited = lastVisited;
    this.column = column;
    this.rowIsGuess = false;
    this.ended = false;
  }

  /** The last row that was given to the visitor. */
  get lastVisited(): number {
    return this.#lastVisited;
  }

  renumber(row: number): void {
    if (row <= this.#lastVisited || row > MOST_ROWS) throw new Declined(`row ${row} is not in order`);
    this.row = row;
  }

  /** The text of a cell in this column would be thrown away. */
  ignores(column: number): boolean {
    return column >= this.#end && this.#beyond !== null;
  }

  /** Adds the text of the cell in the current column. */
  put(text: string): void {
    if (text === '') return;
    const { column } = this;
    const cells = this.#cells;
    if (column >= this.#end) this.#beyond ??= text;
    else if (column === cells.length) cells.push(text);
    else if (column < cells.length) cells[column] = text;
    else {
      while (cells.length < column) cells.push('');
      cells.push(text);
    }
  }

  /** Gives the row to the visitor, who may keep it. */
  end(): void {
    this.ended = true;
    const cells = this.#cells;
    if (this.#beyond !== null) {
      while (cells.length < this.#end) cells.push('');
      cells.push(this.#beyond);
      this.#beyond = null;
    }
    if (cells.length === 0 || this.stopped) return;
    this.#cells = [];
    const { row } = this;
    if (row - this.#lastVisited <= LONGEST_GAP) {
      for (let blank = this.#lastVisited + 1; blank < row && !this.stopped; blank++) {
        this.stopped = !this.#visit([], blank, 0);
      }
    }
    this.#lastVisited = row;
    if (!this.stopped) this.stopped = !this.#visit(cells, row, 0);
  }
}
