import { isAscii, isUtf8 } from 'node:buffer';
import type { BytePlan, ByteTableContents } from '../byte-table.js';
import { createDoubtfulRows, type DoubtfulRows } from '../doubtful-rows.js';
import { PlacedRecords } from '../placed-records.js';
import type { ReadFinding, SkippedRows } from '../raw-table.js';
import { RECORD, RecordScanner, SENTINELS } from '../record-scanner.js';
import { createRowLedger, type RowLedger } from '../row-ledger.js';
import type { HeaderScore } from '../several-tables.js';
import { DECLINED, Kernel, type KernelParts, MANY_LINES, MORE } from './kernel.js';
import { usedBefore } from './spare.js';
import { arraysOf, columnOf, placesOf, startStores } from './stores.js';

/** What another thread read into the memory that both share: places in it. Rows and lines count from the part's first. */
export interface KernelPart {
  readonly records: number;
  readonly lines: number;
  readonly stores: number;
  readonly kept: number;
  /** Where the rows stand. */
  readonly runs: number;
  /** Where their records begin in the file. */
  readonly begins: number;
  readonly skipped: readonly SkippedRows[];
  readonly findings: readonly ReadFinding[];
}

/** A longer record is the reference reader's: what an unfinished one left is scanned again with every piece. */
const LONGEST_RECORD = 4 * 1024 * 1024;
/** Rows at the end of a file may be shorter than those at its beginning; memory that is not used costs nothing. */
const SPARE = 1.1;
/** What the first part leaves empty, the second fills before it is moved. */
const FIRST_SPARE = 1.04;
/** Rows named per finding; the kernel remembers as many. */
const SHORT_PLACES = 20;
const MOST_CELLS = 0xffffffff;
const DAMAGE = Buffer.from('\ufffd');
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * A table read by the kernel: what is certainly a record goes into its stores without JavaScript; every other row
 * comes back, and goes as strings through the row sorter, as the reference reader does with all. The counterpart of
 * `ByteTable`.
 */
export class KernelTable {
  readonly #kernel: Kernel;
  readonly #plan: BytePlan;
  readonly #ledger: RowLedger = createRowLedger();
  readonly #rows: DoubtfulRows;
  #seen = 0;
  /** Another thread reads, or has read, into the same memory, and what it read is not here. */
  #isShared = false;

  /**
   * @param score the caller's knowledge of column names; asked only where another table may begin in the file
   * @param places what `planPart` gave, for the reader of a part that is not the first
   */
  constructor(parts: KernelParts, plan: BytePlan, score: HeaderScore, places = 0) {
    this.#plan = plan;
    this.#kernel = new Kernel(parts);
    this.#rows = createDoubtfulRows(plan, score, this.#ledger.skip, (cells, row, line) => this.#keep(cells, row, line));
    this.#start(places);
  }

  /** Takes the next piece, cut anywhere. False when another reader must read the file. */
  feed(piece: Uint8Array, last: boolean): boolean {
    const room = this.room(piece.length);
    room?.set(piece);
    return room !== null && this.fed(piece.length, last);
  }

