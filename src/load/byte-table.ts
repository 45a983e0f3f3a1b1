import { isAscii, isUtf8 } from 'node:buffer';
import { CellStore } from './cell-store.js';
import { createFindingLog, type FindingLog } from './findings.js';
import { DECLINED, MORE, RecordScanner, SENTINELS } from './record-scanner.js';
import { createRowLedger, type RowLedger } from './row-ledger.js';
import { createRowSorter, type RowSorter } from './row-sorter.js';
import { createRecordTest } from './sure-record.js';

/** What must be known to read a table from bytes; plain data, so that it can be sent to a worker. */
export interface TablePlan {
  readonly delimiter: string;
  /** The header's cells, trimmed; null when the file has none. */
  readonly header: readonly string[] | null;
  /** Records up to this one are no data; 0 = none. */
  readonly headerRow: number;
  readonly columns: number;
  readonly firstColumnIsTerse: boolean;
  /** Indexes of the columns to fill. */
  readonly wanted: readonly number[];
  /** Physical line of the first byte. */
  readonly firstLine: number;
  /** Bytes to come, as far as one knows. */
  readonly size: number | null;
}

/** A longer record is the reference reader's: what an unfinished one left is scanned again with every piece. */
const LONGEST_RECORD = 4 * 1024 * 1024;
const DAMAGE = Buffer.from('\ufffd');
const encoder = new TextEncoder();

/**
 * A table read from pieces of UTF-8 bytes. What is certainly a record goes from the bytes into the columns; every
 * other row goes as strings through the row sorter, as the reference reader does with all.
 */
export class ByteTable {
  readonly log: FindingLog = createFindingLog();
  readonly ledger: RowLedger = createRowLedger();
  readonly stores: readonly CellStore[];
  readonly sorter: RowSorter;
  /** Records and physical lines passed. */
  records = 0;
  lines: number;
  readonly #plan: TablePlan;
  readonly #scanner: RecordScanner;
  readonly #isRecord: (record: RecordScanner) => boolean;
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Bytes of an unfinished record, at the start of `#bytes`. */
  #rest = 0;
  #seen = 0;
  #scratch = new Uint8Array(1024);
  #scratchView = new DataView(this.#scratch.buffer);

  constructor(plan: TablePlan) {
    this.#plan = plan;
    this.lines = plan.firstLine;
    this.stores = plan.wanted.map(() => new CellStore());
    this.#scanner = new RecordScanner(plan.delimiter);
    this.#isRecord = createRecordTest(plan.header, plan.columns);
    this.sorter = createRowSorter({
      header: plan.header,
      columns: plan.columns,
      raggedRows: true,
      firstColumnIsTerse: plan.firstColumnIsTerse,
      accept: (cells, row, line) => this.#keepTexts(cells, row, line),
      skip: this.ledger.skip,
    });
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
    if (last) this.sorter.finish();
    return this.#rest <= LONGEST_RECORD;
  }

  /** Whether a record ends where the last piece did. */
  betweenRecords(): boolean {
    return this.#rest === 0;
  }

  #take(): void {
    const { headerRow, columns } = this.#plan;
    const scanner = this.#scanner;
    const row = ++this.records;
    const line = this.lines;
    this.lines = line + 1 + scanner.inner;
    if (row <= headerRow) return;
    if (scanner.cells > columns && this.#hasContentBeyond(columns)) this.log.add('row_too_long', row);
    if (this.sorter.waits() || !this.#isRecord(scanner)) {
      const cells = Array.from({ length: scanner.cells }, (_, cell) => scanner.text(cell));
      this.sorter.push(cells, row, line);
      return;
    }
    this.#keep(row, line);
  }

  #keep(row: number, line: number): void {
    const { wanted, columns } = this.#plan;
    const { starts, ends, cells } = this.#scanner;
    const stores = this.stores;
    const view = this.#view;
    for (let index = 0; index < stores.length; index++) {
      const cell = wanted[index] ?? 0;
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      if (cell >= cells) stores[index]?.push(view, 0, 0);
      else if (end >= 0) stores[index]?.push(view, start, end);
      else this.#keepDoubled(index, start, ~end);
    }
    this.ledger.keep(row, line);
    // One missing cell at the end is what many writers leave out when it is empty.
    if (cells < columns - 1) this.log.add('row_too_short', row);
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
    this.stores[index]?.push(this.#scratchView, 0, length);
  }

  #keepTexts(cells: readonly string[], row: number, line: number): void {
    this.#plan.wanted.forEach((cell, index) => {
      const text = cells[cell] ?? '';
      this.#makeScratch(text.length * 3);
      this.stores[index]?.push(this.#scratchView, 0, encoder.encodeInto(text, this.#scratch).written);
    });
    this.ledger.keep(row, line);
    if (cells.length < this.#plan.columns - 1) this.log.add('row_too_short', row);
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
    const rows = Math.ceil((this.ledger.size() / this.#seen) * size * SPARE);
    this.ledger.expect(rows);
    for (const store of this.stores) store.expect(rows);
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
