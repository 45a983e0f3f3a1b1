import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { terminalText } from '../../../src/format/sanitize.js';
import { truncate, widthOf, wrap } from '../../../src/format/terminal/measure.js';
import { HOSTILE } from '../../support/hostile.js';

const shown = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE))
  .map(terminalText);
const width = fc.integer({ min: 1, max: 40 });

describe('widthOf', () => {
  it('counts letters, not marks, and wide letters as two', () => {
    expect(widthOf('علی')).toBe(3);
    expect(widthOf('عَلِی')).toBe(3);
    expect(widthOf('می‌رود')).toBe(5);
    expect(widthOf('株式')).toBe(4);
    expect(widthOf('\u2068علی\u2069')).toBe(3);
  });

  it('is what string-width says of every character and of every text', () => {
    const differing: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const letter = String.fromCharCode(code);
      if (widthOf(letter) !== stringWidth(letter)) differing.push(code.toString(16));
      else if (widthOf(`ب${letter}a`) !== stringWidth(`ب${letter}a`)) differing.push(`ب${code.toString(16)}a`);
    }
    expect(differing).toEqual([]);
    const plain = fc.string({ unit: fc.constantFrom(...'aZ9 |é…–سپی۵٪\u200c\u2068\u2069▲█─', '\u064e', '株', '👩') });
    fc.assert(
      fc.property(fc.oneof(shown, plain), (text) => widthOf(text) === stringWidth(text)),
      { numRuns: 1000 },
    );
  });
});

describe('truncate', () => {
  it('leaves what fits and cuts the rest with an ellipsis', () => {
    expect(truncate('Acme', 4)).toBe('Acme');
    expect(truncate('Acme Ltd', 6)).toBe('Acme…');
    expect(truncate('株式会社', 5)).toBe('株式…');
    expect(truncate('abc', 1)).toBe('…');
    expect(truncate('abc', 0)).toBe('');
  });

  it('is never wider than asked, whatever the text', () => {
    fc.assert(fc.property(shown, width, (text, most) => widthOf(truncate(text, most)) <= most));
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  });

  it('breaks a word only where it is wider than a line', () => {
    expect(wrap('a supercalifragilistic word', 10)).toEqual(['a', 'supercalif', 'ragilistic', 'word']);
  });

  it('breaks ids and paths where they are read', () => {
    expect(wrap('deal.won_without_amount', 16)).toEqual(['deal.won_', 'without_amount']);
    expect(wrap('a_supercalifragilistic', 10)).toEqual(['a_supercal', 'ifragilist', 'ic']);
  });

  it('breaks no figure and no day', () => {
    expect(wrap('+33.33333333 x', 8, 4, 'cut')).toEqual(['+33.333…', 'x']);
    expect(wrap('2024-07-01', 8, 4, 'cut')).toEqual(['2024-07…']);
  });

  it('cuts a word of a table that is wider than its column, and goes on with the next', () => {
    expect(wrap('a supercalifragilistic word', 10, 4, 'cut')).toEqual(['a', 'supercali…', 'word']);
    expect(wrap('deal.won_without_amount', 16, 4, 'cut')).toEqual(['deal.won_', 'without_amount']);
  });

  it('ends with an ellipsis when there are more lines than wanted', () => {
    expect(wrap('one two three four', 5, 2)).toEqual(['one', 'two…']);
    expect(wrap('abcdefghijklmno', 5, 2)).toEqual(['abcde', 'fghi…']);
    expect(wrap('one two', 3, 2)).toEqual(['one', 'two']);
  });

  it('takes apart a letter that its marks make wider than the line', () => {
    const eighth = '\u{1D158}\u{1D165}\u{1D16E}'; // a note head, its stem and its flag
    expect(wrap(eighth, 2).join('')).toBe(eighth);
  });

  it('makes no lines of nothing', () => {
    expect(wrap('', 5)).toEqual([]);
    expect(wrap('x', 0)).toEqual([]);
  });

  it('gives lines that fit and lose nothing, whatever the text', () => {
    fc.assert(
      fc.property(shown, fc.integer({ min: 2, max: 40 }), (text, most) => {
        const lines = wrap(text, most);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(most);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('keeps to the number of lines, and each to its width, whatever the text', () => {
    fc.assert(
      fc.property(shown, width, fc.integer({ min: 1, max: 4 }), (text, most, count) => {
        const lines = wrap(text, most, count);
        expect(lines.length).toBeLessThanOrEqual(count);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
