import { describe, expect, it } from 'vitest';
import { looksLikeData, looksLikeDate, looksLikeNumber } from '../../src/load/cell-look.js';

describe('the look of a cell', () => {
  it.each([
    '5',
    '-5',
    '1,234.50',
    '1.234,50 €',
    '$125000',
    'USD 1,200.00',
    '(1,234)',
    '25%',
    '۱٬۲۳۴ تومان',
    '1e5',
    "1'234",
  ])('of %s is a number', (cell) => {
    expect(looksLikeNumber(cell)).toBe(true);
  });

  it.each([
    '2024-01-31',
    '31/1/2024',
    '05.01.24',
    '1403/05/12',
    '2024-01-31 13:05',
    '2024-01-31T13:05:59Z',
    '5-Jan-2024',
    'Jan 5, 2024',
    '۱۴۰۳/۰۵/۱۲',
  ])('of %s is a date and no number', (cell) => {
    expect(looksLikeDate(cell)).toBe(true);
    expect(looksLikeNumber(cell)).toBe(false);
  });

  it.each(['Amount', 'D1', 'Stage 2', 'مبلغ (تومان)', 'Close Date', '#', '', 'Q1-2024', '2nd contact'])(
    'of %j is none of what no column is named',
    (cell) => {
      expect(looksLikeData(cell)).toBe(false);
    },
  );

  it.each(['true', 'FALSE', 'sara@example.com', 'https://example.com/d/1'])('of %s is data', (cell) => {
    expect(looksLikeData(cell)).toBe(true);
  });
});
