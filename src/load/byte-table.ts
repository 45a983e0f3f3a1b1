import { isAscii, isUtf8 } from 'node:buffer';
import type { SpareRoom } from '../model/shared-memory.js';
import type { PlacedFile } from '../model/stored-places.js';
import type { TextColumn } from '../model/text-column.js';
import { CellStore } from './cell-store.js';
import { createDoubtfulRows, type DoubtfulRows } from './doubtful-rows.js';
import type { ReadFinding, ValueKind } from './raw-table.js';
import { DECLINED, MORE, RecordScanner, SENTINELS } from './record-scanner.js';
import { createRowLedger, type Ledger, type RowLedger } from './row-ledger.js';
import { isOddWidth, isPadded, type WidthPlan } from './row-width.js';
import type { HeaderScore } from './several-tables.js';
import { createRecordTest } from './sure-record.js';
import type { SplitterOptions } from './table-splitter.js';

/** What must be known to read a table from bytes; plain data, so that it can be sent to another thread. */
export interface BytePlan extends Pick<SplitterOptions, 'profile' | 'headerRow' | 'known' | 'lookedTo'> {
  readonly delimiter: string;
  /** The header's cells, trimmed; null when the file has none. */
  readonly header: readonly string[] | null;
  readonly columns: number;
  readonly firstColumnIsTerse: boolean;
  /** Indexes of the columns to fill. */
  readonly wanted: readonly number[];
  /** What the cells of a column are for, by its index: where they are that, they may be stored as it. */
  readonly values?: ReadonlyMap<number, ValueKind> | undefined;
  /**
   * The file, where the bytes are all of it as it stands, up to four gigabytes: cells of columns that are only handed on may
   * stay there then. Left out, none does.
   */
  readonly inFile?: PlacedFile | undefined;
  /** Where in the file the first byte stands. Left out: at its beginning. */
  readonly firstByte?: number;
  /** What is known of the widths of rows. */
  readonly widths: WidthPlan | null;
  /** Physical line of the first byte. */
  readonly firstLine: number;
  /** Bytes to come, as far as one knows: says how much memory to ask for. */
  readonly size: number | null;
}

/** A table that was read to its end: everything of `RawTable` that the bytes say, columns by their index. */
export interface ByteTableContents extends Ledger {
  readonly columns: ReadonlyMap<number, TextColumn | undefined>;
  readonly spare?: SpareRoom;
  readonly findings: readonly ReadFinding[];
}

/** A longer record is the reference reader's: what an unfinished one left is scanned again with every piece. */
const LONGEST_RECORD = 4 * 1024 * 1024;
const DAMAGE = Buffer.from('\ufffd');
const encoder = new TextEncoder();

/**
 * A table read from pieces of UTF-8 bytes. What is certainly a record goes from the bytes into the columns; every
 * other row goes as strings through the row sorter, as the reference reader does with all. Where the kernel cannot run,
 * this one reads.
 */
export class ByteTable {
  readonly #ledger: RowLedger = createRowLedger();
  readonly #stores: readonly CellStore[];
  /** Records and physical lines passed. */
  #records = 0;
  #lines: number;
  readonly #plan: BytePlan;
  readonly #rows: DoubtfulRows;
  readonly #scanner: RecordScanner;
  readonly #isRecord: (record: RecordScanner) => boolean;
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Bytes of an unfinished record, at the start of `#bytes`. */
  #rest = 0;
  #seen = 0;
  #scratch = new Uint8Array(1024);
  #scratchView = new DataView(this.#scratch.buffer);

