import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextColumn } from '../../src/model/text-column.js';
import { textColumn } from '../../src/model/text-column.js';
import { ANY_CELL, holding, rowsPassing, rowsWithValue, textAt } from '../../src/quality/texts.js';
import { plainColumn } from '../support/plain-column.js';
import { unmadeDictionary } from '../support/written-texts.js';

/** The same cells as a dictionary, as one whose texts are made when somebody asks, and as plain bytes. */
const both = (cells: readonly string[]): readonly TextColumn[] => {
  const column = textColumn(cells);
  return [column, plainColumn(cells), ...(column.kind === 'dictionary' ? [unmadeDictionary(column)] : [])];
};

describe('rowsPassing', () => {
  const isFound = (text: string) => text.includes('aa') || text.includes('تست') || text.includes('é');
  const search = { hint: holding(['aa', 'تست', 'é']), test: isFound };
  const cells = fc.array(
    fc.array(fc.constantFrom('a', 'b', 'A', 'ت', 'é', 'è', 'تست', ''), { maxLength: 5 }).map((parts) => parts.join('')),
    { maxLength: 30 },
  );
  const where = (texts: readonly string[], test: (text: string) => boolean) =>
    texts.flatMap((text, row) => (test(text) ? [row] : []));

  it('finds the same rows in a dictionary and in plain bytes, also where a match would cross two cells', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        for (const column of both(texts)) expect(rowsPassing(column, search)).toEqual(where(texts, isFound));
      }),
    );
  });

  it('takes either case of ASCII where it is told to', () => {
    const test = (text: string) => text.toLowerCase().includes('aab');
    fc.assert(
      fc.property(cells, (texts) => {
        for (const column of both(texts)) {
          expect(rowsPassing(column, { hint: holding(['aab'], { ignoreCase: true }), test })).toEqual(
            where(texts, test),
          );
        }
      }),
    );
  });

  it('reads every filled cell where anything may pass', () => {
    for (const column of both(['b', '', 'a', 'ت'])) {
      expect(rowsPassing(column, { hint: ANY_CELL, test: (text) => text !== 'a' })).toEqual([0, 3]);
    }
  });

  it('does not look through bytes that can hold none', () => {
    const hint = holding(['aa'], { possible: () => false });
    expect(rowsPassing(plainColumn(['aa']), { hint, test: () => true })).toEqual([]);
  });
});

describe('textAt', () => {
  it('reads a category, a dictionary and plain bytes', () => {
    const cells = ['سارا', '', 'Ana'];
    for (const column of [...both(cells), { codes: Uint32Array.of(1, 0, 2), values: ['', 'سارا', 'Ana'] }]) {
      expect(cells.map((_, row) => textAt(column, row))).toEqual(cells);
    }
  });
});

describe('rowsWithValue', () => {
  it('lists the rows of the values that pass, few or many', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.integer({ min: 1, max: 70 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.subarray(['a', 'b', '']), (runs, wanted) => {
        const texts = runs.flatMap(([text, times]) =>
          Array.from({ length: times }, (_, at) => (at === 0 ? text : 'd')),
        );
        const column = textColumn(['a', ...texts]);
        if (column.kind !== 'dictionary') throw new Error('a dictionary is meant');
        const found = rowsWithValue(column, (value) => wanted.includes(value));
        expect([...found]).toEqual(['a', ...texts].flatMap((text, row) => (wanted.includes(text) ? [row] : [])));
      }),
    );
  });
});
