import type { IdForm } from '../model/stored-ids.js';
import { firstPlacedBytes } from '../model/stored-places.js';
import type { StoredWords } from '../model/stored-values.js';
import type { PlainColumn } from '../model/text-column.js';

/**
 * What rules ask of texts that are stored as words: ids as numbers (model/stored-ids.ts), or texts as their places in the
 * file (model/stored-places.ts). All of these are alike, so that most questions are answered by what they have in common,
 * and only the other texts of the column are looked at.
 */

const ZERO = 0x30;
const DIGITS = /^\d*$/;
const ascii = new TextDecoder();

/** The cells that are stored as texts, as a column of their own, always the same one. */
export function otherTexts(stored: StoredWords): PlainColumn {
  let column = columns.get(stored);
  if (column === undefined) {
    const { rows, bytes, offsets } = stored.others;
    column = { kind: 'plain', length: rows.length, bytes, offsets };
    columns.set(stored, column);
  }
  return column;
}

const columns = new WeakMap<StoredWords, PlainColumn>();

/** The bytes that those may begin with that are stored as words. */
export function firstBytes(stored: StoredWords): readonly number[] {
  if (stored.kind === 'places') return firstPlacedBytes();
  const [first] = stored.form.beginning;
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