  /** Room for so many bytes, of which `fed` then takes those that were put there. Null when there is no more. */
  room(length: number): Uint8Array | null {
    return this.#guarded(() => {
      const at = this.#kernel.run.roomForInput(length) >>> 0;
      return this.#kernel.bytes.subarray(at, at + length);
    });
  }

  /** Takes what was put into the room that was asked for. False when another reader must read the file. */
  fed(length: number, last: boolean): boolean {
    return this.#guarded(() => this.#read(length, last)) ?? false;
  }

  #read(length: number, last: boolean): boolean {
    const kernel = this.#kernel;
    const { run } = kernel;
    this.#expect();
    this.#seen += length;
    run.inputGiven(length, last ? 1 : 0);
    for (let looked = 0; ; ) {
      const see = this.#rows.mustSee(run.recordsPassed() + 1);
      const found = run.run(see ? 1 : 0, looked);
      this.#logShort();
      if (found === MORE) break;
      if (found === DECLINED) return false;
      if (found === MANY_LINES) {
        if (!this.#isBelieved()) return false;
        looked = 1;
        continue;
      }
      looked = 0;
      this.#rows.push(this.#texts(), run.recordsPassed(), run.lineOfRecord());
    }
    const begin = run.inputAt() >>> 0;
    const to = run.scannedTo() >>> 0;
    // Whole records were passed, so no character is cut.
    const passed = kernel.buffer(begin, to - begin);
    if (!isAscii(passed) && (!isUtf8(passed) || passed.includes(DAMAGE))) return false;
    return (run.inputEnd() >>> 0) - to <= LONGEST_RECORD;
  }

  /** Whether what follows the last piece may be read as if nothing had been before: a part of its own. */
  mayEndPart(): boolean {
    const { run } = this.#kernel;
    const next = run.recordsPassed() + 1;
    return (
      run.scannedTo() === run.inputEnd() &&
      next > this.#plan.lookedTo &&
      !this.#rows.mustSee(next) &&
      this.#rows.isFresh()
    );
  }

  /**
   * Chooses where the reader of the second part is to put it, by what was read so far. Null when there is no room.
   *
   * @param from the byte where that part begins
   * @param size bytes of both
   */
  planPart(from: number, size: number): number | null {
    const { run } = this.#kernel;
    const rows = run.rowsKept() / Math.max(1, this.#seen);
    this.#isShared = true;
    return this.#guarded(() => run.planPart(Math.ceil(rows * from * FIRST_SPARE), Math.ceil(rows * size * SPARE)));
  }

  /** Whether it gave up because all memory is taken, not because of what it read. */
  get isFull(): boolean {
    return this.#kernel.run.isFull() !== 0;
  }

  /** Ends a part that is not the first. It stays where it is: whoever takes it reads it there. */
  detach(): KernelPart {
    this.#rows.finish();
    const { run } = this.#kernel;
    return {
      records: run.recordsPassed(),
      lines: run.linesPassed(),
      stores: run.storesAt(),
      kept: run.rowsKept(),
      runs: run.runsAt(),
      begins: run.beginsAt(),
      skipped: this.#ledger.finish().skipped,
      findings: this.#rows.log.list(),
    };
  }

  /** Puts a part behind what was read so far. False when it does not go into the memory. */
  absorb(part: KernelPart): boolean {
    const { run } = this.#kernel;
    const records = run.recordsPassed();
    const lines = run.linesPassed();
    const done = this.#guarded(() => {
      this.#ledger.absorb(part.skipped, records);
      this.#rows.log.absorb(part.findings, records, lines);
      this.#kernel.refresh();
      for (let index = 0; index < this.#plan.wanted.length; index++) {
        run.absorbColumn(index, part.stores, part.begins);
      }
      run.absorbRows(part.runs, part.kept, part.records, part.lines, part.begins);
      this.#isShared = false;
      return true;
    });
    return done ?? false;
  }

  /** The whole table, when everything was fed. It is not to be asked again: what its memory held besides is given to others. */
  finish(): ByteTableContents {
    this.#rows.finish();
    this.#rows.logOthers();
    const { run } = this.#kernel;
    const size = run.rowsKept();
    const { wanted, inFile: file } = this.#plan;
    const begins = this.#kernel.words(run.beginList(), run.beginCount() * 2);
    const records = file && new PlacedRecords(file, begins);
    const columns = wanted.map((column, index) => {
      const stayed = file && records && { file, records, column };
      return columnOf(this.#kernel, index, size, stayed);
    });
    const { block } = this.#kernel;
    const places = placesOf(this.#kernel);
    const living = [...columns.flatMap(arraysOf), begins, places.firsts, places.rows, places.lines];
    const parts = this.#isShared ? [] : usedBefore(block, living);
    return {
      size,
      places,
      skipped: this.#ledger.finish().skipped,
      ...(parts.length === 0 ? {} : { spare: { block, parts } }),
      columns: new Map(columns.map((column, index) => [this.#plan.wanted[index] ?? index, column])),
      findings: this.#rows.log.list(),
    };
  }

  /** Null when it needs more memory than there is: then the table cannot be used any more. */
  #guarded<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError && this.#kernel.run.isFull() !== 0) return null;
      throw error;
    }
  }

  #start(places: number): void {
    const { columns, widths } = this.#plan;
    startStores(this.#kernel, this.#plan, places);
    this.#kernel.run.inputBegins(this.#plan.firstByte ?? 0);
    const most = widths === null ? MOST_CELLS : widths.cells;
    const fewest = widths?.judgesNarrow ? widths.cells : 0;
    const named = widths !== null && widths.named < widths.cells ? widths.named : columns;
    this.#kernel.run.expectWidths(fewest, most, Math.min(columns, named));
  }

  /** The cells of the record that was handed back. */
  #texts(): string[] {
    const kernel = this.#kernel;
    const cells = kernel.run.cellsFound();
    const places = new Int32Array(kernel.words(kernel.run.placesAt(), cells * 2));
    const { bytes } = kernel;
    return Array.from({ length: cells }, (_, cell) => {
      const start = (places[cell * 2] ?? 0) >>> 0;
      const length = places[cell * 2 + 1] ?? 0;
      if (length >= 0) return decoder.decode(bytes.subarray(start, start + length));
      return decoder.decode(bytes.subarray(start, start + ~length)).replaceAll('""', '"');
    });
  }

  /** Whether a record with a cell of many lines is one, and not several that a missing quote swallowed. */
  #isBelieved(): boolean {
    const { run } = this.#kernel;
    const start = run.recordAt() >>> 0;
    const length = (run.recordEnd() >>> 0) - start;
    const record = new Uint8Array(length + SENTINELS);
    record.set(this.#kernel.bytes.subarray(start, start + length));
    const scanner = new RecordScanner(this.#plan.delimiter);
    scanner.feed(record, length, true);
    return scanner.next() === RECORD;
  }

  #keep(cells: readonly string[], row: number, line: number): void {
    const kernel = this.#kernel;
    const { run } = kernel;
    this.#plan.wanted.forEach((cell, index) => {
      const text = cells[cell] ?? '';
      const most = text.length * 3;
      const at = run.scratchOf(most) >>> 0;
      const { written } = encoder.encodeInto(text, kernel.bytes.subarray(at, at + most));
      run.keepCell(index, at, written);
    });
    run.keepRow(row, line);
  }

  #logShort(): void {
    const { run } = this.#kernel;
    const count = run.takeShort();
    if (count === 0) return;
    const { log } = this.#rows;
    const named = Math.min(count, SHORT_PLACES);
    const places = this.#kernel.words(run.shortPlacesAt(), named * 2);
    for (let place = 0; place < named; place++) {
      log.add('row_too_short', places[place * 2] ?? 0, '', places[place * 2 + 1] ?? 0);
    }
    for (let more = named; more < count; more++) log.add('row_too_short', 0);
  }

  /** Tells the stores how many rows there will be, as the rows so far promise. */
  #expect(): void {
    const { size } = this.#plan;
    if (size === null || this.#seen === 0) return;
    const { run } = this.#kernel;
    run.expect(Math.ceil((run.rowsKept() / this.#seen) * size * SPARE));
  }
}
