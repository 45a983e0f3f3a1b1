import { inPieces, type SmallProgram, smallProgram } from '../../loops/small-program.js';
import { NO_DAY } from '../civil-day.js';
import type { Codes } from '../text-column.js';
import base64 from './assembly/index.js?kernel';

/** What the program gives, as assembly/index.ts says. */
interface Exports {
  start(distinct: number): number;
  inputAt(): number;
  oddAt(): number;
  countsAt(): number;
  countBytes(length: number): void;
  sumBytes(): void;
  countHalves(length: number): void;
  countWords(length: number): void;
  countDays(length: number, firstDay: number, none: number): number;
  oldestDay(): number;
  newestDay(): number;
}

const program = smallProgram<Exports>(base64);

/** Hands a column to the program, and calls it with how many items each piece has. */
function hand(
  { run, memory }: SmallProgram<Exports>,
  column: Codes | Int32Array,
  count: (items: number) => void,
): void {
  inPieces({ bytes: new Uint8Array(memory.buffer), input: run.inputAt() }, column, count);
}

/**
 * How many of the codes are 0, 1, …: an array of `distinct`, and codes beyond are left out. O(codes).
 *
 * @returns null where it cannot be counted so: no SIMD, no memory
 */
export function tallyCodes(codes: Codes, distinct: number): Uint32Array | null {
  const at = program();
  if (at === null) return null;
  const { run } = at;
  const { BYTES_PER_ELEMENT: width } = codes;
  const room = width === 4 ? distinct : 1 << (8 * width);
  if (run.start(room) === 0) return null;
  if (width === 1) {
    hand(at, codes, (items) => run.countBytes(items));
    run.sumBytes();
  } else if (width === 2) hand(at, codes, (items) => run.countHalves(items));
  else hand(at, codes, (items) => run.countWords(items));
  const counts = new Uint32Array(distinct);
  counts.set(new Uint32Array(at.memory.buffer, run.countsAt(), Math.min(distinct, room)));
  return counts;
}

/** Days that were counted. */
export interface TalliedDays {
  /** The first and the last day with a count: none where the first is behind the last. */
  readonly first: number;
  readonly last: number;
  /** How many records have a day between the two. */
  readonly records: (day: number) => number;
}

/**
 * Counts the days from `first` to `last`, and visits the others. O(days).
 *
 * @param visit is given each other day, as often as it comes
 * @returns good until the next call; null where it cannot be counted so: no SIMD, no memory
 */
export function tallyDays(
  days: Int32Array,
  [first, last]: readonly [number, number],
  visit: (day: number) => void,
): TalliedDays | null {
  const at = program();
  if (at === null) return null;
  const { run, memory } = at;
  const distinct = last - first + 1;
  if (run.start(distinct) === 0) return null;
  hand(at, days, (items) => {
    const others = run.countDays(items, first, NO_DAY);
    for (const day of new Int32Array(memory.buffer, run.oddAt(), others)) visit(day);
  });
  const counts = new Uint32Array(memory.buffer, run.countsAt(), distinct);
  return {
    first: first + run.oldestDay(),
    last: first + run.newestDay(),
    records: (day) => counts[day - first] as number,
  };
}
