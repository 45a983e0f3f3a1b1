import { firstFrom } from './ascending-rows.js';
import { NO_DAY } from './civil-day.js';
import type { CategoryColumn, CodedNumbers } from './column.js';
import type { Numbers } from './numbers.js';
import type { OtherCells } from './other-cells.js';
import { PlaceList, type RowPlaces } from './row-places.js';
import { roomFor, roomLike } from './shared-memory.js';
import {
  type DayTexts,
  NO_WORD,
  type PlacedDayCells,
  placedDays,
  StoredDays,
  type StoredWords,
  storedWords,
  ValueColumn,
} from './stored-values.js';
import type { PlainColumn, TextColumn } from './text-column.js';

/** A column of any kind. */
export type Cells = Numbers | CodedNumbers | CategoryColumn | TextColumn;

/** Runs of at least so many rows are copied as a block; shorter ones cell by cell, which is quicker than a call. */
const BLOCK = 16;

/**
 * The given rows of columns, in their order. Rows that follow one another are copied as one block, so that leaving out
 * one row of a thousand costs what copying the memory does. No text is made of a cell, and no value of a category is
 * looked at.
 */
export class RowPick {
  readonly #rows: Uint32Array;
  /** The first row of each run, and its place among the picked ones; with one more place at the end. */
  readonly #firsts: number[] = [];
  readonly #places: number[] = [];

  constructor(rows: Uint32Array) {
    this.#rows = rows;
    for (let at = 0, next = -1; at < rows.length; at++) {
      const row = rows[at] as number;
      if (row !== next) {
        this.#firsts.push(row);
        this.#places.push(at);
      }
      next = row + 1;
    }
    this.#places.push(rows.length);
  }

  cells<C extends Cells>(cells: C): C;
  cells(cells: Cells): Cells {
    if (ArrayBuffer.isView(cells)) return this.numbers(cells);
    const stored = storedWords(cells);
    if (stored !== null) return new ValueColumn(this.#rows.length, this.#words(stored));
    const days = placedDays(cells);
    if (days !== null) return new ValueColumn(this.#rows.length, this.#days(days));
    if ('bytes' in cells) return this.#plain(cells);
    if (!('kind' in cells)) return { ...cells, codes: this.numbers(cells.codes) };
    return { ...cells, length: this.#rows.length, codes: this.numbers(cells.codes) };
  }

  /** Where the rows stand. */
  places(from: RowPlaces): RowPlaces {
    const list = new PlaceList();
    for (let run = 0; run < this.#firsts.length; run++) {
      const length = (this.#places[run + 1] as number) - (this.#places[run] as number);
      list.addPart(from, this.#firsts[run] as number, length);
    }
    return list.finish();
  }

  numbers<N extends Numbers>(from: N): N {
    const to = roomLike(from, this.#rows.length);
    for (let run = 0; run < this.#firsts.length; run++) {
      const first = this.#firsts[run] as number;
      const place = this.#places[run] as number;
      const length = (this.#places[run + 1] as number) - place;
      if (length >= BLOCK) to.set(from.subarray(first, first + length), place);
      else for (let at = 0; at < length; at++) to[place + at] = from[first + at] as number;
    }
    return to;
  }

  #words(stored: StoredWords): StoredWords {
    const picked = this.numbers(stored.words);
    const others = this.#others(stored.others);
    const without = picked.reduce((count, word) => count + (word === NO_WORD ? 1 : 0), 0);
    return stored.like(picked, without - others.rows.length, others);
  }

  /** Days whose texts are read again: those of the rows that were picked. */
  #days({ days, times, others: texts }: PlacedDayCells): StoredDays {
    const picked = this.numbers(days);
    const others = this.#others(texts);
    const without = picked.reduce((count, day) => count + (day === NO_DAY ? 1 : 0), 0);
    const rows = this.#rows;
    const write: DayTexts['write'] = (row, ...rest) => times.write(rows[row] as number, ...rest);
    return new StoredDays(picked, { write }, without - others.rows.length, others);
  }

  #others(others: OtherCells): OtherCells {
    const rows: number[] = [];
    const texts: number[] = [];
    for (let run = 0; run < this.#firsts.length; run++) {
      const first = this.#firsts[run] as number;
      const place = this.#places[run] as number;
      const end = first + (this.#places[run + 1] as number) - place;
      // Rows are picked in any order.
      let other = firstFrom(others.rows, first);
      for (; other < others.rows.length && (others.rows[other] as number) < end; other++) {
        texts.push(other);
        rows.push((others.rows[other] as number) - first + place);
      }
    }
    const { bytes, offsets } = new RowPick(Uint32Array.from(texts)).#plain(others);
    return { rows: Uint32Array.from(rows), bytes, offsets };
  }

  #plain({ bytes, offsets }: Pick<PlainColumn, 'bytes' | 'offsets'>): PlainColumn {
    const { length } = this.#rows;
    const moved = roomFor(Uint32Array, length + 1);
    let used = 0;
    for (let run = 0; run < this.#firsts.length; run++) {
      let row = this.#firsts[run] as number;
      const end = this.#places[run + 1] as number;
      const shift = used - (offsets[row] as number);
      for (let at = this.#places[run] as number; at < end; at++) moved[at + 1] = (offsets[++row] as number) + shift;
      used = moved[end] as number;
    }
    const own = roomFor(Uint8Array, used);
    for (let run = 0; run < this.#firsts.length; run++) {
      const first = this.#firsts[run] as number;
      const place = this.#places[run] as number;
      const from = offsets[first] as number;
      const end = offsets[first + (this.#places[run + 1] as number) - place] as number;
      let to = moved[place] as number;
      if (end - from >= BLOCK) own.set(bytes.subarray(from, end), to);
      else for (let at = from; at < end; at++) own[to++] = bytes[at] as number;
    }
    return { kind: 'plain', length, bytes: own, offsets: moved };
  }
}
