import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTotalWord } from '../../src/normalize/total-word.js';

/** Every word of the list, each in the way that its language writes it. */
const WORDS = [
  ...[
    'Total',
    'totals',
    'Grand Total',
    'subtotal',
    'Sub-total',
    'SUM',
    'sums',
    'count',
    'Average',
    'Summe',
    'Zwischensumme',
  ],
  ...[
    'Gesamtsumme',
    'Gesamt',
    'Gesamtergebnis',
    'Ergebnis',
    'Sous-total',
    'Totale',
    'subtotale',
    'suma',
    'Итого',
    'итог',
  ],
  ...['всего', 'Toplam', 'جمع', 'جمع کل', 'مجموع', 'المجموع', 'الإجمالي', '合计', '小计', '合計', '小計'],
];

describe('a word for a row of sums', () => {
  test.each(WORDS)('%s is one, alone and beside a name', (word) => {
    expect(hasTotalWord(word)).toBe(true);
    expect(hasTotalWord(`Ava Stone ${word}`)).toBe(true);
    expect(hasTotalWord(`${word}: 3`)).toBe(true);
  });

  test.each([
    ...['Customer 7909', 'Ava Stone', 'Totality Ltd', 'Summit', 'Counter', 'Gesture', 'Topla', 'to tal', 'to', 's', ''],
    ...['Konsum GmbH', 'تهران', 'Тотал', 'Averages'],
  ])('%s is none', (text) => {
    expect(hasTotalWord(text)).toBe(false);
  });

  test('a text of more than two hundred letters names no group', () => {
    expect(hasTotalWord(`${'a '.repeat(98)}sum`)).toBe(true);
    expect(hasTotalWord(`${'a '.repeat(99)}sum`)).toBe(false);
  });

  test('whatever stands around a word with a space between, it is found', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.constantFrom(...WORDS),
        fc.string({ maxLength: 60 }),
        (a, word, b) => {
          expect(hasTotalWord(`${a} ${word} ${b}`)).toBe(true);
        },
      ),
    );
  });
});
