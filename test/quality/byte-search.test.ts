import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteSearch, rowsHolding, rowsOfDigits } from '../../src/quality/byte-search.js';
import { plainColumn } from '../support/plain-column.js';

const cell = fc
  .array(fc.constantFrom('a', 'b', 'c', 'B', '?', '1', '2', '٣', 'é', '\ufffd'), { maxLength: 9 })
  .map((parts) => parts.join(''));
const cells = fc.array(cell, { maxLength: 12 });
/** What a cell holds is asked of it alone: `flatMap` over the texts is the definition. */
const rowsWhere = (texts: readonly string[], test: (text: string) => boolean) =>
  texts.flatMap((text, row) => (test(text) ? [row] : []));
/** A word may begin in a cell and end in the next: such a row is told, too, and its text decides. */
const within = (found: readonly number[], texts: readonly string[], test: (text: string) => boolean) =>
  found.filter((row) => test(texts[row] ?? ''));

describe('rowsHolding', () => {
  const words = ['abc', 'ba', '???', '\ufffd', 'é'];

  it('tells every cell with one of the words, each once, in order', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const test = (text: string) => words.some((word) => text.includes(word));
        const found = rowsHolding(plainColumn(texts), byteSearch(words));
        expect(within(found, texts, test)).toEqual(rowsWhere(texts, test));
      }),
    );
  });

  it('tells longer words, which most pairs of theirs are not a part of, wherever bytes lie', () => {
    const long = ['abcb', 'bbabc', 'ccbabb', 'cb', 'aaa'];
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'B'), maxLength: 14 }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(1), (some, shift) => {
        const test = (text: string) => long.some((word) => text.toLowerCase().includes(word));
        const column = plainColumn(some);
        const bytes = new Uint8Array(column.bytes.length + shift).subarray(shift);
        bytes.set(column.bytes);
        const found = rowsHolding({ ...column, bytes }, byteSearch(long, true));
        expect(within(found, some, test)).toEqual(rowsWhere(some, test));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes letters of ASCII for one in either case, and no other characters', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const test = (text: string) => text.toLowerCase().includes('abc') || text.toLowerCase().includes('bb');
        const found = rowsHolding(plainColumn(texts), byteSearch(['abc', 'BB'], true));
        expect(within(found, texts, test)).toEqual(rowsWhere(texts, test));
      }),
    );
    expect(rowsHolding(plainColumn(['@a', 'Aa', '`A']), byteSearch(['`a'], true))).toEqual([2]);
  });

  it('finds them wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(cells, fc.nat(3), fc.constantFrom(words, ['\ufffd', 'é']), (texts, shift, some) => {
        const column = plainColumn(texts);
        const bytes = new Uint8Array(column.bytes.length + shift).subarray(shift);
        bytes.set(column.bytes);
        const test = (text: string) => some.some((word) => text.includes(word));
        const found = rowsHolding({ ...column, bytes }, byteSearch(some));
        expect(within(found, texts, test)).toEqual(rowsWhere(texts, test));
      }),
    );
  });

  it('reads nothing beyond the last cell', () => {
    expect(rowsHolding(plainColumn(['xa', 'b']), byteSearch(['bc']))).toEqual([]);
    expect(rowsHolding(plainColumn([]), byteSearch(['bc']))).toEqual([]);
  });
});

describe('rowsOfDigits', () => {
  it('tells the cells with so many digits in a row, whatever stands in the cells beside', () => {
    const digits = fc.array(fc.constantFrom('1', '2', '3', 'x', ''), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (texts, least) => {
        const test = (text: string) => new RegExp(`\\d{${least}}`).test(text);
        expect(rowsOfDigits(plainColumn(texts), least)).toEqual(rowsWhere(texts, test));
      }),
    );
  });
});
