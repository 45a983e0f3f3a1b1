import type { CategoryColumn } from './column.js';
import { distinctTexts } from './distinct-texts.js';
import { tallyCodes } from './tally/program.js';
import type { Codes, DictionaryColumn } from './text-column.js';

/** Codes from which a program counts them: compiling a loop costs more than counting so many. */
const COUNTED_FROM = 0x8000;

/** How many rows have each code, of codes below `distinct`. O(rows). */
export function countCodes(codes: Codes, distinct: number, from: number = COUNTED_FROM): Uint32Array {
  const counted = codes.length < from ? null : tallyCodes(codes, distinct);
  if (counted !== null) return counted;
  const counts = new Uint32Array(distinct);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

const known = new WeakMap<CategoryColumn | DictionaryColumn, Uint32Array>();

/** How many rows of a column have each code. Counted once for a column: KPIs and rules ask the same. Never write to it. */
export function codeCounts(column: CategoryColumn | DictionaryColumn): Uint32Array {
  let counts = known.get(column);
  if (counts === undefined) {
    counts = countCodes(column.codes, distinctTexts(column));
    known.set(column, counts);
  }
  return counts;
}
