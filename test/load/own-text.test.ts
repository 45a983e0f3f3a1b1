import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownTexts } from '../../src/load/own-text.js';

describe('texts of their own', () => {
  it('say what the cells said, whatever that is', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\0', 'a\0b', 'Müller', 'شرکت', '\ud83d', '😀'),
    );
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(ownTexts(cells)).toEqual(cells);
      }),
    );
  });
});
