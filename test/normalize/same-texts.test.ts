import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, type PlainColumn, textColumn } from '../../src/model/text-column.js';
import { DistinctCells } from '../../src/normalize/distinct-cells.js';
import { readCategory } from '../../src/normalize/read-columns.js';
import { sameTexts } from '../../src/normalize/same-texts.js';

function plainColumn(cells: readonly string[]): PlainColumn {
  const texts = cells.map((cell) => Buffer.from(cell));
  const offsets = new Uint32Array(cells.length + 1);
  texts.forEach((text, cell) => {
    offsets[cell + 1] = (offsets[cell] ?? 0) + text.length;
  });
  return { kind: 'plain', length: cells.length, bytes: Buffer.concat(texts), offsets };
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'پ', '\0'), maxLength: 4 });
const names = fc.constantFrom(
  ...['', ' ', '-', 'N/A', ' n/a ', 'unknown', '#REF!', ' #DIV/0! ', '#1'],
  ...['Alpha', 'Alpha ', 'Alpha  AG', 'Alpha AG', '\u200eAlpha', 'alpha', 'Accounts::::Alpha', 'شرکت', 'شرکت '],
);

describe('the cells of a plain column', () => {
  it('are told apart by their bytes, and numbered as they are met', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 80 }), (cells) => {
        const distinct = [...new Set(cells)];
        const { numberOf, first } = sameTexts(plainColumn(cells));
        expect([...numberOf]).toEqual(cells.map((cell) => distinct.indexOf(cell)));
        expect([...first]).toEqual(distinct.map((cell) => cells.indexOf(cell)));
      }),
    );
  });

  it('are told apart in any number', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => `account ${(row * 7919) % 20_011}`);
    const { numberOf, first } = sameTexts(plainColumn(cells));
    expect(first).toEqual(Uint32Array.from({ length: 20_011 }, (_, row) => row));
    expect(numberOf).toEqual(Uint32Array.from(cells, (_, row) => row % 20_011));
  });

  it('are read as names as those of a dictionary are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(names, letters), { maxLength: 40 }), (cells) => {
        const columns = [plainColumn(cells), textColumn(cells)] as const;
        const [plain, dictionary] = columns.map((column) => {
          const read = readCategory(new DistinctCells(column));
          const { codes, values } = read.data;
          return {
            ...{ filled: read.filled, unfit: read.unfit },
            unreadable: [...read.unreadable],
            values,
            codes: [...codes],
          };
        });
        expect(columns.map((column) => cells.map((_, row) => cellText(column, row)))).toEqual([cells, cells]);
        expect(plain).toEqual(dictionary);
      }),
      { numRuns: 500 },
    );
  });

  it('stand for what they say', () => {
    const cells = ['Alpha', '', 'N/A', ' Alpha', '#REF!', 'Beta', '#REF!', '-'];
    const read = readCategory(new DistinctCells(plainColumn(cells)));
    expect([...read.data.codes]).toEqual([1, 0, 0, 1, 0, 2, 0, 0]);
    expect([read.data.values, read.filled, read.unfit]).toEqual([['', 'Alpha', 'Beta'], 5, 2]);
    expect(read.unreadable).toEqual([4, 6]);
  });
});
