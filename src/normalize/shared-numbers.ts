import { type IdCells, idIn, NO_ID } from '../model/stored-ids.js';
import type { SharedIdRows } from './shared-id-rows.js';

const WHITE_SPACE = 0x20;
/** Numbers of texts that are no such ids: behind all that ids of nine digits can have. */
const FIRST_TEXT = 1_000_000_000;
/** A bit for every number that there may be, as far as these are so many times the rows; else one by its hash. */
const MOST_BITS = 16;
const FEWEST_BITS = 1024;
/** The golden ratio of 32 bits (D. Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The rows whose id an earlier row has, of ids that are stored as numbers: the same as `sharedIdRows` finds of their texts,
 * in whatever order they stand. A first pass marks the numbers that are met again, or are hashed as such are; a second one
 * looks these up alone.
 */
export function sharedNumbers(cells: IdCells): SharedIdRows {
  const { ids, others } = cells;
  const numbersOfOthers = numbersOf(cells);
  const marks = new Marks(ids);
  const met = marks.meetAll(ids) + marks.meetAll(numbersOfOthers);
  const rows: number[] = [];
  const numbered: number[] = [];
  const numbers = new Map<number, number>();
  if (met > 0) {
    const first = new Map<number, number>();
    const look = (row: number, id: number): void => {
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, row);
        return;
      }
      let number = numbers.get(earlier);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(earlier, number);
      }
      rows.push(row);
      numbered.push(number);
    };
    let other = 0;
    for (let row = marks.next(ids, 0); row < ids.length; row = marks.next(ids, row + 1)) {
      while ((others.rows[other] as number) < row) other++;
      const id = others.rows[other] === row ? (numbersOfOthers[other] as number) : (ids[row] as number);
      if (id !== NO_ID && marks.wasMetAgain(id)) look(row, id);
    }
  }
  return { rows: Uint32Array.from(rows), ids: Uint32Array.from(numbered), firsts: Uint32Array.from(numbers.keys()) };
}

/** A number for each of the other cells: that of an id with white space around it, or one of its text's own. */
function numbersOf({ form, others: { rows, bytes, offsets } }: IdCells): Uint32Array {
  const numbers = new Uint32Array(rows.length);
  const known = new Map<string, number>();
  for (let other = 0; other < rows.length; other++) {
    let [start, end] = [offsets[other] as number, offsets[other + 1] as number];
    while (start < end && (bytes[start] as number) <= WHITE_SPACE) start++;
    while (end > start && (bytes[end - 1] as number) <= WHITE_SPACE) end--;
    let id = idIn(form, bytes, start, end);
    if (id === NO_ID && start < end) {
      const text = utf8.decode(bytes.subarray(start, end));
      id = known.get(text) ?? FIRST_TEXT + known.size;
      known.set(text, id);
    }
    numbers[other] = id;
  }
  return numbers;
}

/** Which numbers were met, and which of them again, as bits by number or by its hash. */
class Marks {
  readonly #least: number;
  readonly #mask: number;
  readonly #factor: number;
  readonly #shift: number;
  readonly #met: Int32Array;
  readonly #again: Int32Array;

  constructor(ids: Uint32Array) {
    let [least, greatest] = [NO_ID, 0];
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row] as number;
      if (id === NO_ID) continue;
      if (id < least) least = id;
      if (id > greatest) greatest = id;
    }
    const range = Math.max(0, greatest - least);
    const most = Math.max(FEWEST_BITS, MOST_BITS * ids.length);
    const power = Math.ceil(Math.log2(Math.max(FEWEST_BITS, Math.min(range + 1, most))));
    // By number where every bit is of one: numbers of texts, and few others, are hashed by their last digits.
    const isHashed = range >= most;
    this.#least = least;
    this.#factor = isHashed ? SPREAD : 1;
    this.#shift = isHashed ? 32 - power : 0;
    this.#mask = 2 ** power - 1;
    this.#met = new Int32Array(2 ** power / 32);
    this.#again = new Int32Array(2 ** power / 32);
  }

  /** Meets numbers; how many were met again. */
  meetAll(ids: Uint32Array): number {
    const [least, factor, shift, mask, met, again] = this.#all();
    let count = 0;
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row] as number;
      if (id === NO_ID) continue;
      const place = (Math.imul(id - least, factor) >>> shift) & mask;
      const bit = 1 << (place & 31);
      const word = place >>> 5;
      const before = met[word] as number;
      if ((before & bit) === 0) met[word] = before | bit;
      else {
        again[word] = (again[word] as number) | bit;
        count++;
      }
    }
    return count;
  }

  wasMetAgain(id: number): boolean {
    const place = (Math.imul(id - this.#least, this.#factor) >>> this.#shift) & this.#mask;
    return ((this.#again[place >>> 5] as number) & (1 << (place & 31))) !== 0;
  }

  /** The first row from one on whose number was met again, or that has none. */
  next(ids: Uint32Array, from: number): number {
    const [least, factor, shift, mask, , again] = this.#all();
    let row = from;
    for (; row < ids.length; row++) {
      const id = ids[row] as number;
      if (id === NO_ID) break;
      const place = (Math.imul(id - least, factor) >>> shift) & mask;
      if (((again[place >>> 5] as number) & (1 << (place & 31))) !== 0) break;
    }
    return row;
  }

  #all(): readonly [number, number, number, number, Int32Array, Int32Array] {
    return [this.#least, this.#factor, this.#shift, this.#mask, this.#met, this.#again];
  }
}
