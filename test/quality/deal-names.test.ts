import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/model/company-name.js';
import { textColumn } from '../../src/model/text-column.js';
import { NameMarks, nameLetters } from '../../src/quality/deal-names.js';
import { likenessOf } from '../../src/quality/names.js';
import { plainColumn } from '../support/plain-column.js';

describe('NameMarks', () => {
  const name = fc
    .array(fc.constantFrom('Maintenance', 'a', 'B', '7', '۷', ' ', '-', 'ي', 'ی', 'é', '\u200c'), { maxLength: 6 })
    .map((parts) => parts.join(''));

  it('are the same for a dictionary and for plain bytes', () => {
    // What folds to digits or away: circled and wide digits, fractions, marks, ideographs, dashes.
    const rare = fc.constantFrom(
      '7',
      '٧',
      '۷',
      '٪',
      '②',
      '２',
      '½',
      '²',
      '–',
      '東',
      'ト',
      '\u200f',
      'ü',
      'Ж',
      '️',
      '😀',
      '㉑',
    );
    const cell = fc.oneof(
      name,
      fc
        .array(fc.oneof(rare, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 5 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const rows = Uint32Array.from(cells.keys());
        const [plain, dictionary] = [new NameMarks(plainColumn(cells)), new NameMarks(textColumn(cells))];
        expect(plain.digitsOf(rows)).toEqual(dictionary.digitsOf(rows));
        for (const row of rows) {
          expect(plain.hashOf(row)).toBe(dictionary.hashOf(row));
          for (const other of rows) expect(plain.mayBeAlike(row, other)).toBe(dictionary.mayBeAlike(row, other));
        }
      }),
    );
  });

  it('let no pair pass by whose letters are equal or one edit apart', () => {
    const edited = fc
      .tuple(name, fc.nat(30), fc.constantFrom('', 'x', 'ی'))
      .map(([text, at, letter]) => [
        `Maintenance ${text}`,
        `Maintenance ${text.slice(0, at)}${letter}${text.slice(at)}`,
      ]);
    fc.assert(
      fc.property(edited, ([a = '', b = '']) => {
        const alike = nameLetters(a) === nameLetters(b) || likenessOf(nameKey(a), nameKey(b)) === 'typo';
        if (!alike) return;
        expect(new NameMarks(textColumn([a, b, 'z'])).mayBeAlike(0, 1)).toBe(true);
      }),
    );
  });

  it('tell names with other numbers, or without letters, apart', () => {
    const marks = new NameMarks(textColumn(['Pump 1', 'Pump 2', 'PUMP-1', '--', '', 'Turbine']));
    expect(marks.mayBeAlike(0, 1)).toBe(false);
    expect(marks.mayBeAlike(0, 2)).toBe(true);
    expect(marks.mayBeAlike(3, 4)).toBe(false);
    expect(marks.mayBeAlike(0, 5)).toBe(false);
  });
});
