import { foldText } from '../../locale/fold.js';

/** Texts that stand for "nothing here", whatever the field. Compared in folded form. */
const MISSING = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  '?',
  'n/a',
  'na',
  'n.a.',
  '#n/a',
  'nan',
  'null',
  'nil',
  'none',
  '(none)',
  'no value',
  '(no value)',
  '(blank)',
  '(empty)',
  'tbd',
  'tba',
  'unknown',
  'not set',
  'not available',
  'missing',
  'missing amount',
  'نامشخص',
  'ندارد',
]);

/** Longer texts stand for something. */
export const LONGEST_MISSING = 16;

/** The ASCII letters and digits that such a text begins with: folding leaves the first letter of a text the first. */
const FIRST_LETTERS = new Set([...MISSING].filter((text) => /^[a-z0-9]/.test(text)).map((text) => text.charCodeAt(0)));
const [LETTER_A, LETTER_Z, LOWER_CASE] = [0x61, 0x7a, 0x20];

/** Whether a text that begins with a letter or digit of ASCII may stand for "nothing here", by that and its length. */
export function mayBeMissing(letter: number, length: number): boolean {
  return length <= LONGEST_MISSING && FIRST_LETTERS.has(letter | LOWER_CASE);
}

/** Whether a cell stands for "nothing here". */
export function isMissing(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0) | LOWER_CASE;
  if (first >= LETTER_A && first <= LETTER_Z && !FIRST_LETTERS.has(first)) return false;
  const short = text.length <= LONGEST_MISSING ? text : text.trim();
  return short.length <= LONGEST_MISSING && MISSING.has(foldText(short));
}

/** What a spreadsheet writes where a formula failed (ECMA-376, part 1, 18.17.3, and what came after); `#N/A` is nothing. */
const FAILED_FORMULA =
  /^#(?:REF|VALUE|NAME|DIV\/0|NULL|NUM|ERROR|SPILL|CALC|FIELD|CONNECT|BLOCKED|UNKNOWN|BUSY|PYTHON)[!?]$/i;

/** Whether a cell holds the error of a spreadsheet in place of a value. */
export function isFailedFormula(text: string): boolean {
  return text.startsWith('#') && FAILED_FORMULA.test(text);
}

/** No number and no date is written longer: what is, no pattern has to look at. */
export const LONGEST_VALUE = 100;

/** A cell that may hold a number or a date, without outer space; null for what is too long to be one. */
export function shortCell(text: string): string | null {
  if (text.length <= LONGEST_VALUE) return text;
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_VALUE ? trimmed : null;
}
