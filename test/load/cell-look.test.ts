import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DATE_LOOK,
  lookOfCell,
  looksLikeData,
  looksLikeDate,
  looksLikeNumber,
  NUMBER_LOOK,
} from '../../src/load/cell-look.js';

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

  const pieces = fc.constantFrom(
    ...[
      '1',
      '05',
      '31',
      '2024',
      '123456',
      '٣',
      '-',
      '/',
      '.',
      ',',
      ' ',
      ', ',
      'T',
      ':',
      '(',
      ')',
      '+',
      '−',
      "'",
      '%',
      '$',
    ],
    ...['£', '¤', 'Jan', 'May', 'März', 'µº', 'EUR', 'R$', 'e', 'E', 'é', 'Zürich', '\n', '\u00a0', '²', '½', '×'],
  );
  const cells = fc.array(pieces, { maxLength: 9 }).map((some) => some.join(''));
  const isLatin = (cell: string): boolean => [...cell].every((character) => character <= '\xff');

  it('is the same whatever digits it is written with, of Latin-1 or of any script', () => {
    fc.assert(
      fc.property(cells.filter(isLatin), fc.constantFrom(0x660, 0x6f0, 0x966), (cell, zero) => {
        const other = cell.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
        fc.pre(other !== cell);
        expect(lookOfCell(other)).toBe(lookOfCell(cell));
        expect([looksLikeDate(other), looksLikeNumber(other)]).toEqual([looksLikeDate(cell), looksLikeNumber(cell)]);
      }),
      {
        numRuns: 3000,
        examples: [
          ['1 Jan 2024', 0x660],
          ['-(R$ 1.234,5e+3 EUR)-', 0x6f0],
          ['1 µºª-2024', 0x660],
        ],
      },
    );
  });

  it('is no date and no number without a digit', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        fc.pre(!/\p{Nd}/u.test(cell));
        expect(lookOfCell(cell) & (DATE_LOOK | NUMBER_LOOK)).toBe(0);
      }),
    );
  });

  it.each([
    '۵ فروردین ۱۴۰۳',
    'März 5, 2024',
    'İyun 5, 2024',
    'Şubat. ۵, ۲۰۲۴',
    '5-Şubat-2024',
    '5 ŞubatŞuba, 2024',
    '𝟐𝟎𝟐𝟒-𝟎𝟓-𝟎𝟓',
    '𝟎𝟓.𝟎𝟓.𝟐𝟎𝟐𝟒',
  ])('of %s is a date', (cell) => {
    expect(looksLikeDate(cell)).toBe(true);
  });

  it('takes for letters of a month whatever is one, and for a currency whatever is a sign of one, up to U+00FF', () => {
    for (let code = 0; code < 0x100; code++) {
      const sign = String.fromCharCode(code);
      expect(looksLikeDate(`1 ${sign.repeat(3)} 2024`), sign).toBe(/\p{L}/u.test(sign));
      if (/[\d\s.,'eE+()-]/.test(sign)) continue;
      expect(looksLikeNumber(`12 ${sign}`), sign).toBe(/[\p{Sc}%]/u.test(sign));
    }
  });

  it.each(['ریال ۱۲', '۱۲ ﷼', '₺ 1,200', '1,200 ₺', '−5', '1’234', '𝟏𝟐'])('of %s is a number', (cell) => {
    expect(looksLikeNumber(cell)).toBe(true);
  });
});
