import { expect, test } from 'vitest';
import { textColumn } from '../../../src/model/text-column.js';
import { calendarOf } from '../../../src/normalize/parse/calendar.js';

test.each([
  ['Jalali days', ['1403/02/15', '1402-12-01'], 'jalali'],
  ['Persian digits', ['۱۴۰۳/۰۲/۱۵'], 'jalali'],
  ['the year behind', ['15-02-1403'], 'jalali'],
  ['without separators', ['14030215'], 'jalali'],
  ['a name of the month', ['۱۵ اردیبهشت ۱۴۰۳'], 'jalali'],
  ['Gregorian days', ['2024-05-04', '2023-12-31T14:05:00Z'], 'gregorian'],
  ['time stamps of the afternoon', ['2024-05-04 1405', '2024-05-04T13:37:00+13:00'], 'gregorian'],
  ['mostly Gregorian', ['2024-05-04', '2024-05-05', '1403/02/15'], 'gregorian'],
  ['mostly Jalali, beside empty cells', ['', '1403/02/15', '', '1403/02/16', '2024-05-05'], 'jalali'],
] as const)('%s', (_, cells, expected) => {
  expect(calendarOf(textColumn([...cells]))).toBe(expected);
});

test('no cell tells no calendar', () => {
  expect(calendarOf(textColumn(['', '']))).toBeNull();
});
