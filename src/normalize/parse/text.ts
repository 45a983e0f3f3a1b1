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

/** Whether a cell stands for "nothing here". */
export function isMissing(text: string): boolean {
  if (text === '') return true;
  return text.length <= 16 && MISSING.has(foldText(text));
}
