import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellStore } from '../../src/load/cell-store.js';
import { SENTINELS } from '../../src/load/record-scanner.js';
import { cellText, type TextColumn } from '../../src/model/text-column.js';

function stored(cells: readonly string[], expected = 0): CellStore {
  const store = new CellStore();
  store.expect(expected);
  for (const cell of cells) {
    // Rubbish on both sides: only the cell's own bytes may count.
    const bytes = Buffer.concat([Buffer.from('\xff#'), Buffer.from(cell), Buffer.alloc(SENTINELS, cell.length)]);
    store.push(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 3, bytes.length - SENTINELS);
  }
  return store;
}

const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));
const cellsOfAllLengths = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'پ', '😀', '\0'), maxLength: 9 }), {
  maxLength: 60,
});
const distinct = (from: number, rows: number): string[] => Array.from({ length: rows }, (_, row) => `D-${from + row}`);

describe('the cells of a column', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(cellsOfAllLengths, fc.nat(100), (cells, expected) => {
        expect(textsOf(stored(cells, expected).finish())).toEqual(cells);
      }),
    );
  });

  it('are a dictionary while some repeat, and plain when nearly all differ', () => {
    const repeated = [...distinct(0, 40_000), ...distinct(0, 60_000), ...distinct(0, 60_000)];
    for (const [cells, kind] of [
      [['a', '', 'a'], 'dictionary'],
      [distinct(0, 8000), 'dictionary'],
      [distinct(0, 20_000), 'plain'],
      [Array.from({ length: 200_000 }, (_, row) => `D-${row % 100}`), 'dictionary'],
      [distinct(0, 60_000).flatMap((cell) => [cell, cell, cell]), 'dictionary'],
      [repeated, 'plain'],
    ] as const) {
      const column = stored(cells, cells.length).finish();
      expect(column.kind).toBe(kind);
      expect(textsOf(column)).toEqual(cells);
    }
  });

  it('hold each distinct cell once in a dictionary', () => {
    const column = stored(['won', '', 'lost', 'won', '', 'won!']).finish();
    expect(column.kind === 'dictionary' && column.values).toEqual(['won', '', 'lost', 'won!']);
    expect(column.kind === 'dictionary' && [...column.codes]).toEqual([0, 1, 2, 0, 1, 3]);
  });
});
