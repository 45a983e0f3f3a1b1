import { cleanText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, NumberColumn } from '../model/column.js';
import { mapCells, type TextColumn } from '../model/text-column.js';
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
): ReadColumn<Data> {
  let filled = 0;
  const unreadable: number[] = [];
  mapCells(column, parse, (row, value) => {
    if (value === null) return;
    filled++;
    if (value === undefined) unreadable.push(row);
    else put(row, value);
  });
  return { data, filled, unreadable };
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
