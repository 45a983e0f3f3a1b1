import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberedWords, numberOfWord } from '../../src/crm/word-numbers.js';

it('gives every word its number back, in the order in which they were given', () => {
  const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.integer({ min: 0, max: 20_000 }))), (entries) => {
      const numberOf = new Map(entries);
      expect([...numberOfWord(numberedWords(numberOf))]).toEqual([...numberOf]);
    }),
  );
});
