import type { DealClasses } from './deal-classes.js';
import type { Census } from './population.js';
import type { Codes } from './text-column.js';

/** A population, as far as it is split. */
interface Whole {
  readonly size: number;
  readonly rows: Uint32Array;
  census(): Census;
}

/** A table of parts by classes has so many fields at most, or one per deal. */
const SMALL_TABLE = 4_096;

/**
 * A population in parts by a code per row. How many deals of each class a part has is counted for all parts in one pass;
 * rows are listed for all parts at once when they are first read, and of those deals alone that are asked for.
 */
export class Split {
  readonly whole: Whole;
  readonly #codes: Codes;
  readonly #parts: number;
  /** Deals by part and class; null where that would be large. */
  readonly #table: Uint32Array | null = null;
  readonly #sizes: Uint32Array;
  /** The rows of all parts, one behind the other, and where each begins, of the whole and of what was made of it. */
  readonly #lists = new Map<Whole, { readonly rows: Uint32Array; readonly starts: Uint32Array }>();

  constructor(whole: Whole, codes: Codes, parts: number, classes: DealClasses) {
    this.whole = whole;
    this.#codes = codes;
    this.#parts = parts;
    const { size, rows } = whole;
    this.#sizes = new Uint32Array(parts);
    const own = size === 0 ? [] : whole.census().classes;
    if (parts * own.length > Math.max(SMALL_TABLE, size)) {
      count(this.#sizes, rows, codes);
      return;
    }
    own.forEach((one, at) => {
      placeOf[one] = at;
    });
    const table = new Uint32Array(parts * own.length);
    if (codes instanceof Uint8Array) tabulateBytes(table, own.length, rows, codes, classes);
    else tabulateWords(table, own.length, rows, codes, classes);
    for (let part = 0, at = 0; part < parts; part++) {
      let deals = 0;
      for (const end = at + own.length; at < end; at++) deals += table[at] as number;
      this.#sizes[part] = deals;
    }
    this.#table = table;
  }

  sizeOf(part: number): number {
    return this.#sizes[part] as number;
  }

  /** Null where it was not counted. */
  censusOf(part: number): Census | null {
    const table = this.#table;
    if (table === null) return null;
    const { classes } = this.whole.census();
    const [own, deals]: [number[], number[]] = [[], []];
    for (let at = 0; at < classes.length; at++) {
      const n = table[part * classes.length + at] as number;
      if (n === 0) continue;
      own.push(classes[at] as number);
      deals.push(n);
    }
    return { classes: own, deals };
  }

  /** The rows of a part that are among some of the whole's. */
  rowsOf(part: number, some: Whole): Uint32Array {
    let list = this.#lists.get(some);
    if (list === undefined) {
      list = this.#listOf(some);
      this.#lists.set(some, list);
    }
    return list.rows.subarray(list.starts[part] as number, list.starts[part + 1] as number);
  }

  #listOf(some: Whole): { rows: Uint32Array; starts: Uint32Array } {
    const { rows } = some;
    const parts = this.#parts;
    let sizes = this.#sizes;
    if (some !== this.whole) {
      sizes = new Uint32Array(parts);
      count(sizes, rows, this.#codes);
    }
    const starts = new Uint32Array(parts + 1);
    for (let part = 0; part < parts; part++) starts[part + 1] = (starts[part] as number) + (sizes[part] as number);
    const sorted = new Uint32Array(rows.length);
    const next = starts.slice();
    if (this.#codes instanceof Uint8Array) sortBytes(sorted, next, rows, this.#codes);
    else sortWords(sorted, next, rows, this.#codes);
    return { rows: sorted, starts };
  }
}

/** By class, its place among those of the population that is being split. */
const placeOf = new Uint16Array(0x1_0000);

// A function for bytes and one for words: of both kinds in one loop each look costs a question.

function tabulateBytes(table: Uint32Array, own: number, rows: Uint32Array, codes: Uint8Array, of: DealClasses): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const at = (codes[row] as number) * own + (placeOf[of[row] as number] as number);
    table[at] = (table[at] as number) + 1;
  }
}

function tabulateWords(table: Uint32Array, own: number, rows: Uint32Array, codes: Codes, of: DealClasses): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const at = (codes[row] as number) * own + (placeOf[of[row] as number] as number);
    table[at] = (table[at] as number) + 1;
  }
}

function count(sizes: Uint32Array, rows: Uint32Array, codes: Codes): void {
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    sizes[part] = (sizes[part] as number) + 1;
  }
}

function sortBytes(sorted: Uint32Array, next: Uint32Array, rows: Uint32Array, codes: Uint8Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const part = codes[row] as number;
    const at = next[part] as number;
    sorted[at] = row;
    next[part] = at + 1;
  }
}

function sortWords(sorted: Uint32Array, next: Uint32Array, rows: Uint32Array, codes: Codes): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const part = codes[row] as number;
    const at = next[part] as number;
    sorted[at] = row;
    next[part] = at + 1;
  }
}
