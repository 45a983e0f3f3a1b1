import { copyOf, roomInBlock } from '../../model/shared-memory.js';
import type { StoredNumbers } from '../../model/stored-values.js';
import type { TextColumn } from '../../model/text-column.js';
import { DistinctCells } from '../distinct-cells.js';
import { hearNumber, type NumberEvidence, type NumberFormat, numberFormatOf, parseNumber } from './number.js';
import { amountsInBytes, NO_READING } from './number-bytes.js';

/** What one pass over a column of numbers tells: their values where the point is a decimal one, and whether it is. */
export interface SureNumbers {
  readonly cells: DistinctCells;
  /** Per distinct cell, under a decimal point; NaN where it is empty, anything where it is unread. */
  readonly values: Float64Array;
  /** Distinct cells of which only their text says what they are, ascending. */
  readonly unread: Uint32Array;
  /** How many distinct cells are empty. */
  readonly empty: number;
  readonly evidence: NumberEvidence;
}

/** Reads the numbers that are written plainly (`1234.5`, `$12,345.67`), and hears what all say of the decimal sign. */
export function sureNumbers(cells: DistinctCells): SureNumbers {
  const { column } = cells;
  const stored = column.kind === 'plain' ? column.stored : undefined;
  const evidence: NumberEvidence = { dots: 0, commas: 0, eitherDot: 0, eitherComma: 0, unseparated: 0 };
  const plain = stored?.kind === 'numbers' ? storedNumbers(stored, evidence) : readPlain(cells, '.', evidence);
  for (const cell of plain.unread) {
    const rows = cells.rows(cell);
    if (rows > 0) hearNumber(cells.text(cell), rows, evidence);
  }
  return { cells, ...plain, evidence };
}

type PlainNumbers = Pick<SureNumbers, 'values' | 'unread' | 'empty'>;

/** The cells that are written plainly, under a decimal sign. */
function readPlain(cells: DistinctCells, decimal: '.' | ',', evidence: NumberEvidence | null): PlainNumbers {
  const values = roomInBlock(Float64Array, cells.size).fill(Number.NaN);
  const counts = evidence === null ? null : cells.counts;
  const { unread, empty } = amountsInBytes(cells.bytes, cells.offsets, values, decimal, counts, evidence);
  return { values, unread: unreadAmong(values, unread), empty };
}

function unreadAmong(values: Float64Array, count: number): Uint32Array {
  const unread = new Uint32Array(count);
  for (let cell = 0, at = 0; at < count; cell++) if (values[cell] === NO_READING) unread[at++] = cell;
  return unread;
}

/** What was read when the cells were stored; of the others, some are plain numbers all the same (`007`). */
function storedNumbers({ values, empty, others, heard }: StoredNumbers, evidence: NumberEvidence): PlainNumbers {
  evidence.dots += heard.dots;
  evidence.commas += heard.commas;
  evidence.eitherDot += heard.eitherDot;
  evidence.eitherComma += heard.eitherComma;
  evidence.unseparated += heard.unseparated;
  const read = new Float64Array(others.rows.length);
  const { unread } = amountsInBytes(others.bytes, others.offsets, read, '.', null, evidence);
  if (unread === others.rows.length) return { values, unread: others.rows, empty };
  const all = copyOf(values);
  others.rows.forEach((row, other) => {
    all[row] = read[other] as number;
  });
  return { values: all, unread: others.rows.filter((_, other) => read[other] === NO_READING), empty };
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
  const plain = format.decimal === ',' ? readPlain(cells, ',', null) : sure;
  const unreadable: number[] = [];
  const nothing: number[] = [];
  const read = new Float64Array(plain.unread.length).fill(Number.NaN);
  let percent = false;
  let any = false;
  plain.unread.forEach((cell, at) => {
    const text = cells.text(cell);
    const value = parseNumber(text, format);
    if (value === null) nothing.push(cell);
    else if (value === undefined) unreadable.push(cell);
    else {
      read[at] = value;
      any = true;
    }
    if (/[%٪]/.test(text) && cells.rows(cell) > 0) percent = true;
  });
  return { values: withRead(plain, read, any), unreadable, nothing, percent };
}

/** The values with those that were read last; where they are the reader's own and hold NaN there, nothing is copied. */
function withRead({ values, unread }: PlainNumbers, read: Float64Array, any: boolean): Float64Array {
  const [first] = unread;
  if (first === undefined || (!any && Number.isNaN(values[first]))) return values;
  const all = copyOf(values);
  unread.forEach((cell, at) => {
    all[cell] = read[at] as number;
  });
  return all;
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
