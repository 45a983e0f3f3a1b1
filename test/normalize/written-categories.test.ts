import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnmadeDictionary } from '../../src/model/distinct-texts.js';
import { type DictionaryColumn, textColumn } from '../../src/model/text-column.js';
import { keepWritten } from '../../src/model/written-texts.js';
import { DistinctCells } from '../../src/normalize/distinct-cells.js';
import { readCategory } from '../../src/normalize/read-columns.js';
import { keptTextsOf } from '../support/written-texts.js';

/** The same cells, and where their texts stand as bytes. */
function written(cells: readonly string[]): DictionaryColumn {
  const column = textColumn(cells) as DictionaryColumn;
  const kept = keptTextsOf(column.values);
  keepWritten(column.codes, kept);
  return new UnmadeDictionary(column.codes, kept);
}

/** What a column says: a text for each row, and what it counts. */
function said(column: DictionaryColumn) {
  const { data, filled, unfit, unreadable } = readCategory(new DistinctCells(column));
  return { data: { ...data, codes: [...data.codes] }, filled, unfit, unreadable: [...unreadable] };
}

const cell = fc.oneof(
  fc.constantFrom('Acme', 'Acme 12', 'Customer 1 İzmir', 'Customer 2 İzmir', 'Ácme', 'None such', 'Accounts::::Acme'),
  fc.constantFrom('', 'n/a', 'None', '-', '#REF!', ' Acme', 'Acme\u200f', 'x::::y', '#N/A', 'Alpha; Beta'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

describe('categories of texts that stand as bytes', () => {
  it('keep their texts, and count those that stand for nothing or for errors', () => {
    const { data, filled, unfit, unreadable } = readCategory(
      new DistinctCells(written(['Beta', 'n/a', 'Ácme', '#REF!', 'Beta', 'Customer 1 İzmir', ''])),
    );
    expect([...data.codes].map((code) => data.values[code])).toEqual([
      'Beta',
      '',
      'Ácme',
      '',
      'Beta',
      'Customer 1 İzmir',
      '',
    ]);
    expect(data.values).toEqual(['', 'Beta', 'Ácme', 'Customer 1 İzmir']);
    expect([filled, unfit, [...unreadable]]).toEqual([5, 1, [3]]);
  });

  it('are those of the same cells wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        expect(said(written(cells))).toEqual(said(textColumn(cells) as DictionaryColumn));
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the same cells where all of them say themselves', () => {
    const cells = Array.from({ length: 300 }, (_, at) => `Customer ${at % 270} ${at % 3 === 0 ? 'Łódź' : 'Ltd'}`);
    for (const some of [cells, ['', ...cells], cells.slice(0, 255), cells.slice(0, 256)])
      expect(said(written(some))).toEqual(said(textColumn(some) as DictionaryColumn));
  });
});
