import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesWithTotalWord, hasTotalWord } from '../../src/normalize/total-word.js';
import { unmadeDictionary } from '../support/written-texts.js';

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

describe('texts of a dictionary with such a word', () => {
  const told = (texts: readonly string[]): number[] => {
    const values = [...new Set(texts)];
    const codes = Uint32Array.from(values, (_, code) => code);
    const column = { kind: 'dictionary' as const, length: values.length, codes, values };
    const expected = values.flatMap((text, code) => (hasTotalWord(text) ? [code] : []));
    expect(codesWithTotalWord(column)).toEqual(expected);
    expect(codesWithTotalWord(unmadeDictionary(column))).toEqual(expected);
    return expected;
  };

  test.each(WORDS)('are told of their bytes: %s', (word) => {
    const forms = [word, word.toLowerCase(), word.toUpperCase(), word.replaceAll('s', 'ſ')];
    const among = forms.flatMap((form) => [form, `Ava ${form}`, `${form}: 3`, `İzmir ${form}`, `東京 ${form} تهران`]);
    for (const form of among) expect(told(['', 'Ava Stone', form, 'Customer 17'])).toEqual([2]);
    expect(told(['Customer to', ...among, 'tal'])).toHaveLength(new Set(among).size);
  });

  test('are those that say so as texts, whatever they hold', () => {
    const piece = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(
        'to',
        'tal',
        'Su',
        'm',
        'ſum',
        'ſ',
        's',
        'Customer',
        ' ',
        '-',
        'İ',
        'é',
        'جم',
        'ع',
        'г',
        '合',
        '😀',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constant('x'.repeat(199)),
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        told(texts);
      }),
      { numRuns: 500 },
    );
  });
});
