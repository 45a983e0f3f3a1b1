import type { DealClasses } from './deal-classes.js';
import type { Census, Parts, PerDeal } from './population.js';
import type { Codes } from './text-column.js';
import { inWorkRoom, type WorkRoom } from './work-room.js';

/** A population, as far as it is split. */
interface Whole {
  readonly size: number;
  withRows<T>(work: (rows: Uint32Array) => T): T;
  census(): Census;
  /** Whether it is all deals there are, whose rows nobody need list. */
  readonly isAll: boolean;
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
  /** Of the whole and of what was made of it. */
  readonly #lists = new Map<Whole, Lists>();
  readonly #found = new Map<Whole, Map<object, unknown>>();

  constructor(whole: Whole, codes: Codes, parts: number, classes: DealClasses) {
    this.whole = whole;
    this.#codes = codes;
    this.#parts = parts;
    const { size } = whole;
    const own = size === 0 ? [] : whole.census().classes;
    if (parts * own.length > Math.max(SMALL_TABLE, size)) {
      this.#sizes = whole.withRows((rows) => countIn(rows, codes, parts));
      return;
    }
    own.forEach((one, at) => {
      placeOf[one] = at;
    });
    const table = new Uint32Array(parts * own.length);
    const areBytes = codes instanceof Uint8Array;
    if (whole.isAll && areBytes) tabulateAllBytes(table, own.length, codes, classes);
    else if (whole.isAll) tabulateAllWords(table, own.length, codes, classes);
    else if (areBytes) whole.withRows((rows) => tabulateBytes(table, own.length, rows, codes, classes));
    else whole.withRows((rows) => tabulateWords(table, own.length, rows, codes, classes));
    this.#table = table;
    this.#sizes = this.#sizesAmong(own);
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
    return this.numbersOf(part, some, Split, (rows) => rows);
  }

