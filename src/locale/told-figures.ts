/** The days and numbers of a sentence that was made without a calendar, such as what a rule finds in a record. */
import type { DateStyle } from './calendar.js';
import { dayText } from './days.js';
import { localDigits } from './digits.js';
import { countText } from './numbers.js';

/** Cells in quotes and what is typed stay as they are; an id or a row is told by the word before it. */
const PARTS = /«[^«»]*»|(?<![\w.:/-])(?:\d{4}-\d{2}-\d{2}|\d{1,15}(?:\.\d{1,15})?)(?![\w:/.-])/g;
const NAMED_BEFORE = ['ردیف', 'سطر', 'شناسه', 'معامله‌ی', 'معاملهٔ', 'مشتری'];
const DAY = /^\d{4}-/;

/**
 * A Persian sentence with its days in the asked calendar and its numbers in Persian digits; an English one as it is.
 * Quoted cells, names of files, rows and ids are left alone: they must be found again.
 */
export function toldFigures(sentence: string, style: DateStyle): string {
  if (style.lang !== 'fa') return sentence;
  return sentence.replaceAll(PARTS, (part, at: number) => {
    if (part.startsWith('«')) return part;
    if (DAY.test(part)) return dayText(part, style);
    const before = sentence.slice(Math.max(0, at - 12), at).trimEnd();
    if (NAMED_BEFORE.some((word) => before.endsWith(word))) return part;
    return part.includes('.') ? localDigits(part.replace('.', '٫'), 'fa') : countText(Number(part), 'fa');
  });
}
