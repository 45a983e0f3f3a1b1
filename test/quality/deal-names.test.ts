import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/model/company-name.js';
import { textColumn } from '../../src/model/text-column.js';
import { mayBeAlike, nameLetters, nameMarks } from '../../src/quality/deal-names.js';
import { likenessOf } from '../../src/quality/names.js';
import { plainColumn } from '../support/plain-column.js';

describe('nameMarks', () => {
  const name = fc
    .array(fc.constantFrom('Maintenance', 'a', 'B', '7', '۷', ' ', '-', 'ي', 'ی', 'é', '\u200c'), { maxLength: 6 })
    .map((parts) => parts.join(''));

  it('are the same for a dictionary and for plain bytes', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (cells) => {
        expect(nameMarks(plainColumn(cells))).toEqual(nameMarks(textColumn(cells)));
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
        expect(mayBeAlike(nameMarks(textColumn([a, b, 'z'])), 0, 1)).toBe(true);
      }),
    );
  });

  it('tell names with other numbers, or without letters, apart', () => {
    const marks = nameMarks(textColumn(['Pump 1', 'Pump 2', 'PUMP-1', '--', '', 'Turbine']));
    expect(mayBeAlike(marks, 0, 1)).toBe(false);
    expect(mayBeAlike(marks, 0, 2)).toBe(true);
    expect(mayBeAlike(marks, 3, 4)).toBe(false);
    expect(mayBeAlike(marks, 0, 5)).toBe(false);
  });
});
