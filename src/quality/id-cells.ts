import type { CategoryColumn } from '../model/column.js';
import type { IdForm, StoredIds } from '../model/stored-ids.js';
import type { PlainColumn, TextColumn } from '../model/text-column.js';

/**
 * What rules ask of ids that are stored as numbers (model/stored-ids.ts). All of these are alike, so that most questions
 * are answered by their form, and only the other texts of the column are looked at.
 */

const ZERO = 0x30;
const DIGITS = /^\d*$/;
const ascii = new TextDecoder();

/** The ids of a column, where it is stored so. */
export function storedIds(column: CategoryColumn | TextColumn): StoredIds | null {
  if (!('kind' in column) || column.kind !== 'plain') return null;
  return column.stored?.kind === 'ids' ? column.stored : null;
}

/** The cells that are no such ids as a column of their own, always the same one. */
export function otherTexts(stored: StoredIds): PlainColumn {
  let column = columns.get(stored);
  if (column === undefined) {
    const { rows, bytes, offsets } = stored.others;
    column = { kind: 'plain', length: rows.length, bytes, offsets };
    columns.set(stored, column);
  }
  return column;
}

const columns = new WeakMap<StoredIds, PlainColumn>();

/** The bytes that ids of a form may begin with. */
export function firstBytes({ beginning: [first] }: IdForm): readonly number[] {
  return first === undefined ? Array.from({ length: 10 }, (_, digit) => ZERO + digit) : [first];
}

/** Whether an id of a form may hold one of some words; with `ignoreCase`, in either case of its letters. */
export function mayHold({ beginning }: IdForm, words: readonly string[], ignoreCase: boolean): boolean {
  const cased = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const begins = cased(ascii.decode(beginning));
  return words.map(cased).some((word) => {
    for (let at = 0; at <= begins.length; at++) {
      const rest = begins.slice(at);
      if (rest.startsWith(word) || (word.startsWith(rest) && DIGITS.test(word.slice(rest.length)))) return true;
    }
    return false;
  });
}
