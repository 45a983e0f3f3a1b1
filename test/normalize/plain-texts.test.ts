import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/locale/fold.js';
import { isFailedFormula, isMissing } from '../../src/normalize/parse/text.js';
import { textsAsTheyStand } from '../../src/normalize/plain-texts.js';

function marksOf(texts: readonly string[]): number[] {
  const encoded = texts.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [at, { length }] of encoded.entries()) offsets[at + 1] = (offsets[at] as number) + length;
  return [...textsAsTheyStand({ bytes: new Uint8Array(Buffer.concat(encoded)), offsets, length: texts.length })];
}

const word = fc.string({ unit: fc.constantFrom(...'aZ09-#/ \u00a0é'), maxLength: 6 });
const MISSING = [
  '',
  ' ',
  '-',
  'n/a',
  'N/A',
  'NA',
  'none',
  'null',
  'NULL',
  'tbd',
  'unknown',
  'missing amount',
  '#REF!',
  '#N/A',
];

describe('texts that say themselves as they stand', () => {
  it('are words of letters and digits', () => {
    const texts = [
      'Customer 7909',
      'Acme',
      'A1 B2c',
      '',
      ' Acme',
      'Acme ',
      'Acme  Inc',
      'Größe',
      'A-B',
      '12 34',
      'none',
    ];
    expect(marksOf(texts)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are read as what they are', () => {
    const anyText = fc.oneof(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      fc.constantFrom(...MISSING),
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        for (const [at, mark] of marksOf(texts).entries()) {
          if (mark === 0) continue;
          const text = texts[at] ?? '';
          expect(cleanText(text)).toBe(text);
          expect(isMissing(text)).toBe(false);
          expect(isFailedFormula(text)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
