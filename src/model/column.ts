import type { CivilDay } from './civil-day.js';
import { NO_DAY } from './civil-day.js';
import { textOfCode } from './distinct-texts.js';
import { roomInBlock } from './shared-memory.js';
import type { Codes, TextColumn } from './text-column.js';
import { spareToKeep } from './work-room.js';
import type { KeptTexts } from './written-texts.js';

/** Few distinct texts: a code per row. Code 0 is always the missing value ''. */
export interface CategoryColumn {
  readonly codes: Codes;
  readonly values: readonly string[];
  /** Where its texts are made only when somebody asks for `values`: see `distinct-texts.ts`. */
  readonly unmade?: KeptTexts;
}

/** Civil days; `NO_DAY` where the cell is missing or unreadable. */
export type DayColumn = Int32Array;
/** Money and numbers; NaN where the cell is missing or unreadable. */
export type NumberColumn = Float64Array;
/** The same where few differ: a code per row, and the number that each code stands for. */
export interface CodedNumbers {
  readonly codes: Codes;
  readonly numbers: NumberColumn;
}
/** Ratios (0…1), of which a file mostly has a dozen. Read by {@link numbersIn}. */
export type RatioColumn = NumberColumn | CodedNumbers;
/** 1 yes, 0 no, −1 missing. */
export type FlagColumn = Int8Array;
export type { TextColumn };

/** How each kind of field is held in memory. */
export interface ColumnOfKind {
  readonly text: TextColumn;
  readonly category: CategoryColumn;
  readonly day: DayColumn;
  readonly money: NumberColumn;
  readonly number: NumberColumn;
  readonly ratio: RatioColumn;
  readonly boolean: FlagColumn;
}

/** Codes of rows, as narrow as so many distinct values allow; all 0. */
export function codesFor(distinct: number, length: number): Codes {
  if (distinct <= 0x100) return roomInBlock(Uint8Array, length);
  return distinct <= 0x1_0000 ? roomInBlock(Uint16Array, length) : roomInBlock(Uint32Array, length);
}

/** The same to keep beside the deals, of any content: where room is left that was written to before, if there is. */
export function keptCodes(distinct: number, length: number): Codes {
  const kind = codesFor(distinct, 0).constructor as typeof Uint8Array | typeof Uint16Array | typeof Uint32Array;
  return spareToKeep<Uint8Array | Uint16Array | Uint32Array>(kind, length) ?? codesFor(distinct, length);
}

/** The text of a category at a row; '' when missing. */
export function categoryAt(column: CategoryColumn, row: number): string {
  return textOfCode(column, column.codes[row] ?? 0);
}

/** The day at a row, or null when missing. */
export function dayAt(column: DayColumn, row: number): CivilDay | null {
  const day = column[row];
  return day === undefined || day === NO_DAY ? null : day;
}

/** The number at a row, or null when missing. */
export function numberAt(column: RatioColumn, row: number): number | null {
  const value = numbersIn(column)(row);
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** What tells the number at a row of a column. */
export function numbersIn(column: ArrayLike<number> | CodedNumbers): (row: number) => number {
  if (!('numbers' in column)) return (row) => column[row] as number;
  const { codes, numbers } = column;
  return (row) => numbers[codes[row] as number] as number;
}

/** The number at every row; the column itself where it holds them. */
export function spreadNumbers(column: RatioColumn): NumberColumn {
  if (!('numbers' in column)) return column;
  const { codes, numbers } = column;
  const all = new Float64Array(codes.length);
  for (let row = 0; row < all.length; row++) all[row] = numbers[codes[row] as number] as number;
  return all;
}

/** A category column over given texts ('' = missing). */
export function categoryColumn(cells: Iterable<string>): CategoryColumn {
  const values: string[] = [''];
  const index = new Map<string, number>([['', 0]]);
  const codes: number[] = [];
  for (const cell of cells) {
    let code = index.get(cell);
    if (code === undefined) {
      code = values.length;
      values.push(cell);
      index.set(cell, code);
    }
    codes.push(code);
  }
  return { codes: Uint32Array.from(codes), values };
}

/** A column of the given kind in which every cell is missing. */
export function missingColumn<K extends keyof ColumnOfKind>(kind: K, length: number): ColumnOfKind[K] {
  const make: { readonly [K in keyof ColumnOfKind]: () => ColumnOfKind[K] } = {
    text: () => ({ kind: 'dictionary', length, codes: codesFor(1, length), values: [''] }),
    category: () => ({ codes: codesFor(1, length), values: [''] }),
    day: () => new Int32Array(length).fill(NO_DAY),
    money: () => new Float64Array(length).fill(Number.NaN),
    number: () => new Float64Array(length).fill(Number.NaN),
    ratio: () => new Float64Array(length).fill(Number.NaN),
    boolean: () => new Int8Array(length).fill(-1),
  };
  return make[kind]();
}