  /**
   * The numbers of a part's deals that are among some of the whole's.
   *
   * @param key the same for the same numbers
   * @param find the numbers of all of them, in the order of their rows; they may be lent
   */
  numbersOf<N extends PerDeal>(
    part: number,
    some: Whole,
    key: object,
    find: (rows: Uint32Array, room: WorkRoom) => N,
  ): N {
    let lists = this.#lists.get(some);
    if (lists === undefined) {
      lists = { starts: this.#startsOf(some), sorted: new Map() };
      this.#lists.set(some, lists);
    }
    const { starts } = lists;
    let sorted = lists.sorted.get(key) as N | undefined;
    if (sorted === undefined) {
      sorted = some.withRows((rows) => inWorkRoom((room) => this.#sorted(find(rows, room), rows, starts)));
      lists.sorted.set(key, sorted);
    }
    return sorted.subarray(starts[part] as number, starts[part + 1] as number) as N;
  }

  /**
   * What is found of some of the whole's deals by parts.
   *
   * @param key the same for the same answer
   */
  foundOf<T>(some: Whole, key: object, find: (parts: Parts) => T): T {
    let found = this.#found.get(some);
    if (found === undefined) {
      found = new Map();
      this.#found.set(some, found);
    }
    if (!found.has(key)) found.set(key, find({ codes: this.#codes, count: this.#parts }));
    return found.get(key) as T;
  }

  #startsOf(some: Whole): Uint32Array {
    const sizes =
      some === this.whole ? this.#sizes : this.#table === null ? null : this.#sizesAmong(some.census().classes);
    const starts = new Uint32Array(this.#parts + 1);
    (sizes ?? some.withRows((rows) => countIn(rows, this.#codes, this.#parts))).forEach((size, part) => {
      starts[part + 1] = (starts[part] as number) + size;
    });
    return starts;
  }

  /** How many deals of some classes each part has, by the table: some of the whole's are told by their classes. */
  #sizesAmong(some: readonly number[]): Uint32Array {
    const table = this.#table as Uint32Array;
    const { classes } = this.whole.census();
    const sizes = new Uint32Array(this.#parts);
    classes.forEach((one, at) => {
      if (!some.includes(one)) return;
      for (let part = 0; part < sizes.length; part++) {
        sizes[part] = (sizes[part] as number) + (table[part * classes.length + at] as number);
      }
    });
    return sizes;
  }

  #sorted<N extends PerDeal>(numbers: N, rows: Uint32Array, starts: Uint32Array): N {
    const next = starts.slice();
    if (!(numbers instanceof Float64Array)) {
      const placed = numbersLike(numbers);
      if (this.#codes instanceof Uint8Array) placeByBytes(placed, numbers, next, rows, this.#codes);
      else placeByWords(placed, numbers, next, rows, this.#codes);
      return placed as N;
    }
    const placed = new Float64Array(numbers.length);
    if (this.#codes instanceof Uint8Array) placeValuesByBytes(placed, numbers, next, rows, this.#codes);
    else placeValuesByWords(placed, numbers, next, rows, this.#codes);
    return placed as N;
  }
}

/** What is known of some deals by parts: where each part begins, and numbers of all parts, one part behind the other. */
interface Lists {
  readonly starts: Uint32Array;
  readonly sorted: Map<object, PerDeal>;
}

type WholeNumbers = Exclude<PerDeal, Float64Array>;

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

/** As many numbers of the same kind, none of which is written: a copy would be. */
function numbersLike(numbers: WholeNumbers): WholeNumbers {
  if (numbers instanceof Uint32Array) return new Uint32Array(numbers.length);
  if (numbers instanceof Int32Array) return new Int32Array(numbers.length);
  return numbers instanceof Uint8Array ? new Uint8Array(numbers.length) : new Uint16Array(numbers.length);
}

// Of all deals no rows are listed.

function tabulateAllBytes(table: Uint32Array, own: number, codes: Uint8Array, of: DealClasses): void {
  for (let row = 0; row < of.length; row++) {
    const at = (codes[row] as number) * own + (placeOf[of[row] as number] as number);
    table[at] = (table[at] as number) + 1;
  }
}

function tabulateAllWords(table: Uint32Array, own: number, codes: Codes, of: DealClasses): void {
  for (let row = 0; row < of.length; row++) {
    const at = (codes[row] as number) * own + (placeOf[of[row] as number] as number);
    table[at] = (table[at] as number) + 1;
  }
}

function countIn(rows: Uint32Array, codes: Codes, parts: number): Uint32Array {
  const sizes = new Uint32Array(parts);
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    sizes[part] = (sizes[part] as number) + 1;
  }
  return sizes;
}

// One pass each: where a number goes is not written down, for what is asked of the same deals is mostly asked once.

function placeByBytes(
  placed: WholeNumbers,
  numbers: WholeNumbers,
  next: Uint32Array,
  rows: Uint32Array,
  codes: Uint8Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    const at = next[part] as number;
    placed[at] = numbers[i] as number;
    next[part] = at + 1;
  }
}

function placeByWords(
  placed: WholeNumbers,
  numbers: WholeNumbers,
  next: Uint32Array,
  rows: Uint32Array,
  codes: Codes,
): void {
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    const at = next[part] as number;
    placed[at] = numbers[i] as number;
    next[part] = at + 1;
  }
}

function placeValuesByBytes(
  placed: Float64Array,
  values: Float64Array,
  next: Uint32Array,
  rows: Uint32Array,
  codes: Uint8Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    const at = next[part] as number;
    placed[at] = values[i] as number;
    next[part] = at + 1;
  }
}

function placeValuesByWords(
  placed: Float64Array,
  values: Float64Array,
  next: Uint32Array,
  rows: Uint32Array,
  codes: Codes,
): void {
  for (let i = 0; i < rows.length; i++) {
    const part = codes[rows[i] as number] as number;
    const at = next[part] as number;
    placed[at] = values[i] as number;
    next[part] = at + 1;
  }
}
