import { cleanText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, NumberColumn } from '../model/column.js';
import {
  type Codes,
  cellText,
  type DictionaryColumn,
  type PlainColumn,
  type TextColumn,
} from '../model/text-column.js';
import { DOLLAR, dayInBytes, moneyInBytes, NO_READING, numberInBytes } from './parse/cell-bytes.js';
import { currencyIn, isBareSign } from './parse/currency.js';
import { type DateFormat, parseDay, type ZoneDay } from './parse/date.js';
import { decideRatioScale, type NumberFormat, parseFlag, parseNumber } from './parse/number.js';
import { isFailedFormula, isMissing } from './parse/text.js';

/** A column of cells read as one kind of value. */
export interface ReadColumn<Data> {
  readonly data: Data;
  /** Cells that stand for something. */
  readonly filled: number;
  /** Rows whose cell stands for something else than the kind. */
  readonly unreadable: readonly number[];
}

type Values = Int32Array | Float64Array | Int8Array;

/** How one kind of cell becomes a value. */
interface Reading {
  /** The value of a text: null = nothing there, undefined = not of this kind. */
  readonly parse: (text: string) => number | null | undefined;
  /** The value straight from the bytes of a plain column; `NO_READING` where only the text says. */
  readonly inBytes?: ((bytes: Uint8Array, start: number, end: number) => number) | undefined;
}

/** Reads every cell into `data`, which holds the missing value everywhere; each distinct cell is parsed once. */
function read<Data extends Values>(column: TextColumn, data: Data, reading: Reading): ReadColumn<Data> {
  return column.kind === 'plain' ? readPlain(column, data, reading) : readDictionary(column, data, reading);
}

/** What a distinct cell is. */
const [NOTHING, VALUE, UNREADABLE] = [0, 1, 2];

function readDictionary<Data extends Values>(
  { codes, values, length }: DictionaryColumn,
  data: Data,
  { parse }: Reading,
): ReadColumn<Data> {
  const states = new Uint8Array(values.length);
  const table = tableOf(data, values.length);
  values.forEach((text, code) => {
    const value = parse(text);
    if (value === null) return;
    states[code] = value === undefined ? UNREADABLE : VALUE;
    if (value !== undefined) table[code] = value;
  });
  const filled = data.length === 0 ? 0 : fillFrom(data, table, codes, states, length);
  const unreadable: number[] = [];
  if (states.includes(UNREADABLE)) {
    for (let row = 0; row < length; row++) if (states[codes[row] as number] === UNREADABLE) unreadable.push(row);
  }
  return { data, filled, unreadable };
}

/** One value per distinct cell, all missing, held as the column's own are. */
function tableOf(data: Values, distinct: number): Values {
  const missing = data.length > 0 ? (data[0] as number) : 0;
  if (data instanceof Int32Array) return new Int32Array(distinct).fill(missing);
  return data instanceof Int8Array ? new Int8Array(distinct).fill(missing) : new Float64Array(distinct).fill(missing);
}

/** Puts every row's value in its place; how many rows stand for something. One loop per kind of array, to stay fast. */
function fillFrom(data: Values, table: Values, codes: Codes, states: Uint8Array, length: number): number {
  if (data instanceof Int32Array && table instanceof Int32Array) {
    for (let row = 0; row < length; row++) data[row] = table[codes[row] as number] as number;
  } else if (data instanceof Float64Array && table instanceof Float64Array) {
    for (let row = 0; row < length; row++) data[row] = table[codes[row] as number] as number;
  } else {
    for (let row = 0; row < length; row++) data[row] = table[codes[row] as number] as number;
  }
  if (!states.includes(NOTHING)) return length;
  let filled = 0;
  for (let row = 0; row < length; row++) if (states[codes[row] as number] !== NOTHING) filled++;
  return filled;
}

/** Reads a plain column cell by cell: from its bytes where they are of a common shape, else as text. */
function readPlain<Data extends Values>(
  column: PlainColumn,
  data: Data,
  { parse, inBytes }: Reading,
): ReadColumn<Data> {
  const { bytes, offsets, length } = column;
  let filled = 0;
  const unreadable: number[] = [];
  for (let row = 0; row < length; row++) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    if (start === end) continue;
    let value: number | null | undefined = inBytes === undefined ? NO_READING : inBytes(bytes, start, end);
    if (value === NO_READING) value = parse(cellText(column, row));
    if (value === null) continue;
    filled++;
    if (value === undefined) unreadable.push(row);
    else data[row] = value;
  }
  return { data, filled, unreadable };
}

export function readDays(column: TextColumn, format: DateFormat, zone: ZoneDay): ReadColumn<DayColumn> {
  const data = new Int32Array(column.length).fill(NO_DAY);
  return read(column, data, { parse: (text) => parseDay(text, format, zone), inBytes: dayInBytes });
}

