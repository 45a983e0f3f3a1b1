import { NO_DAY } from '../model/civil-day.js';
import { codeCounts } from '../model/code-counts.js';
import type { CategoryColumn, DayColumn } from '../model/column.js';
import { countDays, recordsOf } from '../model/day-counts.js';
import { codeOfEmpty } from '../model/distinct-texts.js';
import type { Population } from '../model/population.js';
import { RowList } from '../model/row-list.js';
import { type StoredWords, storedWords } from '../model/stored-values.js';
import type { DictionaryColumn, PlainColumn, TextColumn } from '../model/text-column.js';
import type { KeptTexts } from '../model/written-texts.js';
import { type Looked, lookThrough, WORTH_A_PROGRAM } from './bytes/program.js';
import { firstBytes, otherTexts } from './word-cells.js';

/**
 * What many rules ask of a whole column, found once per column and kept as long as that lives. Rules judge all deals,
 * so that what holds for a column holds for what they judge.
 */

/** Remembers what was found for an object. */
function remembered<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const found = new WeakMap<K, T>();
  return (key) => {
    let answer = found.get(key);
    if (answer === undefined) {
      answer = find(key);
      found.set(key, answer);
    }
    return answer;
  };
}

/** How many cells of a column hold something. */
export const filledIn = remembered((column: CategoryColumn | TextColumn): number => {
  if ('kind' in column && column.kind === 'plain') return cellShapes(column).filled;
  const missing = 'kind' in column ? codeOfEmpty(column) : 0;
  return column.codes.length - (missing < 0 ? 0 : (codeCounts(column)[missing] as number));
});

/** What the cells of a plain column look like from outside. */
export interface CellShapes {
  /** How many hold something. */
  readonly filled: number;
  /** Bytes of the longest; of those that are stored as words, of the longest that there may be. */
  readonly longest: number;
  /** By byte, 1 where a cell begins with it; of those that are stored as words, where one may. */
  readonly begins: Uint8Array;
}

/** One look through a large column tells its shapes and what is odd in it. */
const looked = remembered((column: PlainColumn): Looked | null =>
  (column.offsets[column.length] ?? 0) < WORTH_A_PROGRAM ? null : lookThrough(column),
);

/** See {@link CellShapes}. */
export const cellShapes = remembered((column: PlainColumn): CellShapes => {
  const stored = storedWords(column);
  return stored === null ? (looked(column) ?? shapesOf(column)) : shapesOfWords(stored, column.length);
});

function shapesOfWords(stored: StoredWords, rows: number): CellShapes {
  const others = cellShapes(otherTexts(stored));
  const begins = others.begins.slice();
  for (const byte of firstBytes(stored)) begins[byte] = 1;
  return { filled: rows - stored.empty, longest: Math.max(others.longest, stored.longest), begins };
}

/** The same, byte by byte. */
export function shapesOf({ bytes, offsets, length }: PlainColumn): CellShapes {
  const begins = new Uint8Array(0x100);
  let [filled, longest] = [0, 0];
  let start = offsets[0] as number;
  for (let row = 0; row < length; row++) {
    const end = offsets[row + 1] as number;
    if (end > start) {
      filled++;
      begins[bytes[start] as number] = 1;
      if (end - start > longest) longest = end - start;
    }
    start = end;
  }
  return { filled, longest, begins };
}

/** The first and last day of a column and how many cells have one; without any, `first` is after `last`. */
export interface DayExtent {
  readonly first: number;
  readonly last: number;
  readonly filled: number;
}

/** See {@link DayExtent}. */
export const dayExtent = remembered((days: DayColumn): DayExtent => {
  const counted = countDays([days]);
  return { first: counted.at(-1)?.day ?? 0x7fffffff, last: counted[0]?.day ?? NO_DAY, filled: recordsOf(counted) };
});

const NOT_ASCII = /[^\0-\x7f]/;

/** The codes of a dictionary's values with a letter beyond ASCII. */
export const foreignCodes = remembered(({ values }: CategoryColumn | DictionaryColumn): Uint32Array => {
  const codes = new RowList();
  for (let code = 0; code < values.length; code++) if (NOT_ASCII.test(values[code] as string)) codes.push(code);
  return codes.taken();
});

