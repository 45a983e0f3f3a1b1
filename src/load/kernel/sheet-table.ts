import { isAscii, isUtf8 } from 'node:buffer';
import type { ByteTableContents } from '../byte-table.js';
import { Declined } from '../declined.js';
import { createDoubtfulRows, type DoubtfulRows } from '../doubtful-rows.js';
import { createRowLedger, type RowLedger } from '../row-ledger.js';
import type { HeaderScore } from '../several-tables.js';
import { LONGEST_GAP } from '../sheet-rows.js';
import type { TableLayout } from '../table.js';
import type { CellTexts } from '../xlsx-common-cell.js';
import { LONGEST_TOKEN } from '../xlsx-part.js';
import { SheetScanner } from '../xlsx-sheet.js';
import { xmlText } from '../xml-text.js';
import type { Kernel } from './kernel.js';
import { NO_WHOLE_ROW, type SheetExports, sheetKernel, UNSURE } from './sheet-kernel.js';
import type { StringTable } from './sheet-strings.js';
import { columnOf, placesOf, startStores } from './stores.js';

/** Bytes of a row from which the kernel does not wait for its end. */
const LONGEST_ROW = 4 * 1024 * 1024;
/** Rows at the end of a sheet may be shorter than those at its beginning; memory that is not used costs nothing. */
const SPARE = 1.1;
/** So many rows of no common form, and this share of all, and the kernel does not pay. */
const MANY_UNCOMMON = 1000;
const MOST_UNCOMMON = 0.25;
const HALVES = /[\ud800-\udfff]/u;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** What is known of the cells of a workbook. */
export interface SheetTexts extends CellTexts {
  readonly table: StringTable;
}

/**
 * A table read by the kernel from the XML of a sheet: rows of the common form that are certainly records go into its
 * stores without JavaScript. Rows of any other form are read by `SheetScanner`; they, and those that may be no records,
 * go as strings through the row sorter.
 */
export class SheetTable {
  readonly #kernel: Kernel<SheetExports>;
  readonly #layout: TableLayout;
  readonly #ledger: RowLedger = createRowLedger();
  readonly #rows: DoubtfulRows;
  readonly #scanner: SheetScanner;
  readonly #size: number;
  /** The general scanner is at it: before the rows, at a row of no common form, behind them. */
  #general = true;
  #uncommon = 0;
  #seen = 0;
  #odd = false;

