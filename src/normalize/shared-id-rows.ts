import type { TextColumn } from '../model/text-column.js';
import { seenIds } from './seen-ids.js';
import { sharedNumbers } from './shared-numbers.js';

/**
 * The rows of a table whose id an earlier row has. Found of the ids alone, in one pass: which of the rows counts is asked
 * afterwards, and only of these.
 */
export interface SharedIdRows {
  /** Ascending, without the first row of each id. */
  readonly rows: Uint32Array;
  /** Which id each of them has: ids that are shared are numbered as they are met again. */
  readonly ids: Uint32Array;
  /** The first row of each shared id. */
  readonly firsts: Uint32Array;
}

export function sharedIdRows(ids: TextColumn): SharedIdRows {
  if (ids.kind === 'plain' && ids.stored?.kind === 'ids') return sharedNumbers(ids.stored);
  const seen = seenIds(ids);
  const numbers = new Map<number, number>();
  const rows: number[] = [];
  const numbered: number[] = [];
  for (let row = seen.next(0); row < ids.length; row = seen.next(row + 1)) {
    const first = seen.earlier(row);
    if (first < 0) continue;
    let number = numbers.get(first);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(first, number);
    }
    rows.push(row);
    numbered.push(number);
  }
  return { rows: Uint32Array.from(rows), ids: Uint32Array.from(numbered), firsts: Uint32Array.from(numbers.keys()) };
}