  /** @param score the caller's knowledge of column names; asked only where another table may begin in the file */
  constructor(plan: BytePlan, score: HeaderScore) {
    this.#plan = plan;
    this.#lines = plan.firstLine;
    this.#stores = plan.wanted.map(() => new CellStore());
    this.#scanner = new RecordScanner(plan.delimiter);
    this.#isRecord = createRecordTest(plan.header, plan.columns, plan.profile.data);
    this.#rows = createDoubtfulRows(plan, score, this.#ledger.skip, (cells, row, line) =>
      this.#keepTexts(cells, row, line),
    );
  }

  /** Takes the next piece, cut anywhere. False when the reference reader must read the file. */
  feed(piece: Uint8Array, last: boolean): boolean {
    const end = this.#rest + piece.length;
    if (end + SENTINELS > this.#bytes.length) this.#makeRoom(end + SENTINELS);
    this.#bytes.set(piece, this.#rest);
    this.#bytes.fill(0, end, end + SENTINELS);
    this.#expect();
    this.#seen += piece.length;
    const scanner = this.#scanner;
    scanner.feed(this.#bytes, end, last);
    for (;;) {
      const found = scanner.next();
      if (found === MORE) break;
      if (found === DECLINED) return false;
      this.#take();
    }
    const { at } = scanner;
    // Whole records were passed, so no character is cut.
    const passed = Buffer.from(this.#bytes.buffer, 0, at);
    if (!isAscii(passed) && (!isUtf8(passed) || passed.includes(DAMAGE))) return false;
    this.#bytes.copyWithin(0, at, end);
    this.#rest = end - at;
    return this.#rest <= LONGEST_RECORD;
  }

  /** The whole table, when everything was fed. */
  finish(): ByteTableContents {
    this.#rows.finish();
    this.#rows.logOthers();
    const columns = new Map(this.#plan.wanted.map((column, index) => [column, this.#stores[index]?.finish()]));
    return { ...this.#ledger.finish(), columns, findings: this.#rows.log.list() };
  }

  #take(): void {
    const { columns, widths } = this.#plan;
    const scanner = this.#scanner;
    const row = ++this.#records;
    const line = this.#lines;
    this.#lines = line + 1 + scanner.inner;
    const odd =
      isOddWidth(widths, scanner.cells) ||
      (isPadded(widths, scanner.cells) && this.#hasContentBeyond(widths?.named ?? columns));
    if (odd || this.#rows.mustSee(row) || !this.#isRecord(scanner)) {
      const cells = Array.from({ length: scanner.cells }, (_, cell) => scanner.text(cell));
      this.#rows.push(cells, row, line);
      return;
    }
    if (scanner.cells > columns && this.#hasContentBeyond(columns)) this.#rows.log.add('row_too_long', row, '', line);
    this.#keep(row, line);
  }

  #keep(row: number, line: number): void {
    const { wanted, columns } = this.#plan;
    const { starts, ends, cells } = this.#scanner;
    const stores = this.#stores;
    const view = this.#view;
    for (let index = 0; index < stores.length; index++) {
      const cell = wanted[index] ?? 0;
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      if (cell >= cells) stores[index]?.push(view, 0, 0);
      else if (end >= 0) stores[index]?.push(view, start, end);
      else this.#keepDoubled(index, start, ~end);
    }
    this.#ledger.keep(row, line);
    // One missing cell at the end is what many writers leave out when it is empty.
    if (cells < columns - 1) this.#rows.log.add('row_too_short', row, '', line);
  }

  /** A cell whose doubled quotes stand for one each. */
  #keepDoubled(index: number, start: number, end: number): void {
    const bytes = this.#bytes;
    this.#makeScratch(end - start);
    let length = 0;
    for (let at = start; at < end; at++) {
      this.#scratch[length++] = bytes[at] ?? 0;
      if (bytes[at] === QUOTE) at++;
    }
    this.#stores[index]?.push(this.#scratchView, 0, length);
  }

  #keepTexts(cells: readonly string[], row: number, line: number): void {
    this.#plan.wanted.forEach((cell, index) => {
      const text = cells[cell] ?? '';
      this.#makeScratch(text.length * 3);
      this.#stores[index]?.push(this.#scratchView, 0, encoder.encodeInto(text, this.#scratch).written);
    });
    this.#ledger.keep(row, line);
  }

  #hasContentBeyond(columns: number): boolean {
    const scanner = this.#scanner;
    for (let cell = columns; cell < scanner.cells; cell++) {
      if (scanner.starts[cell] !== scanner.ends[cell] && scanner.text(cell).trim() !== '') return true;
    }
    return false;
  }

  /** Tells the columns how many rows there will be, as the rows so far promise. */
  #expect(): void {
    const { size } = this.#plan;
    if (size === null || this.#seen === 0) return;
    const rows = Math.ceil((this.#ledger.size() / this.#seen) * size * SPARE);
    for (const store of this.#stores) store.expect(rows);
  }

  #makeRoom(length: number): void {
    const larger = new Uint8Array(length * 2);
    larger.set(this.#bytes.subarray(0, this.#rest));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #makeScratch(length: number): void {
    if (length + SENTINELS <= this.#scratch.length) return;
    this.#scratch = new Uint8Array((length + SENTINELS) * 2);
    this.#scratchView = new DataView(this.#scratch.buffer);
  }
}

const QUOTE = 0x22;
/** Rows at the end of a file may be shorter than those at its beginning. */
const SPARE = 1.03;
