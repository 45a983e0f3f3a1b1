import { foldText } from '../locale/fold.js';
import type { CategoryColumn, TextColumn } from '../model/column.js';
import { OUTCOMES } from '../model/outcome.js';
import { cellText } from '../model/text-column.js';
import { type Test, type Truth, UNKNOWN } from './truth.js';

/** Cells as text: few distinct ones and a code per row, or one by one. */
export type Cells =
  | { readonly kind: 'coded'; readonly codes: ArrayLike<number>; readonly values: readonly string[] }
  | { readonly kind: 'single'; readonly column: TextColumn };

export function categoryCells({ codes, values }: CategoryColumn): Cells {
  return { kind: 'coded', codes, values };
}

export function textCells(column: TextColumn): Cells {
  return column.kind === 'dictionary'
    ? { kind: 'coded', codes: column.codes, values: column.values }
    : { kind: 'single', column };
}

export function outcomeCells(outcome: Uint8Array): Cells {
  return { kind: 'coded', codes: outcome, values: OUTCOMES };
}

/** The cells as the column that a reading takes. */
export function asTextColumn(cells: Cells): TextColumn {
  if (cells.kind === 'single') return cells.column;
  const { codes, values } = cells;
  return { kind: 'dictionary', length: codes.length, codes: codes as Uint32Array, values };
}

/**
 * A test of each cell's text, run once per distinct one. `judge` gets the text and its comparison form; an empty cell
 * is `empty`.
 */
export function cellTest(cells: Cells, judge: (folded: string, text: string) => Truth, empty: Truth = UNKNOWN): Test {
  const judged = (text: string): Truth => {
    const folded = foldText(text);
    return folded === '' ? empty : judge(folded, text);
  };
  if (cells.kind === 'single') {
    const { column } = cells;
    return (row) => judged(cellText(column, row));
  }
  const { codes, values } = cells;
  const truths = Uint8Array.from(values, judged);
  return (row) => truths[codes[row] as number] as Truth;
}

/** A number per row that is equal where the texts are, −1 where a cell is empty; `known` is shared by what is compared. */
export function textNumbers(cells: Cells, known: Map<string, number>): (row: number) => number {
  const numbered = (text: string): number => {
    const folded = foldText(text);
    if (folded === '') return -1;
    const number = known.get(folded) ?? known.size;
    known.set(folded, number);
    return number;
  };
  if (cells.kind === 'single') {
    const { column } = cells;
    return (row) => numbered(cellText(column, row));
  }
  const { codes, values } = cells;
  const numbers = Int32Array.from(values, numbered);
  return (row) => numbers[codes[row] as number] as number;
}
