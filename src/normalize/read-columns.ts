import { cleanText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, NumberColumn } from '../model/column.js';
import { cellText, mapCells, type PlainColumn, type TextColumn } from '../model/text-column.js';
import { dayInBytes, NO_READING, numberInBytes } from './parse/cell-bytes.js';
import { type DateFormat, parseDay, type ZoneDay } from './parse/date.js';
import { currencyIn, decideRatioScale, type NumberFormat, parseFlag, parseNumber } from './parse/number.js';
import { isMissing } from './parse/text.js';

/** A column of cells read as one kind of value. */
export interface ReadColumn<Data> {
  readonly data: Data;
  /** Cells that stand for something. */
  readonly filled: number;
  /** Rows whose cell stands for something else than the kind. */
  readonly unreadable: readonly number[];
}

/** Reads every cell through `parse` (once per distinct cell): null = nothing there, undefined = not of this kind. */
function read<T, Data>(
  column: TextColumn,
  data: Data,
  parse: (text: string) => T | null | undefined,
  put: (row: number, value: T) => void,
  inBytes?: (bytes: Uint8Array, start: number, end: number) => T,
): ReadColumn<Data> {
  let filled = 0;
  const unreadable: number[] = [];
  const set = (row: number, value: T | null | undefined): void => {
    if (value === null) return;
    filled++;
    if (value === undefined) unreadable.push(row);
    else put(row, value);
  };
  if (column.kind === 'plain' && inBytes !== undefined) eachCell(column, inBytes, parse, set);
  else mapCells(column, parse, set);
  return { data, filled, unreadable };
}

/** Reads a plain column cell by cell: from its bytes where they are of a common shape, else as text. */
function eachCell<T>(
  column: PlainColumn,
  inBytes: (bytes: Uint8Array, start: number, end: number) => T,
  parse: (text: string) => T | null | undefined,
  set: (row: number, value: T | null | undefined) => void,
): void {
  const { bytes, offsets } = column;
  for (let row = 0; row < column.length; row++) {
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? start;
    if (start === end) continue;
    const value = inBytes(bytes, start, end);
    set(row, value === NO_READING ? parse(cellText(column, row)) : value);
  }
}

export function readDays(column: TextColumn, format: DateFormat, zone: ZoneDay): ReadColumn<DayColumn> {
  const data = new Int32Array(column.length).fill(NO_DAY);
  return read(
    column,
    data,
    (text) => parseDay(text, format, zone),
    (row, day) => {
      data[row] = day;
    },
    dayInBytes,
  );
}

export function readNumbers(column: TextColumn, format: NumberFormat): ReadColumn<NumberColumn> {
  const data = new Float64Array(column.length).fill(Number.NaN);
  return read(
    column,
    data,
    (text) => parseNumber(text, format),
    (row, value) => {
      data[row] = value;
    },
    // Under a decimal comma, `1.234` is a thousand: the bytes alone do not say.
    format.decimal === '.' ? numberInBytes : undefined,
  );
}

/** Probabilities as 0…1, whatever the column's scale. A value outside 0…1 after scaling is unreadable. */
export function readRatios(column: TextColumn, format: NumberFormat): ReadColumn<NumberColumn> {
  const scale = decideRatioScale(column, format);
  const data = new Float64Array(column.length).fill(Number.NaN);
  return read(
    column,
    data,
    (text) => {
      const value = parseNumber(text, format);
      if (value === null || value === undefined) return value;
      const ratio = value / scale;
      return ratio >= 0 && ratio <= 1 ? ratio : undefined;
    },
    (row, value) => {
      data[row] = value;
    },
  );
}

export function readFlags(column: TextColumn): ReadColumn<FlagColumn> {
  const data = new Int8Array(column.length).fill(-1);
  return read(column, data, parseFlag, (row, flag) => {
    data[row] = flag ? 1 : 0;
  });
}

/** Distinct texts, cleaned of outer space and invisible marks; cells that stand for nothing are code 0. */
export function readCategory(column: TextColumn): ReadColumn<CategoryColumn> {
  const codes = new Uint32Array(column.length);
  const values = [''];
  const index = new Map<string, number>();
  let filled = 0;
  mapCells(
    column,
    (text) => {
      if (isMissing(text)) return 0;
      const clean = cleanText(text);
      let code = index.get(clean);
      if (code === undefined) {
        code = values.length;
        values.push(clean);
        index.set(clean, code);
      }
      return code;
    },
    (row, code) => {
      codes[row] = code;
      if (code !== 0) filled++;
    },
  );
  return { data: { codes, values }, filled, unreadable: [] };
}

/** The currencies that the cells of an amount column name themselves (`$12`, `12 EUR`), or null when none does. */
export function readCurrencies(column: TextColumn): CategoryColumn | null {
  const codes = new Uint32Array(column.length);
  const values = [''];
  const bare = column.kind === 'plain' ? bareNumbers(column) : null;
  if (bare === column.length) return null;
  mapCells(
    column,
    (text) => {
      const code = /^[\d\s.,'+-]*$/.test(text) ? null : currencyIn(text);
      if (code === null) return 0;
      const known = values.indexOf(code);
      return known > 0 ? known : values.push(code) - 1;
    },
    (row, code) => {
      codes[row] = code;
    },
  );
  return values.length === 1 ? null : { codes, values };
}

/** How many cells of a plain column are empty or a plain number, which name no currency. */
function bareNumbers({ bytes, offsets, length }: PlainColumn): number {
  let bare = 0;
  for (let row = 0; row < length; row++) {
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? start;
    if (start === end || numberInBytes(bytes, start, end) !== NO_READING) bare++;
  }
  return bare;
}