  /**
   * @param score the caller's knowledge of column names; asked only where another table may begin in the sheet
   * @param size bytes to come
   */
  constructor({ table, numbers, strings }: SheetTexts, layout: TableLayout, score: HeaderScore, size: number) {
    this.#layout = layout;
    this.#size = size;
    this.#rows = createDoubtfulRows(layout, score, this.#ledger.skip, (cells, row) => this.#keep(cells, row), false);
    this.#scanner = new SheetScanner(
      {
        numbers,
        strings,
        visit: (cells, row, line) => {
          this.#rows.push(cells, row, line);
          return true;
        },
        log: this.#rows.log,
        width: layout.columns,
      },
      true,
    );
    const kernel = sheetKernel(table.parts, {
      numberText: (from, length, style, to, room) =>
        this.#made(numbers.text(this.#kernel.buffer(from, length), 0, length, style), to, room),
      plainText: (from, length, to, room) =>
        this.#made(xmlText(this.#kernel.buffer(from, length), 0, length), to, room),
    });
    this.#kernel = kernel;
    startStores(kernel, { ...layout, delimiter: ',', firstLine: 0 }, 0);
    const { kinds, system } = numbers;
    kernel.run.startSheet(
      layout.columns,
      table.table,
      table.size,
      kernel.put(kinds),
      kinds.length,
      system === 1904 ? 1 : 0,
    );
  }

  /** Takes the next piece, cut anywhere. False when the rows must be read one by one. @throws Declined */
  feed(piece: Uint8Array): boolean {
    try {
      return this.#feed(piece);
    } catch (error) {
      // There is no more memory.
      if (error instanceof WebAssembly.RuntimeError && this.#kernel.run.isFull() !== 0) return false;
      throw error;
    }
  }

  #feed(piece: Uint8Array): boolean {
    if (this.#scanner.isBehind) return true;
    const kernel = this.#kernel;
    const { run } = kernel;
    this.#expect();
    this.#seen += piece.length;
    const room = run.roomForSheet(piece.length) >>> 0;
    kernel.bytes.set(piece, room);
    run.givenSheet(piece.length);
    const begin = run.sheetAt() >>> 0;
    if (!this.#read()) return false;
    // Whole cells were passed, so no character is cut.
    const passed = kernel.buffer(begin, (run.sheetAt() >>> 0) - begin);
    return !this.#odd && (isAscii(passed) || isUtf8(passed));
  }

  #read(): boolean {
    const { run } = this.#kernel;
    for (;;) {
      if (this.#general) {
        if (!this.#readGenerally()) return true;
        if (this.#scanner.hasPrefix) return false;
        this.#general = false;
      }
      const found = run.runSheet(this.#rows.mustSee(run.lastFilledRow() + 1) ? 1 : 0);
      if (found === UNSURE) {
        this.#pushFound();
        continue;
      }
      if (found === NO_WHOLE_ROW && (run.sheetEnd() >>> 0) - (run.sheetAt() >>> 0) <= LONGEST_ROW) return true;
      this.#uncommon++;
      if (this.#uncommon > MANY_UNCOMMON && this.#uncommon > run.rowsKept() * MOST_UNCOMMON) return false;
      this.#beGeneral();
    }
  }

  /** Lets the general scanner read to the end of a row; false when it needs more bytes, or the rows have ended. */
  #readGenerally(): boolean {
    const { run } = this.#kernel;
    const scanner = this.#scanner;
    const begin = run.sheetAt() >>> 0;
    const length = (run.sheetEnd() >>> 0) - begin;
    const used = scanner.scan(this.#kernel.buffer(begin, length));
    run.goOnWithRows(begin + used, scanner.row, scanner.lastVisited);
    if (length - used > LONGEST_TOKEN) throw new Declined('a tag or a text has no end');
    return scanner.isBehindRow;
  }

  /** The row that the kernel found goes to the sorter, and blank ones before it, as `SheetRows` gives them. */
  #pushFound(): void {
    const { run } = this.#kernel;
    const row = run.rowFound();
    const last = run.lastFilledRow();
    const cells = this.#cells(run.filledCells());
    if (row - last <= LONGEST_GAP) for (let blank = last + 1; blank < row; blank++) this.#rows.push([], blank, 0);
    this.#rows.push(cells, row, 0);
    run.resumeRows();
  }

  #cells(count: number): string[] {
    const kernel = this.#kernel;
    const places = kernel.words(kernel.run.placesAt(), count * 2);
    const { bytes } = kernel;
    return Array.from({ length: count }, (_, cell) => {
      const start = places[cell * 2] ?? 0;
      const length = places[cell * 2 + 1] ?? 0;
      return length === 0 ? '' : decoder.decode(bytes.subarray(start, start + length));
    });
  }

  /** The whole table, when everything was fed; null when the rows must be read one by one. @throws Declined when the sheet has no end */
  finish(): ByteTableContents | null {
    this.#readEnd();
    this.#scanner.finish();
    this.#rows.finish();
    this.#rows.logOthers();
    if (this.#odd) return null;
    const { run } = this.#kernel;
    const size = run.rowsKept();
    return {
      size,
      places: placesOf(this.#kernel),
      skipped: this.#ledger.finish().skipped,
      columns: new Map(this.#layout.wanted.map((column, index) => [column, columnOf(this.#kernel, index, size)])),
      findings: this.#rows.log.list(),
    };
  }

  /** What stands behind the last row that has an end. */
  #readEnd(): void {
    const { run } = this.#kernel;
    if (!this.#general) this.#beGeneral();
    // Behind a row, it says so again where nothing follows.
    for (let before = -1; before !== run.sheetAt(); ) {
      before = run.sheetAt();
      if (!this.#readGenerally()) return;
    }
  }

  #beGeneral(): void {
    const { run } = this.#kernel;
    this.#scanner.resume(run.rowFound(), run.lastFilledRow(), run.lastCellColumn());
    this.#general = true;
  }

  #keep(cells: readonly string[], row: number): void {
    const kernel = this.#kernel;
    const { run } = kernel;
    this.#layout.wanted.forEach((cell, index) => {
      const text = cells[cell] ?? '';
      const most = text.length * 3;
      const at = run.scratchOf(most) >>> 0;
      run.keepCell(index, at, this.#made(text, at, most));
    });
    run.keepRow(row, 0);
  }

  /** Puts a text into the memory. */
  #made(text: string, to: number, room: number): number {
    // Halves of a character are kept as they are where the rows are read one by one.
    this.#odd ||= HALVES.test(text);
    const at = to >>> 0;
    if (text.length * 3 > room) return -1;
    return encoder.encodeInto(text, this.#kernel.bytes.subarray(at, at + text.length * 3)).written;
  }

  /** Tells the stores how many rows there will be, as the rows so far promise. */
  #expect(): void {
    if (this.#seen === 0) return;
    const { run } = this.#kernel;
    run.expect(Math.ceil((run.rowsKept() / this.#seen) * this.#size * SPARE));
  }
}