/** The texts of a dictionary of which none was made yet as cells, always the same ones; null where they were. */
export function cellsToMake(column: CategoryColumn | DictionaryColumn): PlainColumn | null {
  return column.unmade === undefined ? null : cellsOf(column.unmade);
}

const cellsOf = remembered(({ texts }: KeptTexts): PlainColumn => ({ kind: 'plain', ...texts }));

/** How many of some deals have each day: `counts[day - first]`. */
export interface DayCounts {
  readonly first: number;
  readonly counts: Uint32Array;
}

/** See {@link DayCounts}; deals without a day are not counted. Of all deals, the column's own counts tell. */
export function dayCounts(days: DayColumn, deals: Pick<Population, 'size' | 'membership'>): DayCounts {
  const { first, last } = dayExtent(days);
  const counts = new Uint32Array(Math.max(0, last - first + 1));
  if (deals.size === days.length) {
    for (const { day, records } of countDays([days])) counts[day - first] = records;
    return { first, counts };
  }
  const { codes, own } = deals.membership();
  for (let row = 0; row < codes.length; row++) {
    if (own[codes[row] as number] === 0) continue;
    const day = days[row] as number;
    if (day !== NO_DAY) counts[day - first] = (counts[day - first] as number) + 1;
  }
  return { first, counts };
}

const HIGH_BITS = 0x8080_8080 | 0;
const ONES = 0x0101_0101;
const QUESTION_MARK = 0x3f;
const FOUR_MARKS = 0x3f3f_3f3f;

const NO_WORDS = new Int32Array(0);

/** What is odd in the bytes of a plain column. */
export interface OddBytes {
  /** The rows of cells with a byte beyond ASCII, ascending: no other letter can be damaged or foreign. */
  readonly foreign: Uint32Array;
  /** Whether such a byte stands before another anywhere: by the first one, above the second one. */
  readonly pairs: Uint8Array;
  /** Whether three question marks stand in a row anywhere. */
  readonly questions: boolean;
}

/** See {@link OddBytes}. */
export const oddBytes = remembered((column: PlainColumn): OddBytes => looked(column) ?? oddIn(column));

/** The same without a program; four bytes are looked at in one. */
export function oddIn({ bytes, offsets, length }: PlainColumn): OddBytes {
  const [start, end] = [offsets[0] ?? 0, offsets[length] ?? 0];
  const rows = new RowList();
  const pairs = new Uint8Array(0x1_0000);
  let row = 0;
  let cellEnd = length > 0 ? (offsets[1] as number) : 0;
  let last = -1;
  let questions = false;
  // Numbers of four bytes stand at every fourth address.
  const aligned = start + (-(bytes.byteOffset + start) & 3);
  const words =
    aligned < end ? new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (end - aligned) >> 2) : NO_WORDS;
  const head = Math.min(end, aligned);
  const tail = head + words.length * 4;
  for (let at = start; at < end; at++) {
    if (at >= head && at < tail && ((at - head) & 3) === 0) {
      let word = (at - head) >> 2;
      while (word < words.length) {
        const four = words[word] as number;
        // A byte that is a mark is 0 in the difference, and taking 1 away sets its highest bit.
        const differing = four ^ FOUR_MARKS;
        if (((four | ((differing - ONES) & ~differing)) & HIGH_BITS) !== 0) break;
        word++;
      }
      at = head + word * 4;
      if (at >= end) break;
    }
    const byte = bytes[at] as number;
    if (byte > 0x7f) {
      pairs[(byte << 8) | (bytes[at + 1] as number)] = 1;
      if (at >= cellEnd) {
        while ((offsets[row + 1] as number) <= at) row++;
        cellEnd = offsets[row + 1] as number;
      }
      if (last !== row) {
        rows.push(row);
        last = row;
      }
    } else if (byte === QUESTION_MARK && !questions) questions = isMarked(bytes, at, start, end);
  }
  return { foreign: rows.taken(), pairs, questions };
}

/** Whether three question marks stand in a row around one. */
function isMarked(bytes: Uint8Array, at: number, start: number, end: number): boolean {
  let [first, last] = [at, at];
  while (first > start && at - first < 2 && bytes[first - 1] === QUESTION_MARK) first--;
  while (last + 1 < end && last - at < 2 && bytes[last + 1] === QUESTION_MARK) last++;
  return last - first >= 2;
}