export function readNumbers(column: TextColumn, format: NumberFormat): ReadColumn<NumberColumn> {
  const data = new Float64Array(column.length).fill(Number.NaN);
  return read(column, data, {
    parse: (text) => parseNumber(text, format),
    // Under a decimal comma, `1.234` is a thousand: the bytes alone do not say.
    inBytes: format.decimal === '.' ? moneyInBytes : undefined,
  });
}

/** Probabilities as 0…1, whatever the column's scale. A value outside 0…1 after scaling is unreadable. */
export function readRatios(column: TextColumn, format: NumberFormat): ReadColumn<NumberColumn> {
  const scale = decideRatioScale(column, format);
  const data = new Float64Array(column.length).fill(Number.NaN);
  return read(column, data, {
    parse: (text) => {
      const value = parseNumber(text, format);
      if (value === null || value === undefined) return value;
      const ratio = value / scale;
      return ratio >= 0 && ratio <= 1 ? ratio : undefined;
    },
  });
}

export function readFlags(column: TextColumn): ReadColumn<FlagColumn> {
  const data = new Int8Array(column.length).fill(-1);
  const parse = (text: string): number | null | undefined => {
    const flag = parseFlag(text);
    return typeof flag === 'boolean' ? Number(flag) : flag;
  };
  return read(column, data, { parse });
}

/** The code of a cell whose value a spreadsheet lost, until its row is known. */
const FAILED = 0xffff_ffff;

/**
 * Distinct texts, cleaned of outer space and invisible marks; cells that stand for nothing are code 0, and so are
 * errors of a spreadsheet (`#REF!`), which are unreadable whatever the column holds.
 */
export function readCategory(column: TextColumn): ReadColumn<CategoryColumn> {
  const values = [''];
  const index = new Map<string, number>();
  const codeOf = (text: string): number => {
    if (isMissing(text)) return 0;
    const clean = cleanText(text);
    if (isFailedFormula(clean)) return FAILED;
    let code = index.get(clean);
    if (code === undefined) {
      code = values.length;
      values.push(clean);
      index.set(clean, code);
    }
    return code;
  };
  const codes = column.kind === 'plain' ? codesOfCells(column, codeOf) : codesOfValues(column, codeOf);
  const unreadable: number[] = [];
  let filled = 0;
  for (let row = 0; row < column.length; row++) {
    if (codes[row] === 0) continue;
    filled++;
    if (codes[row] !== FAILED) continue;
    unreadable.push(row);
    codes[row] = 0;
  }
  return { data: { codes, values }, filled, unreadable };
}

function codesOfCells(column: PlainColumn, codeOf: (text: string) => number): Uint32Array {
  const codes = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++) codes[row] = codeOf(cellText(column, row));
  return codes;
}

/** A code per row. Where every distinct text keeps its number, the column's own codes serve: nothing is copied. */
function codesOfValues({ values, codes, length }: DictionaryColumn, codeOf: (text: string) => number): Uint32Array {
  const codeAt = Uint32Array.from(values, codeOf);
  if (codes instanceof Uint32Array && codeAt.every((code, value) => code === value)) return codes;
  const mapped = new Uint32Array(length);
  for (let row = 0; row < length; row++) mapped[row] = codeAt[codes[row] as number] as number;
  return mapped;
}

/** Stands behind a code that a cell names by a bare sign alone: `$12` may be Canadian dollars. */
export const BARE = '?';

/**
 * The currencies that the cells of an amount column name themselves (`€12`, `12 EUR`), or null when none does. A code
 * that only a bare sign names (`$12`) has `BARE` behind it.
 */
export function readCurrencies(column: TextColumn): CategoryColumn | null {
  const values = [''];
  const codeOf = (text: string): number => {
    const named = /^[\d\s.,'+-]*$/.test(text) ? null : currencyIn(text);
    if (named === null) return 0;
    const code = isBareSign(text, named) ? `${named}${BARE}` : named;
    const known = values.indexOf(code);
    return known > 0 ? known : values.push(code) - 1;
  };
  if (column.kind === 'dictionary') {
    const codes = codesOfValues(column, codeOf);
    return values.length === 1 ? null : { codes, values };
  }
  const { bytes, offsets, length } = column;
  let codes: Uint32Array | null = null;
  let dollars = -1;
  for (let row = 0; row < length; row++) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    // Empty cells and plain numbers name none; `$12,345.67` is read off its sign.
    if (start === end || numberInBytes(bytes, start, end) !== NO_READING) continue;
    let code = 0;
    if (bytes[start] === DOLLAR && moneyInBytes(bytes, start, end) !== NO_READING) {
      if (dollars < 0) dollars = codeOf('$1');
      code = dollars;
    } else code = codeOf(cellText(column, row));
    if (code === 0) continue;
    codes ??= new Uint32Array(length);
    codes[row] = code;
  }
  return codes === null ? null : { codes, values };
}
