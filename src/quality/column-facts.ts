import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn } from '../model/column.js';
import type { DictionaryColumn, PlainColumn, TextColumn } from '../model/text-column.js';

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

const countsOfCodes = remembered(({ codes, values }: CategoryColumn | DictionaryColumn): Uint32Array => {
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
});

/** How many cells have each code. Never write to it. */
export function codeCounts(column: CategoryColumn | DictionaryColumn): Uint32Array {
  return countsOfCodes(column);
}

/** How many cells of a column hold something. */
export const filledIn = remembered((column: CategoryColumn | TextColumn): number => {
  if ('kind' in column && column.kind === 'plain') return filledPlain(column);
  const missing = 'kind' in column ? column.values.indexOf('') : 0;
  return column.codes.length - (missing < 0 ? 0 : (codeCounts(column)[missing] as number));
});

function filledPlain({ offsets, length }: PlainColumn): number {
  let empty = 0;
  for (let row = 0; row < length; row++) if (offsets[row] === offsets[row + 1]) empty++;
  return length - empty;
}

/** Whether any cell has one of the codes for which `marked` is true. */
export function anyMarked(column: CategoryColumn | DictionaryColumn, marked: readonly boolean[]): boolean {
  const counts = codeCounts(column);
  return marked.some((mark, code) => mark && (counts[code] as number) > 0);
}

/** The first and last day of a column and how many cells have one; without any, `first` is after `last`. */
export interface DayExtent {
  readonly first: number;
  readonly last: number;
  readonly filled: number;
}

/** See {@link DayExtent}. */
export const dayExtent = remembered((days: DayColumn): DayExtent => {
  let [first, last, missing] = [0x7fffffff, NO_DAY, 0];
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number;
    if (day === NO_DAY) {
      missing++;
      continue;
    }
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last, filled: days.length - missing };
});

/** How many of some deals have each day: `counts[day - first]`. */
export interface DayCounts {
  readonly first: number;
  readonly counts: Uint32Array;
}

/** See {@link DayCounts}; deals without a day are not counted. */
export function dayCounts(days: DayColumn, rows: Uint32Array): DayCounts {
  const { first, last } = dayExtent(days);
  const counts = new Uint32Array(Math.max(0, last - first + 1));
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY) counts[day - first] = (counts[day - first] as number) + 1;
  }
  return { first, counts };
}

const HIGH_BITS = 0x80808080;

/** Whether all cells of a plain column are ASCII: then a character is a byte, and no letter can be damaged or foreign. */
export const isAscii = remembered(({ bytes }: PlainColumn): boolean => {
  const { buffer, byteOffset, length } = bytes;
  const head = Math.min(length, -byteOffset & 3);
  const words = new Uint32Array(buffer, byteOffset + head, (length - head) >>> 2);
  let seen = 0;
  for (let at = 0; at < words.length; at++) seen |= words[at] as number;
  if ((seen & HIGH_BITS) !== 0) return false;
  for (let at = 0; at < head; at++) seen |= bytes[at] as number;
  for (let at = head + words.length * 4; at < length; at++) seen |= bytes[at] as number;
  return (seen & HIGH_BITS) === 0;
});

/** Bytes of the longest cell of a plain column. */
export const longestCell = remembered(({ offsets, length }: PlainColumn): number => {
  let longest = 0;
  for (let row = 0; row < length; row++) {
    const bytes = (offsets[row + 1] as number) - (offsets[row] as number);
    if (bytes > longest) longest = bytes;
  }
  return longest;
});

/** Whether three of a byte stand in a row anywhere: every third byte is looked at. */
export function holdsThree(bytes: Uint8Array, byte: number): boolean {
  for (let at = 2; at < bytes.length; at += 3) {
    if (bytes[at] !== byte) continue;
    const [a, b, c, d] = [bytes[at - 2], bytes[at - 1], bytes[at + 1], bytes[at + 2]];
    if (b === byte && (a === byte || c === byte)) return true;
    if (c === byte && d === byte) return true;
  }
  return false;
}
