import type { PresetDefinition } from '../crm/definition.js';
import { amountUnit, headerKey } from '../crm/header.js';
import type { RawTable } from '../load/raw-table.js';
import { said } from '../locale/said.js';
import { type ColumnOfKind, missingColumn } from '../model/column.js';
import type { AmbiguousColumn, ColumnReading, ReadingName } from '../model/dataset.js';
import { codeOfEmpty } from '../model/distinct-texts.js';
import { DEAL_FIELDS, type DealFieldName, type FieldInfo, type FieldKind } from '../model/fields.js';
import type { Calendar } from '../model/period.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import { type CellCurrencies, readCurrencies } from './cell-currencies.js';
import { dateReading, openOrders } from './date-reading.js';
import { DistinctCells } from './distinct-cells.js';
import type { ContentShare, MappedColumn } from './mapping.js';
import { calendarOf } from './parse/calendar.js';
import {
  type DateFormat,
  type DateOrder,
  decideDateFormat,
  isEpoch,
  isOnePlace,
  mergedEvidence,
  noEvidence,
  type OrderEvidence,
  parseDay,
  type ZoneDay,
} from './parse/date.js';
import { type NumberFormat, numberFormatOf } from './parse/number.js';
import { type SureDays, sureDays } from './parse/sure-days.js';
import { type SureNumbers, sureNumbers } from './parse/sure-numbers.js';
import { type ReadColumn, readCategory, readDays, readFlags, readNumbers, readRatios } from './read-columns.js';

export interface ReaderSettings {
  readonly dateOrder?: DateOrder | undefined;
  /** Decimal sign of columns whose cells fit both. */
  readonly decimal?: '.' | ',' | undefined;
  readonly zone: ZoneDay;
  /** The user named the zone: then it decides the day of every time stamp, whatever offset it carries. */
  readonly zoneSaid?: boolean | undefined;
}

/** Seconds since 1970 fill a column or are not in it. */
const CELLS_THAT_SHOW = 20;
/** Letters and digits of Persian and Arabic script. */
const PERSIAN = /[\u0600-\u06ff]/;

/**
 * Reads the columns of one table as kinds of values, each column once per kind. How dates and numbers are written is
 * decided over the whole column; what one date column shows of its order serves its siblings.
 */
export class TableReader {
  readonly size: number;
  readonly #table: RawTable;
  readonly #preset: PresetDefinition;
  readonly #settings: ReaderSettings;
  readonly #read = new Map<string, ReadColumn<unknown>>();
  readonly #cells = new Map<number, DistinctCells>();
  readonly #filled = new Map<number, number>();
  readonly #sureDays = new Map<number, SureDays>();
  readonly #sureNumbers = new Map<number, SureNumbers>();
  readonly #numberFormats = new Map<number, NumberFormat>();
  readonly #formats = new Map<number, DateFormat>();
  #sibling: 'dmy' | 'mdy' | null = null;
  /** What the mapped date columns say together; null until the mapping stands. */
  #together: OrderEvidence | null = null;

  constructor(table: RawTable, preset: PresetDefinition, settings: ReaderSettings) {
    this.#table = table;
    this.#preset = preset;
    this.#settings = settings;
    this.size = table.size;
  }

  /** The raw cells of a column; all empty when it was not read. */
  cells(column: number): TextColumn {
    return this.#table.columns[column] ?? missingColumn('text', this.size);
  }

  /** Whether the column was read. */
  has(column: number): boolean {
    return this.#table.columns[column] !== undefined;
  }

  /** The first column with one of the names, compared as headers are; null when there is none. */
  columnNamed(names: readonly string[]): number | null {
    const keys = this.#table.head.columns.map(headerKey);
    const found = names.map((name) => keys.indexOf(headerKey(name))).find((column) => column >= 0);
    return found ?? null;
  }

  /** The order that its date columns are written in, as far as their cells show it. */
  get dayOrder(): 'dmy' | 'mdy' | null {
    return this.#sibling;
  }

  get headers(): readonly string[] {
    return this.#table.head.columns;
  }

  /** Name of the file. */
  get file(): string {
    return this.#table.head.file;
  }

  header(column: number): string {
    return this.#table.head.columns[column] ?? '';
  }

