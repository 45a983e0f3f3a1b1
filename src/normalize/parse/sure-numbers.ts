import type { TextColumn } from '../../model/text-column.js';
import { DistinctCells } from '../distinct-cells.js';
import { hearNumber, type NumberEvidence, type NumberFormat, numberFormatOf, parseNumber } from './number.js';
import { amountsInBytes, NO_READING } from './number-bytes.js';

/** What one pass over a column of numbers tells: their values where the point is a decimal one, and whether it is. */
export interface SureNumbers {
  readonly cells: DistinctCells;
  /** Per distinct cell, under a decimal point; NaN where it is empty, `NO_READING` where only its text says. */
  readonly values: Float64Array;
  /** Distinct cells that are `NO_READING`, and that are empty. */
  readonly unread: number;
  readonly empty: number;
  readonly evidence: NumberEvidence;
}

/** Reads the numbers that are written plainly (`1234.5`, `$12,345.67`), and hears what all say of the decimal sign. */
export function sureNumbers(cells: DistinctCells): SureNumbers {
  const values = new Float64Array(cells.size).fill(Number.NaN);
  const evidence: NumberEvidence = { dots: 0, commas: 0, eitherDot: 0, eitherComma: 0, unseparated: 0 };
  const { unread, empty } = amountsInBytes(cells.bytes, cells.offsets, values, '.', cells.counts, evidence);
  if (unread > 0) {
    for (let cell = 0; cell < values.length; cell++) {
      const rows = values[cell] === NO_READING ? cells.rows(cell) : 0;
      if (rows > 0) hearNumber(cells.text(cell), rows, evidence);
    }
  }
  return { cells, values, unread, empty, evidence };
}

/** The cells of a column as numbers, by the format that was decided for it. */
export interface NumberCells {
  /** Per distinct cell; NaN where there is none. */
  readonly values: Float64Array;
  /** Distinct cells that stand for something else than a number, ascending, and those that stand for nothing. */
  readonly unreadable: readonly number[];
  readonly nothing: readonly number[];
  /** Whether a cell is written as a share: `20 %`. */
  readonly percent: boolean;
}

/** Reads what the bytes left open, each distinct cell once. */
export function numberCells(sure: SureNumbers, format: NumberFormat): NumberCells {
  const { cells } = sure;
  let { values, unread } = sure;
  if (format.decimal === ',') {
    values = new Float64Array(cells.size).fill(Number.NaN);
    ({ unread } = amountsInBytes(cells.bytes, cells.offsets, values, ',', cells.counts, null));
  } else if (unread > 0) values = values.slice();
  const unreadable: number[] = [];
  const nothing: number[] = [];
  let percent = false;
  for (let cell = 0; unread > 0 && cell < values.length; cell++) {
    if (values[cell] !== NO_READING) continue;
    const text = cells.text(cell);
    const value = parseNumber(text, format);
    values[cell] = value ?? Number.NaN;
    if (value === null) nothing.push(cell);
    else if (value === undefined) unreadable.push(cell);
    if (/[%٪]/.test(text) && cells.rows(cell) > 0) percent = true;
  }
  return { values, unreadable, nothing, percent };
}

/** Decides how a column writes its numbers, from all its distinct cells. */
export function decideNumberFormat(
  column: TextColumn,
  hint: '.' | ',' | null = null,
  said: '.' | ',' | null = null,
): NumberFormat {
  return numberFormatOf(sureNumbers(new DistinctCells(column)).evidence, hint, said);
}

/** How a column of probabilities is scaled: 0…1, or 0…100 (a per cent sign, or any value above 1). */
export function ratioScale({ values, percent }: NumberCells, cells: DistinctCells): 1 | 100 {
  if (percent) return 100;
  for (let cell = 0; cell < values.length; cell++) if ((values[cell] as number) > 1 && cells.rows(cell) > 0) return 100;
  return 1;
}
