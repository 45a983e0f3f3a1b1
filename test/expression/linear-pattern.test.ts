import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from '../../src/expression/linear-pattern.js';
import { textPattern } from '../../src/expression/pattern.js';

const refuse = (detail: { en: string; fa: string }): Error => {
  expect(detail.fa).toMatch(/[\u0600-\u06ff]/);
  return new Error(detail.en);
};
const fits = (pattern: string, text: string): boolean => linearPattern(pattern, refuse).test(text);

describe('a pattern', () => {
  it.each(['^(a+)+$', '^(a|aa)+$', '(a*)*b', '^([a-z]+)*@$', '(.*)(.*)(.*)(.*)[bc]x'])(
    '%s passes over a long cell',
    (pattern) => {
      // A backtracking engine would need longer than the universe is old: that it answers at all is the test.
      expect(fits(pattern, `${'a'.repeat(20_000)}!`)).toBe(false);
    },
  );

  it.each([
    ['^C-\\d{4}$', 'C-2024', 'c-20241'],
    ['^(?<year>\\d{4})-[^x]+$', '2024-Q1', '2024-x'],
    ['^\\p{Script=Arabic}+$', 'فروش', 'sale'],
    ['^\\p{Letter}+$', 'Šárka', 'R2D2'],
    ['^\\u0041[\\w.-]+\\/\\x42$', 'A-1/B', 'A-1B'],
    ['^(won|lost)$', 'WON', 'winning'],
    ['^\\u{1F600}.$', '😀x', '😀'],
    ['^(?:\\+49|0)\\s?\\d+$', '+49 30', '49 30'],
  ])('%s fits %s and not %s, as in JavaScript', (pattern, yes, no) => {
    expect([fits(pattern, yes), fits(pattern, no)]).toEqual([true, false]);
    const native = new RegExp(pattern, 'iu');
    expect([native.test(yes), native.test(no)]).toEqual([true, false]);
  });

  it.each([
    ['(?=a)b', 'looks ahead or behind'],
    ['(?<!a)b', 'looks ahead or behind'],
    ['(a)\\1', 'refers back'],
    ['(?<n>a)\\k<n>', 'refers back'],
    ['a{2000}', 'more than 1000 times'],
    ['((a{100}){100}){100}', 'more than 1000 times'],
    ['\\p{Sentence_Terminal}', 'uses \\p{Sentence_Terminal}'],
    ['(', 'no regular expression: unterminated group'],
    ['\\h', 'no regular expression: invalid escape'],
  ])('%s is refused with its reason', (pattern, reason) => {
    expect(() => fits(pattern, 'x')).toThrow(reason);
  });

  it('knows a bracket and a question mark that are letters of a class or escaped', () => {
    expect(fits('^[(?=]+$', '(?=')).toBe(true);
    expect(fits('^\\(\\?=$', '(?=')).toBe(true);
    expect(fits('^[\\](?=]$', ']')).toBe(true);
  });

  it('agrees with JavaScript on patterns without repetition inside repetition', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '(ab|c)',
      'x?',
      'a+',
      '\\w*',
      'b{1,2}',
      '\\.',
      'é',
      'ي',
    );
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '1', '.', 'É', 'x', 'ي', 'A'))
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        text,
        (parts, from, to, cell) => {
          const pattern = `${from ? '^' : ''}${parts.join('')}${to ? '$' : ''}`;
          expect(fits(pattern, cell)).toBe(new RegExp(pattern, 'iu').test(cell));
        },
      ),
    );
  });
});

describe('a pattern over a cell', () => {
  it('fits the cell as it is written or its comparison form', () => {
    const test = textPattern('^علي$', refuse);
    expect([test('علی', 'علی'), test('علی', 'علي'), test('رضا', 'رضا')]).toEqual([true, true, false]);
    expect(textPattern('^José$', refuse)('jose', 'José')).toBe(true);
  });
});