  /** The share of a column's non-empty cells that fits a kind of field. */
  readonly content: ContentShare = (column, _field, kind) => {
    if (kind === 'text') {
      return { share: 1, filled: kept(this.#filled, column, () => countFilled(this.cells(column))) };
    }
    const { filled, unfit } = this.#readAs(column, kind);
    return { share: filled === 0 ? 1 : 1 - unfit / filled, filled };
  };

  /** Once the mapping stands: what its date columns tell one another about the order of day and month. */
  settleDateOrder(mapped: Iterable<{ readonly column: number; readonly kind: FieldKind }>): void {
    const columns = [...mapped].filter(({ kind }) => kind === 'day').map(({ column }) => column);
    this.#together = mergedEvidence(columns.map((column) => this.#dateEvidence(column)));
    const { dmy, mdy } = this.#together;
    this.#sibling = dmy === mdy ? null : dmy > mdy ? 'dmy' : 'mdy';
    this.#formats.clear();
    // Days that hang on no order stay as they were read.
    for (const column of columns) if (this.#days(column).unread.length > 0) this.#read.delete(`${column} day`);
  }

  /** A column read as the kind of the given deal field. */
  column(column: number, field: DealFieldName): ColumnOfKind[FieldKind] {
    return this.as(column, DEAL_FIELDS[field].kind);
  }

  /** A column read as a kind. */
  as<K extends FieldKind>(column: number, kind: K): ColumnOfKind[K] {
    if (kind === 'text') return this.cells(column) as ColumnOfKind[K];
    return this.#readAs(column, kind).data as ColumnOfKind[K];
  }

  /** The cells of the mapped columns that are not of their field's kind. */
  unreadable(
    fields: ReadonlyMap<string, MappedColumn>,
  ): { row: number; field: DealFieldName; column: string; text: string }[] {
    return [...fields].flatMap(([field, { column, header }]) => {
      const cells = this.cells(column);
      return this.unreadableRows(column, DEAL_FIELDS[field as DealFieldName].kind).map((row) => ({
        row,
        field: field as DealFieldName,
        column: header,
        text: cellText(cells, row),
      }));
    });
  }

  unreadableRows(column: number, kind: FieldKind): readonly number[] {
    return kind === 'text' ? [] : this.#readAs(column, kind).unreadable;
  }

  /** Mapped columns whose cells did not settle how they are read. */
  ambiguous(fields: ReadonlyMap<string, MappedColumn>): AmbiguousColumn[];
  ambiguous(
    fields: ReadonlyMap<string, MappedColumn>,
    kinds: Readonly<Record<string, FieldInfo>>,
  ): AmbiguousColumn<string>[];
  ambiguous(
    fields: ReadonlyMap<string, MappedColumn>,
    kinds: Readonly<Record<string, FieldInfo>> = DEAL_FIELDS,
  ): AmbiguousColumn<string>[] {
    const { file } = this.#table.head;
    return [...fields].flatMap(([field, { column, header }]): AmbiguousColumn<string>[] => {
      const kind = kinds[field]?.kind ?? 'text';
      if (kind === 'day') {
        return openOrders(this.#dateFormat(column)).map((open) => ({ file, column: header, field, ...open }));
      }
      if (kind === 'money') {
        const format = this.#numberFormat(column);
        if (format.ambiguous === 0) return [];
        const [taken, other]: readonly [ReadingName, ReadingName] =
          format.decimal === '.' ? ['decimal point', 'decimal comma'] : ['decimal comma', 'decimal point'];
        return [{ file, column: header, field, taken, other, cells: format.ambiguous }];
      }
      return [];
    });
  }

  /** The calendar of a column of days; null where it has no cell. */
  calendar(column: number): Calendar | null {
    return this.#dateFormat(column).shortYear === 'first-jalali' ? 'jalali' : calendarOf(this.cells(column));
  }

  /** How a column's cells are read; null where there is nothing to decide. */
  reading(column: number, kind: FieldKind): ColumnReading | null {
    if (kind === 'day') return dateReading(this.#dateFormat(column));
    if (kind === 'money' || kind === 'number' || kind === 'ratio') {
      const { decimal, decidedBy, ambiguous } = this.#numberFormat(column);
      return said('numbers', {
        decimal: decimal === '.' ? 'point' : 'comma',
        times: kind === 'money' ? this.#times(column) : 1,
        byOption: decidedBy === 'option',
        ambiguous,
      });
    }
    return null;
  }

  #readAs(column: number, kind: FieldKind): ReadColumn<unknown> {
    const key = `${column} ${kind}`;
    let read = this.#read.get(key);
    if (read === undefined) {
      if (kind === 'day') read = readDays(this.#days(column), this.#dateFormat(column), this.#settings.zone);
      else if (kind === 'ratio') read = readRatios(this.#numbers(column), this.#numberFormat(column));
      else if (kind === 'money')
        read = readNumbers(this.#numbers(column), this.#numberFormat(column), this.#times(column));
      else if (kind === 'number') read = readNumbers(this.#numbers(column), this.#numberFormat(column));
      else if (kind === 'boolean') read = readFlags(this.#distinct(column));
      else read = readCategory(this.#distinct(column));
      this.#read.set(key, read);
    }
    return read;
  }

  /** What one pass over the bytes of a column tells, each kept until the mapping stands. */
  #distinct(column: number): DistinctCells {
    return kept(this.#cells, column, () => new DistinctCells(this.cells(column)));
  }

  #days(column: number): SureDays {
    return kept(this.#sureDays, column, () => sureDays(this.#distinct(column)));
  }

  #numbers(column: number): SureNumbers {
    return kept(this.#sureNumbers, column, () => sureNumbers(this.#distinct(column)));
  }

  #dateEvidence(column: number): OrderEvidence {
    return this.has(column) ? this.#days(column).evidence : noEvidence();
  }

  #dateFormat(column: number): DateFormat {
    let format = this.#formats.get(column);
    if (format === undefined) {
      const evidence = this.#dateEvidence(column);
      const decided = decideDateFormat(evidence, {
        ...(this.#settings.dateOrder === undefined ? {} : { option: this.#settings.dateOrder }),
        ...(this.#preset.dates?.order === undefined ? {} : { preset: this.#preset.dates.order }),
        sibling: this.#sibling,
        ...(this.#together === null ? {} : { file: this.#together }),
        persian: this.#isPersian(column),
      });
      const asWritten = this.#settings.zoneSaid !== true && isOnePlace((this.#together ?? evidence).offsets);
      format = asWritten && evidence.offsets.size > 0 ? { ...decided, asWritten } : decided;
      this.#formats.set(column, format);
    }
    return format;
  }

  /**
   * Cells of the mapped columns whose time stamp names a place of its own, where the day written there is another than
   * the one that was read: only a time zone settles which is meant.
   */
  otherDays(fields: ReadonlyMap<string, MappedColumn>): { column: string; cells: number }[] {
    if (this.#settings.zoneSaid === true) return [];
    return [...fields.values()].flatMap(({ column, header }) => {
      const places = [...(this.#sureDays.get(column)?.evidence.offsets.keys() ?? [])].some(
        (offset) => offset !== 0 && !Number.isNaN(offset),
      );
      const format = places ? this.#dateFormat(column) : null;
      if (format === null || format.asWritten === true) return [];
      let cells = 0;
      // The day of any other cell hangs on no zone.
      const sure = this.#days(column);
      for (const cell of sure.unread) {
        const text = sure.cells.text(cell);
        const read = parseDay(text, format, this.#settings.zone);
        if (read !== parseDay(text, { ...format, asWritten: true }, this.#settings.zone))
          cells += sure.cells.rows(cell);
      }
      return cells === 0 ? [] : [{ column: header, cells }];
    });
  }

  /** The currencies that the cells of a column of amounts name themselves; null where none does. */
  currencies(column: number): CellCurrencies | null {
    return readCurrencies(this.#numbers(column));
  }

  /** Forgets what was read of all other columns: of those that lost their field. */
  keep(columns: ReadonlySet<number>): void {
    for (const known of [this.#cells, this.#sureDays, this.#sureNumbers]) {
      for (const column of known.keys()) if (!columns.has(column)) known.delete(column);
    }
    for (const key of this.#read.keys()) if (!columns.has(Number.parseInt(key, 10))) this.#read.delete(key);
  }

  /** Whether the day of a column's cells hangs on a time zone that nobody said. */
  hasInstants(column: number): boolean {
    if (this.#settings.zoneSaid === true) return false;
    if (this.#dateEvidence(column).offsets.size > 0) return true;
    if (this.#days(column).unread.length === 0) return false;
    const cells = this.cells(column);
    for (let row = 0, seen = 0; row < cells.length && seen < CELLS_THAT_SHOW; row++) {
      const text = cellText(cells, row).trim();
      if (text === '') continue;
      if (isEpoch(text)) return true;
      seen++;
    }
    return false;
  }

  #isPersian(column: number): boolean {
    const { head } = this.#table;
    return PERSIAN.test(head.columns[column] ?? '') || head.sample.some((cells) => PERSIAN.test(cells[column] ?? ''));
  }

  /** What the amounts of a column are multiplied by, as its name says: `Value (k€)`. */
  #times(column: number): number {
    return amountUnit(headerKey(this.header(column)))?.times ?? 1;
  }

  #numberFormat(column: number): NumberFormat {
    return kept(this.#numberFormats, column, () =>
      numberFormatOf(
        this.#numbers(column).evidence,
        this.#preset.amounts?.decimal ?? null,
        this.#settings.decimal ?? null,
      ),
    );
  }
}

/** What a map has for a column, made where it has none. */
function kept<T>(known: Map<number, T>, column: number, make: () => T): T {
  let one = known.get(column);
  if (one === undefined) {
    one = make();
    known.set(column, one);
  }
  return one;
}

/** Cells that are not empty; decodes none. */
function countFilled(cells: TextColumn): number {
  let filled = 0;
  if (cells.kind === 'plain') {
    if (cells.stored !== undefined) return cells.length - cells.stored.empty;
    for (let row = 0; row < cells.length; row++) if (cells.offsets[row] !== cells.offsets[row + 1]) filled++;
    return filled;
  }
  const empty = codeOfEmpty(cells);
  if (empty < 0) return cells.length;
  const { codes } = cells;
  for (let row = 0; row < codes.length; row++) if (codes[row] !== empty) filled++;
  return filled;
}
