import { asciiDigits } from '../../locale/fold.js';
import type { Calendar } from '../../model/period.js';
import { cellText, type TextColumn } from '../../model/text-column.js';

/** So many cells tell the calendar of a column. */
const CELLS = 40;
/** And are looked for in so many rows. */
const ROWS = 5_000;
/** A year of 1300 to 1499, alone or in front of month and day: 1921 to 2121. */
const JALALI_YEAR = /(?<!\d)1[34]\d{2}(?!\d)|^1[34]\d{6}$/;

/** The calendar in which most cells of a column of dates are written; null for a column without cells. */
export function calendarOf(column: TextColumn): Calendar | null {
  let [filled, jalali] = [0, 0];
  for (let row = 0; row < Math.min(column.length, ROWS) && filled < CELLS; row++) {
    const text = cellText(column, row).trim();
    if (text === '') continue;
    filled++;
    if (JALALI_YEAR.test(asciiDigits(text))) jalali++;
  }
  if (filled === 0) return null;
  return jalali * 2 > filled ? 'jalali' : 'gregorian';
}
