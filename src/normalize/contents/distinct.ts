import { cleanText } from '../../locale/fold.js';
import { codeOfEmpty, distinctTexts, textOfCode } from '../../model/distinct-texts.js';
import { cellText, type TextColumn } from '../../model/text-column.js';
import { isMissing } from '../parse/text.js';

/** Distinct values looked at; what more there are would not change what the column is. */
const MOST = 400;

/**
 * Different values of a column that stand for something, at most 400 of them from all over it. Looks at no row of a
 * dictionary, and at 400 cells of a plain column, so a million rows cost no more than a thousand.
 */
export function distinctValues(column: TextColumn): readonly string[] {
  const found = new Set<string>();
  const add = (text: string): void => {
    if (!isMissing(text)) found.add(cleanText(text));
  };
  // Wherever the empty text stands among those of a dictionary, and whether a cell has it: the same ones are looked at.
  const dictionary = column.kind === 'dictionary' ? column : null;
  const empty = dictionary === null ? -1 : codeOfEmpty(dictionary);
  const length = (dictionary === null ? column.length : distinctTexts(dictionary)) - (empty < 0 ? 0 : 1);
  const step = Math.max(1, length / MOST);
  for (let at = 0; at < length && found.size < MOST; at += step) {
    const index = Math.floor(at);
    const code = empty < 0 || index < empty ? index : index + 1;
    add(dictionary === null ? cellText(column, index) : textOfCode(dictionary, code));
  }
  found.delete('');
  return [...found];
}
