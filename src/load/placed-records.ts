import type { UserError } from '../errors/user-error.js';
import type { PlacedFile } from '../model/stored-places.js';
import { PlacedBytes } from './placed-bytes.js';
import { MORE, RECORD, RecordScanner, SENTINELS } from './record-scanner.js';

/** Instead of a place: this row, and those that follow, are not what the file says. See kernel/assembly/begins.ts. */
const NOWHERE = 0xffff_ffff;
/** Bytes that are read for one record: it stands behind a few that are passed. */
const ONE = 8 * 1024;
/** Bytes that are read at once at most, where records are asked for one after the other. */
const PIECE = 256 * 1024;

/**
 * Finds cells of rows again in the file that they were read from, by where every few records begin there. What was read last is
 * kept in two places of the file, for rows are compared with each other. One row after the other is quickest.
 */
export class PlacedRecords {
  readonly #bytes: PlacedBytes;
  readonly #begins: Uint32Array;
  #last: Place;
  #older: Place;

  /** @param begins pairs of a row and where its record begins, ascending: rows between two are records one behind the other */
  constructor(file: PlacedFile, begins: Uint32Array) {
    this.#bytes = new PlacedBytes(file);
    this.#begins = begins;
    this.#last = new Place(this.#bytes);
    this.#older = new Place(this.#bytes);
  }

  /**
   * UTF-8 of a cell as it stands in the file, without its quotes. A view that is good until the next call.
   * @throws UserError `changed_while_reading`
   */
  cell(row: number, column: number): Uint8Array {
    if (this.#last.row !== row) this.#find(row);
    const { bytes, starts, ends, cells } = this.#last.scanner;
    const [start, end] = [starts[column] as number, ends[column] as number];
    if (column >= cells || end < start) throw this.changed();
    return bytes.subarray(start, end);
  }

  /** What is thrown where the file is no longer what it was. */
  changed(): UserError {
    return this.#bytes.changed();
  }

  #find(row: number): void {
    const [first, begin] = this.#beginOf(row);
    const costs = (place: Place): number => place.costOf(first, begin, row);
    // Where both have to be read anew, the one that was asked for last may be asked for again.
    if (costs(this.#older) <= costs(this.#last)) [this.#last, this.#older] = [this.#older, this.#last];
    this.#last.goTo(first, begin, row);
  }

  /** The last row up to some row of which it is known where it begins, and where. */
  #beginOf(row: number): readonly [number, number] {
    const begins = this.#begins;
    let [low, high] = [0, begins.length >> 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((begins[2 * middle] as number) <= row) low = middle + 1;
      else high = middle;
    }
    const [first = row, begin = NOWHERE] = begins.subarray(2 * low - 2, 2 * low);
    if (low === 0 || begin === NOWHERE) throw this.changed();
    return [first, begin];
  }
}

/** What was read last somewhere in the file, and the record that was found last in it. */
class Place {
  readonly scanner: RecordScanner;
  /** Of that record; -1 = none is known. */
  row = -1;
  readonly #file: PlacedBytes;
  #piece = new Uint8Array(SENTINELS);
  #from = 0;
  #length = 0;

  constructor(file: PlacedBytes) {
    this.#file = file;
    this.scanner = new RecordScanner(file.file.delimiter);
  }

  /** What it takes to find a row that stands behind some other one, which begins there: more is worse. */
  costOf(first: number, begin: number, row: number): number {
    if (this.row === row) return 0;
    if (this.row >= first && this.row < row) return 1;
    if (this.#has(begin)) return 2;
    return this.#isNextTo(begin) ? 3 : 4;
  }

  /** Finds a row that stands behind some other one, which begins there. */
  goTo(first: number, begin: number, row: number): void {
    const passed = this.row;
    if (passed === row) return;
    this.row = -1;
    let at = passed;
    if (passed < first || passed > row) {
      at = first - 1;
      if (this.#has(begin)) this.scanner.at = begin - this.#from;
      else this.#read(begin, this.#isNextTo(begin) ? Math.min(2 * this.#length, PIECE) : ONE);
    }
    for (; at < row; at++) this.#next();
    this.row = row;
  }

  #has(begin: number): boolean {
    return begin >= this.#from && begin < this.#from + this.#length;
  }

  #isNextTo(begin: number): boolean {
    const end = this.#from + this.#length;
    return this.#length > 0 && begin >= end && begin < end + ONE;
  }

  #next(): void {
    const { scanner } = this;
    for (let found = scanner.next(); found !== RECORD; found = scanner.next()) {
      const [rest, isLast] = [this.#length - scanner.at, this.#from + this.#length >= this.#file.file.size];
      if (found !== MORE || isLast) throw this.#file.changed();
      // The record is read whole, and what follows.
      this.#read(this.#from + scanner.at, Math.min(2 * this.#length, Math.max(2 * rest, PIECE)));
    }
  }

  #read(from: number, length: number): void {
    if (this.#piece.length !== length + SENTINELS) this.#piece = new Uint8Array(length + SENTINELS);
    this.#length = 0;
    const got = this.#file.read(this.#piece, from, length);
    this.#piece.fill(0, got);
    this.#from = from;
    this.#length = got;
    this.scanner.feed(this.#piece, got, from + got >= this.#file.file.size);
  }
}
