import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteSearch, rowsHolding, rowsOfDigits } from '../../src/quality/byte-search.js';
import { visitBeginnings } from '../../src/quality/bytes/program.js';
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

describe.each([
  ['two bytes at a time', undefined],
  ['sixteen bytes at a time', 0],
])('rowsHolding, %s', (_, from) => {
  const words = ['abc', 'ba', '???', '\ufffd', 'é'];

  it('tells every cell with one of the words, each once, in order', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const test = (text: string) => words.some((word) => text.includes(word));
        const found = rowsHolding(plainColumn(texts), byteSearch(words), from);
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
        const found = rowsHolding({ ...column, bytes }, byteSearch(long, true), from);
        expect(within(found, some, test)).toEqual(rowsWhere(some, test));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes letters of ASCII for one in either case, and no other characters', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const test = (text: string) => text.toLowerCase().includes('abc') || text.toLowerCase().includes('bb');
        const found = rowsHolding(plainColumn(texts), byteSearch(['abc', 'BB'], true), from);
        expect(within(found, texts, test)).toEqual(rowsWhere(texts, test));
      }),
    );
    expect(rowsHolding(plainColumn(['@a', 'Aa', '`A']), byteSearch(['`a'], true), from)).toEqual([2]);
  });

  it('finds them wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(cells, fc.nat(3), fc.constantFrom(words, ['\ufffd', 'é']), (texts, shift, some) => {
        const column = plainColumn(texts);
        const bytes = new Uint8Array(column.bytes.length + shift).subarray(shift);
        bytes.set(column.bytes);
        const test = (text: string) => some.some((word) => text.includes(word));
        const found = rowsHolding({ ...column, bytes }, byteSearch(some), from);
        expect(within(found, texts, test)).toEqual(rowsWhere(texts, test));
      }),
    );
  });

  it('reads nothing beyond the last cell', () => {
    expect(rowsHolding(plainColumn(['xa', 'b']), byteSearch(['bc']), from)).toEqual([]);
    expect(rowsHolding(plainColumn([]), byteSearch(['bc']), from)).toEqual([]);
  });

  it('finds them on both sides of where pieces of a large column meet', () => {
    const piece = 0x1_0000;
    const filler = 'x'.repeat(63);
    fc.assert(
      fc.property(
        fc.integer({ min: -6, max: 6 }),
        fc.constantFrom('abc', 'ba', '???', 'é'),
        fc.nat(1),
        (shift, word, times) => {
          // A word around the first place, or the second one, at which pieces meet.
          const at = piece * (times + 1) + shift;
          const text =
            (filler.repeat(Math.ceil(at / filler.length)).slice(0, at) + word + filler.repeat(9)).match(/.{1,61}/gsu) ??
            [];
          const found = rowsHolding(plainColumn(text), byteSearch(words), from);
          const test = (cell: string) => words.some((one) => cell.includes(one));
          expect(within(found, text, test)).toEqual(rowsWhere(text, test));
        },
      ),
    );
  });

  it('asks the program where there is one', () => {
    const { beginnings } = byteSearch(['ba']);
    const asked: number[] = [];
    const visit = (at: number): number => {
      asked.push(at);
      return at + 1;
    };
    expect(visitBeginnings(plainColumn(['xbax', 'ba']), beginnings, visit)).toBe(true);
    expect(asked).toEqual([1, 4]);
  });

  it('tells them all where there are more than are found at once', () => {
    const texts = Array.from({ length: 40_000 }, (_, row) => (row % 3 === 0 ? 'xbax' : 'x'));
    const found = rowsHolding(plainColumn(texts), byteSearch(['ba']), from);
    expect(found.join()).toBe(rowsWhere(texts, (text) => text === 'xbax').join());
    // Many places in one cell are one row.
    expect(rowsHolding(plainColumn(['ba'.repeat(30_000), 'x', 'ba']), byteSearch(['ba']), from)).toEqual([0, 2]);
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
