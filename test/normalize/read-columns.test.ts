import { describe, expect, it } from 'vitest';
import { categoryAt } from '../../src/model/column.js';
import { UnmadeDictionary } from '../../src/model/distinct-texts.js';
import type { DictionaryColumn } from '../../src/model/text-column.js';
import { keepWritten } from '../../src/model/written-texts.js';
import { DistinctCells } from '../../src/normalize/distinct-cells.js';
import { readCategory } from '../../src/normalize/read-columns.js';
import { keptTextsOf } from '../support/written-texts.js';

/** A dictionary whose texts stand in memory as they were written, as the kernel leaves many. */
function written(values: readonly string[], codes: Uint8Array): DictionaryColumn {
  const kept = keptTextsOf(values);
  keepWritten(codes, kept);
  return new UnmadeDictionary(codes, kept);
}

describe('a category of many texts', () => {
  it('is the column itself where its texts stand for what they say, behind the empty one', () => {
    const column = written(['', 'Ann', 'Bob'], Uint8Array.of(1, 0, 2, 1));
    const { data, filled, unfit, unreadable } = readCategory(new DistinctCells(column));
    expect(data.codes).toBe(column.codes);
    expect(data.values).toEqual(['', 'Ann', 'Bob']);
    expect([filled, unfit, [...unreadable]]).toEqual([3, 0, []]);
  });

  it('has all of its rows filled where none is empty', () => {
    const { filled } = readCategory(new DistinctCells(written(['', 'Ann', 'Bob'], Uint8Array.of(1, 2, 2))));
    expect(filled).toBe(3);
  });

  it.each([
    { texts: ['', 'Ann ', 'Bob'], read: ['Ann', '', 'Bob', 'Ann'], filled: 3, unfit: 0 },
    { texts: ['', 'n/a', 'Bob'], read: ['', '', 'Bob', ''], filled: 1, unfit: 0 },
    { texts: ['', '#REF!', 'Bob'], read: ['', '', 'Bob', ''], filled: 3, unfit: 2 },
    { texts: ['Ann', '', 'Bob'], read: ['', 'Ann', 'Bob', ''], filled: 2, unfit: 0 },
  ])('is read text by text where one says something else: $texts', ({ texts, read, filled, unfit }) => {
    const found = readCategory(new DistinctCells(written(texts, Uint8Array.of(1, 0, 2, 1))));
    expect([0, 1, 2, 3].map((row) => categoryAt(found.data, row))).toEqual(read);
    expect([found.filled, found.unfit]).toEqual([filled, unfit]);
  });
});
