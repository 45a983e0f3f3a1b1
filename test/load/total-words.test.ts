import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTotalWord } from '../../src/load/total-words.js';

describe('a row of sums', () => {
  it.each([
    ...['Total', 'Grand Totals', 'subtotal', 'Sub-Total:', 'SUM', 'Record count 12', 'Count (12)', 'average', 'AVG: 5'],
    ...['Gesamtsumme', 'Zwischensumme', 'Summe', 'Total général', 'sous-total', 'Suma', 'total 1,200 records'],
    ...['итого', 'جمع کل', 'مجموع ۱۲', 'تعداد: ۵ رکورد'],
  ])('is called %s', (cell) => {
    expect(isTotalWord(cell)).toBe(true);
  });

  it.each(['', 'Customer 12', 'Totally', 'Account', 'Sum of parts', 'Discount', '12'])('is not called %j', (cell) => {
    expect(isTotalWord(cell)).toBe(false);
  });

  it('is told of ASCII as it is of a text with a sign beyond', () => {
    const piece = fc.constantFrom(
      ...[
        'total',
        'Totals',
        'sub',
        '-',
        ' ',
        'grand ',
        'record ',
        'Count',
        'avg',
        'average',
        'sum',
        'summe',
        'suma',
        'gesamt',
      ],
      ...['ergebnis', 'sous-', 'e', 's', '12', '1,2.5', '(3)', '(', ' rows', ' deal', '\t'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(isTotalWord(`${text}：`)).toBe(isTotalWord(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
