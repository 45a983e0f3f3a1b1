import { completesRecord, type LineShape, shapeOfLines } from './swallowed.js';

/** What `RecordScanner.next` found. */
export const RECORD = 1;
/** The bytes end before the record does: `feed` more. */
export const MORE = 0;
/** Something that only the reference reader judges. */
export const DECLINED = -1;
export type Found = typeof RECORD | typeof MORE | typeof DECLINED;

/** Bytes that must be readable behind the data: the first is the sentinel 0, words may be read across the others. */
export const SENTINELS = 8;
/** Line ends in a quoted cell from which it may hold records that a missing quote swallowed (see swallowed.ts). */
const MANY_LINES = 5;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Finds the records and cells of well-formed CSV in UTF-8 bytes, without a string per cell. Cells are left as places
 * in the buffer. Any quote that RFC 4180 does not allow, NUL bytes and quoted cells that may hold swallowed records
 * make it decline, because what they mean is the reference reader's to say.
 *
 * A class, and its results fields, because it runs once per record of a million.
 */
export class RecordScanner {
  bytes: Uint8Array = new Uint8Array(SENTINELS);
  /** Behind the last byte of data. */
  end = 0;
  /** Where the last record starts, and the first byte behind it and its line end. */
  start = 0;
  at = 0;
  /** Cells of the last record. */
  cells = 0;
  /** First byte of each cell's text, without its quotes. */
  starts: Int32Array = new Int32Array(64);
  /** The byte behind it; `~end` (negative) where the text has doubled quotes. */
  ends: Int32Array = new Int32Array(64);
  /** Line ends inside the last record's cells. */
  inner = 0;
  readonly #delimiter: number;
  readonly #highestStop: number;
  readonly #stops: Uint8Array;
  #last = false;

  /** @param delimiter one ASCII character that is neither a quote nor a line end */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#stops = new Uint8Array(256);
    for (const stop of [0, QUOTE, LF, CR, this.#delimiter]) this.#stops[stop] = 1;
    this.#highestStop = Math.max(QUOTE, this.#delimiter);
  }

  /** Scans data[0 … end); data[end] is 0 and `SENTINELS` bytes from there on belong to the array. */
  feed(data: Uint8Array, end: number, last: boolean): void {
    this.bytes = data;
    this.end = end;
    this.at = 0;
    this.#last = last;
  }

  /** Moves to the next record. At the end of the last data, MORE means that there is none. */
  next(): Found {
    const bytes = this.bytes;
    const stops = this.#stops;
    const highest = this.#highestStop;
    const delimiter = this.#delimiter;
    let at = this.at;
    if (at >= this.end) return MORE;
    this.start = at;
    this.inner = 0;
    this.#suspects = null;
    let { starts, ends } = this;
    let cells = 0;
    for (;;) {
      if (cells === starts.length) {
        this.#widen();
        ({ starts, ends } = this);
      }
      let byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        const begin = at + 1;
        const close = this.#quoted(begin, cells);
        if (close < 0) return close === -1 ? MORE : DECLINED;
        starts[cells] = begin;
        ends[cells] = this.#doubled ? ~close : close;
        at = close + 1;
        byte = bytes[at] ?? 0;
      } else {
        starts[cells] = at;
        while (byte > highest || stops[byte] === 0) byte = bytes[++at] ?? 0;
        ends[cells] = at;
      }
      cells++;
      if (byte === delimiter) {
        at++;
        continue;
      }
      if (byte === LF) {
        at++;
        break;
      }
      if (byte === CR) {
        if (at + 1 >= this.end && !this.#last) return MORE;
        at += bytes[at + 1] === LF ? 2 : 1;
        break;
      }
      if (byte !== 0 || at < this.end) return DECLINED;
      if (!this.#last) return MORE;
      break;
    }
    for (const { shape, before } of this.#suspects ?? []) {
      if (completesRecord(shape, before, cells - before - 1)) return DECLINED;
    }
    this.cells = cells;
    this.at = at;
    return RECORD;
  }

  /** A cell of the last record as text. */
  text(cell: number): string {
    const start = this.starts[cell] ?? 0;
    const end = this.ends[cell] ?? 0;
    if (end >= 0) return decoder.decode(this.bytes.subarray(start, end));
    return decoder.decode(this.bytes.subarray(start, ~end)).replaceAll('""', '"');
  }

  #doubled = false;
  /** Quoted cells of this record that may hold records, and how many cells stand before each. */
  #suspects: { readonly shape: LineShape; readonly before: number }[] | null = null;

  /** The closing quote of the cell whose text begins at `begin`; -1 = more bytes are needed, -2 = declined. */
  #quoted(begin: number, cells: number): number {
    const bytes = this.bytes;
    let at = begin;
    let doubled = false;
    let lines = 0;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (byte > CR && byte !== QUOTE) byte = bytes[++at] ?? 0;
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break;
        doubled = true;
        at += 2;
      } else if (byte === LF) {
        lines++;
        at++;
      } else if (byte === CR) {
        lines++;
        at += bytes[at + 1] === LF ? 2 : 1;
      } else if (byte === 0) {
        // A quote that is never closed is the reference reader's to mend.
        return at >= this.end && !this.#last ? -1 : -2;
      } else at++;
    }
    if (at + 1 >= this.end && !this.#last) return -1;
    if (lines > MANY_LINES) {
      const inner = decoder.decode(bytes.subarray(begin, at));
      const shape = shapeOfLines(inner, String.fromCharCode(this.#delimiter));
      if (shape !== null) this.#suspects = [...(this.#suspects ?? []), { shape, before: cells }];
    }
    this.#doubled = doubled;
    this.inner += lines;
    return at;
  }

  #widen(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(starts.length);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
