import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextColumn } from '../../src/model/text-column.js';
import { textColumn } from '../../src/model/text-column.js';
import { asBytes, rowsPassing, textAt } from '../../src/quality/texts.js';
import { plainColumn } from '../support/plain-column.js';

const WORD = 'تست';
const both = (cells: readonly string[]): readonly TextColumn[] => [textColumn(cells), plainColumn(cells)];

describe('rowsPassing', () => {
  const search = () => ({
    hint: new RegExp(['aa', asBytes(WORD)].join('|'), 'g'),
    test: (text: string) => text.includes('aa') || text.includes(WORD),
  });

  it('finds the same rows in a dictionary and in plain bytes, also where a match would cross two cells', () => {
    const cell = fc.array(fc.constantFrom('a', 'b', 'ت', 'تست', ''), { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
        const expected = cells.flatMap((text, row) => (search().test(text) ? [row] : []));
        for (const column of both(cells)) expect(rowsPassing(column, search())).toEqual(expected);
      }),
    );
  });

  it('looks through columns longer than one piece', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) =>
      row % 7000 === 6999 ? `${'x'.repeat(99)}aa` : 'b'.repeat(101),
    );
    expect(rowsPassing(plainColumn(cells), search())).toEqual([
      6999, 13_999, 20_999, 27_999, 34_999, 41_999, 48_999, 55_999,
    ]);
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
