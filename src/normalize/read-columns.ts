import { cleanText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import {
  type CategoryColumn,
  codesFor,
  type DayColumn,
  type FlagColumn,
  type NumberColumn,
  type RatioColumn,
} from '../model/column.js';
import { UnmadeCategory } from '../model/distinct-texts.js';
import { copyOf, roomInBlock } from '../model/shared-memory.js';
import type { Codes } from '../model/text-column.js';
import { type KeptTexts, writtenTexts } from '../model/written-texts.js';
import { withoutModules } from './company-cells.js';
import type { DistinctCells } from './distinct-cells.js';
import { type DateFormat, parseDay, type ZoneDay } from './parse/date.js';
import { type NumberFormat, parseFlag } from './parse/number.js';
import type { SureDays } from './parse/sure-days.js';
import { type NumberCells, numberCells, ratioScale, type SureNumbers } from './parse/sure-numbers.js';
import { isFailedFormula, isMissing } from './parse/text.js';
import { type SameTexts, sameTexts } from './same-texts.js';
import { lookThroughWords } from './words/program.js';

/** A column of cells read as one kind of value. */
export interface ReadColumn<Data> {
  /** A value per row; made when it is first asked for. */
  readonly data: Data;
  /** Cells that stand for something. */
  readonly filled: number;
  /** Cells that stand for something else than the kind: how many, and the rows of them. */
  readonly unfit: number;
  readonly unreadable: readonly number[];
}

/** Each distinct cell read once; what is asked of rows is worked out from them when it is asked. */
class OfCells<Data> implements ReadColumn<Data> {
  readonly filled: number;
  readonly unfit: number;
  readonly #cells: DistinctCells;
  readonly #unreadable: readonly number[];
  readonly #spread: () => Data;
  #data: Data | null = null;

  /** @param nothing distinct cells that are not empty and stand for nothing; @param empty how many rows are empty */
  constructor(
    cells: DistinctCells,
    empty: number,
    nothing: readonly number[],
    unreadable: readonly number[],
    spread: () => Data,
  ) {
    this.#cells = cells;
    this.#unreadable = unreadable;
    this.#spread = spread;
    this.filled = nothing.reduce((filled, cell) => filled - cells.rows(cell), cells.column.length - empty);
    this.unfit = unreadable.reduce((sum, cell) => sum + cells.rows(cell), 0);
  }

  get data(): Data {
    this.#data ??= this.#spread();
    return this.#data;
  }

  get unreadable(): readonly number[] {
    return this.#cells.rowsOf(this.#unreadable);
  }
}

/** How many rows are empty, where so many distinct cells are. */
function emptyRows(cells: DistinctCells, empty: number): number {
  if (empty === 0 || cells.column.kind === 'plain') return empty;
  const { offsets, size } = cells;
  let rows = 0;
  for (let cell = 0; cell < size; cell++) if (offsets[cell] === offsets[cell + 1]) rows += cells.rows(cell);
  return rows;
}

export function readDays(sure: SureDays, format: DateFormat, zone: ZoneDay): ReadColumn<DayColumn> {
  const { cells, unread, empty } = sure;
  const unreadable: number[] = [];
  const nothing: number[] = [];
  let { days } = sure;
  for (const cell of unread) {
    const day = parseDay(cells.text(cell), format, zone);
    if (day === null) nothing.push(cell);
    else if (day === undefined) unreadable.push(cell);
    const read = day ?? NO_DAY;
    if (days[cell] === read) continue;
    if (days === sure.days) days = copyOf(days);
    days[cell] = read;
  }
  const spread = (): DayColumn => {
    const { column } = cells;
    if (column.kind === 'plain') return days;
    const data = roomInBlock(Int32Array, column.length);
    const { codes } = column;
    for (let row = 0; row < data.length; row++) data[row] = days[codes[row] as number] as number;
    return data;
  };
  return new OfCells(cells, emptyRows(cells, empty), nothing, unreadable, spread);
}

/** Numbers, `times` what is written (amounts in thousands or millions), without the digits that binary fractions would add. */
export function readNumbers(sure: SureNumbers, format: NumberFormat, times = 1): ReadColumn<NumberColumn> {
  const { values, nothing, unreadable } = numberCells(sure, format);
  const scaled = times === 1 ? values : values.map((value) => Number((value * times).toPrecision(15)));
  return numberColumn(sure, scaled, nothing, unreadable);
}

/** Probabilities as 0…1, whatever the column's scale. A value outside 0…1 after scaling is unreadable. */
export function readRatios(sure: SureNumbers, format: NumberFormat): ReadColumn<RatioColumn> {
  const read = numberCells(sure, format);
  const scale = ratioScale(read, sure.cells);
  const ratios = roomInBlock(Float64Array, read.values.length);
  const outside: number[] = [];
  for (let cell = 0; cell < ratios.length; cell++) {
    const ratio = (read.values[cell] as number) / scale;
    ratios[cell] = ratio >= 0 && ratio <= 1 ? ratio : Number.NaN;
    if (ratio < 0 || ratio > 1) outside.push(cell);
  }
  const unreadable = outside.length === 0 ? read.unreadable : [...read.unreadable, ...outside].sort((a, b) => a - b);
  // Few differ, as a rule: nobody needs eight bytes of each row.
  const { cells, empty } = sure;
  const { column } = cells;
  const spread = (): RatioColumn => (column.kind === 'plain' ? ratios : { codes: column.codes, numbers: ratios });
  return new OfCells(cells, emptyRows(cells, empty), read.nothing, unreadable, spread);
}

function numberColumn(
  { cells, empty }: SureNumbers,
  values: Float64Array,
  nothing: NumberCells['nothing'],
  unreadable: readonly number[],
): ReadColumn<NumberColumn> {
  const spread = (): NumberColumn => {
    const { column } = cells;
    if (column.kind === 'plain') return values;
    const data = roomInBlock(Float64Array, column.length);
    const { codes } = column;
    for (let row = 0; row < data.length; row++) data[row] = values[codes[row] as number] as number;
    return data;
  };
  return new OfCells(cells, emptyRows(cells, empty), nothing, unreadable, spread);
}

export function readFlags(cells: DistinctCells): ReadColumn<FlagColumn> {
  const flags = new Int8Array(cells.size).fill(-1);
  const nothing: number[] = [];
  const unreadable: number[] = [];
  let empty = 0;
  for (let cell = 0; cell < flags.length; cell++) {
    if (cells.offsets[cell] === cells.offsets[cell + 1]) {
      empty++;
      continue;
    }
    const flag = parseFlag(cells.text(cell));
    if (flag === null) nothing.push(cell);
    else if (flag === undefined) unreadable.push(cell);
    else flags[cell] = Number(flag);
  }
  const spread = (): FlagColumn => {
    const { column } = cells;
    if (column.kind === 'plain') return flags;
    const data = roomInBlock(Int8Array, column.length);
    const { codes } = column;
    for (let row = 0; row < data.length; row++) data[row] = flags[codes[row] as number] as number;
    return data;
  };
  return new OfCells(cells, emptyRows(cells, empty), nothing, unreadable, spread);
}

/**
 * Distinct texts, cleaned of outer space and invisible marks; cells that stand for nothing are code 0, and so are
 * errors of a spreadsheet (`#REF!`), which are unreadable whatever the column holds.
 */
export function readCategory(cells: DistinctCells): ReadColumn<CategoryColumn> {
  const { column } = cells;
  const written = column.kind === 'dictionary' ? writtenTexts(column) : null;
  const told = written === null ? null : readWritten(cells, written);
  if (told !== null) return told;
  const same = column.kind === 'plain' && column.stored === undefined ? sameTexts(column) : null;
  const values = [''];
  // Texts that all differ may be the same when they are cleaned; then, or where they do not, they are looked up.
  let index: Map<string, number> | null = column.kind === 'plain' && same === null ? new Map() : null;
  const codeAt = new Uint32Array(same === null ? cells.size : same.first.length);
  const nothing: number[] = [];
  const unreadable: number[] = [];
  for (let at = 0; at < codeAt.length; at++) {
    const text = cells.text(same === null ? at : (same.first[at] as number));
    if (isMissing(text)) {
      nothing.push(at);
      continue;
    }
    const clean = cleanText(text);
    if (isFailedFormula(clean)) {
      unreadable.push(at);
      continue;
    }
    if (clean !== text) index ??= new Map(values.slice(1).map((value, number) => [value, number + 1]));
    let code = index?.get(clean);
    if (code === undefined) {
      code = values.push(clean) - 1;
      index?.set(clean, code);
    }
    codeAt[at] = code;
  }
  const cellsWith = (some: readonly number[]): readonly number[] => (same === null ? some : cellsOf(same, some));
  const read = [cellsWith(nothing), cellsWith(unreadable)] as const;
  const codes = same === null ? codeAt : same.numberOf;
  if (same !== null)
    for (let cell = 0; cell < codes.length; cell++) codes[cell] = codeAt[codes[cell] as number] as number;
  const spread = (): CategoryColumn => withoutModules({ codes: codesOfRows(cells, codes, values.length), values });
  return new OfCells(cells, 0, ...read, spread);
}

/**
 * The same of texts that stand as bytes: nearly all of tens of thousands of names say themselves, and none of those is
 * looked at. Null where one says something else than is written: it may be what another cell says.
 */
function readWritten(cells: DistinctCells, kept: KeptTexts): ReadColumn<CategoryColumn> | null {
  const { left } = lookThroughWords(kept.texts);
  const nothing: number[] = [];
  const unreadable: number[] = [];
  for (const cell of left) {
    const text = kept.text(cell);
    const clean = cleanText(text);
    if (isMissing(text)) nothing.push(cell);
    else if (isFailedFormula(clean)) unreadable.push(cell);
    else if (clean !== text) return null;
  }
  const spread = (): CategoryColumn => {
    const without = [...nothing, ...unreadable].sort((a, b) => a - b);
    const column = withTexts(codesWithout(cells, without), kept, without);
    // All others are words without a colon.
    return left.some((cell) => kept.text(cell).includes(':')) ? withoutModules(column) : column;
  };
  return new OfCells(cells, 0, nothing, unreadable, spread);
}

/** A code per row where some cells stand for nothing, which is 0, and each of the others for itself. */
function codesWithout(cells: DistinctCells, without: readonly number[]): Codes {
  const { column, size } = cells;
  // A reader's first text is the empty one: where it is the only one for nothing, codes stay what they are.
  if (column.kind === 'dictionary' && isFirst(without) && isNarrow(column.codes, size)) return column.codes;
  const codeAt = new Uint32Array(size);
  let next = 0;
  for (let cell = 0, code = 1; cell < size; cell++) {
    if (cell === without[next]) next++;
    else codeAt[cell] = code++;
  }
  return codesOfRows(cells, codeAt, size - without.length + 1);
}

function isFirst(without: readonly number[]): boolean {
  return without.length === 1 && without[0] === 0;
}

/** A column of texts behind '', without some. */
function withTexts(codes: Codes, kept: KeptTexts, without: readonly number[]): CategoryColumn {
  if (isFirst(without) && kept.text(0) === '') return new UnmadeCategory(codes, kept);
  const gone = new Set(without);
  return { codes, values: [''].concat(kept.values.filter((_, cell) => !gone.has(cell))) };
}

/** The cells of some texts, ascending. */
function cellsOf({ numberOf, first }: SameTexts, texts: readonly number[]): number[] {
  const cells: number[] = [];
  if (texts.length === 0) return cells;
  const wanted = new Uint8Array(first.length);
  for (const text of texts) wanted[text] = 1;
  for (let cell = 0; cell < numberOf.length; cell++) if (wanted[numberOf[cell] as number] === 1) cells.push(cell);
  return cells;
}

/** A code per row. Where every distinct text keeps its number, the column's own codes serve: nothing is copied. */
function codesOfRows({ column }: DistinctCells, codeAt: Uint32Array, distinct: number): Codes {
  if (column.kind === 'plain') return codeAt;
  const { codes, length } = column;
  if (isNarrow(codes, distinct) && codeAt.every((code, cell) => code === cell)) return codes;
  const mapped = codesFor(distinct, length);
  for (let row = 0; row < length; row++) mapped[row] = codeAt[codes[row] as number] as number;
  return mapped;
}

/** Whether codes take no more room than so many values need. */
function isNarrow({ BYTES_PER_ELEMENT: width }: Codes, distinct: number): boolean {
  return codesFor(distinct, 0).BYTES_PER_ELEMENT >= width;
}
