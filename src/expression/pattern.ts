import { asciiDigits, cleanText } from '../locale/fold.js';
import type { Text } from '../locale/text.js';
import { linearPattern } from './linear-pattern.js';
import { LONG_PATTERN } from './sentences.js';

const LONGEST_PATTERN = 500;

/**
 * A regular expression over a cell, in any letter case: it may fit the cell as it is written, or its comparison form
 * (Persian ye and kaf for Arabic ones, ASCII digits, no accents). It fits anywhere in the cell unless it is anchored.
 */
export function textPattern(
  pattern: string,
  refuse: (detail: Text) => Error,
): (folded: string, text: string) => boolean {
  if (pattern.length > LONGEST_PATTERN) throw refuse(LONG_PATTERN);
  const written = linearPattern(pattern, refuse);
  const folding = foldedPattern(pattern);
  const folded = folding === pattern ? written : linearPattern(folding, refuse);
  return (form, text) => {
    const clean = cleanText(text);
    return written.test(clean) || ((form !== clean || folded !== written) && folded.test(form));
  };
}

/** The letters that folding changes; none of them means anything to a regular expression. */
function foldedPattern(pattern: string): string {
  return asciiDigits(pattern)
    .replace(/[\u064a\u0649]/g, '\u06cc')
    .replace(/\u0643/g, '\u06a9')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u200c/g, ' ');
}
