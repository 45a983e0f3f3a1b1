import { expect, it } from 'vitest';
import { typedDay } from '../../src/locale/typed-day.js';

// 29 Esfand 1403 was 19 March 2025; 1403 had a 30th, 1404 has none.
it.each([
  ['2025-09-30', '2025-09-30'],
  ['2025/9/3', '2025-09-03'],
  ['1403-12-29', '2025-03-19'],
  ['۱۴۰۳/۱۲/۲۹', '2025-03-19'],
  ['١٤٠٣/١٢/٣٠', '2025-03-20'],
  ['1404-12-30', null],
  ['2025-02-29', null],
  ['2024-02-29', '2024-02-29'],
  ['2025-13-01', null],
  ['0214-01-01', null],
  ['1404', null],
  ['last-month', null],
])('%s', (text, day) => {
  expect(typedDay(text)).toBe(day);
});
