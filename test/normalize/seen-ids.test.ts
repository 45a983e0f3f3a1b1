import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainColumn, textColumn } from '../../src/model/text-column.js';
import { seenIds } from '../../src/normalize/seen-ids.js';

/** The same cells as bytes, whatever they are. */
function plain(cells: readonly string[]): PlainColumn {
  const bytes = Buffer.from(cells.join(''));
  const offsets = new Uint32Array(cells.length + 1);
  cells.forEach((cell, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + Buffer.byteLength(cell);
  });
  return { kind: 'plain', length: cells.length, bytes, offsets };
}

/** What a map of texts says: the row that an id was first seen in. */
function expected(cells: readonly string[]): number[] {
  const holder = new Map<string, number>();
  return cells.map((cell, row) => {
    const id = cell.trim();
    if (id === '') return -1;
    const earlier = holder.get(id) ?? -1;
    if (earlier < 0) holder.set(id, row);
    return earlier;
  });
}

function asked(cells: readonly string[]): number[] {
  const seen = seenIds(plain(cells));
  return cells.map((_, row) => seen.earlier(row));
}

/** The same with the rows left out that need no question. */
function askedWhereNeeded(cells: readonly string[]): number[] {
  const seen = seenIds(plain(cells));
  const found = cells.map(() => -1);
  for (let row = seen.next(0); row < cells.length; row = seen.next(row + 1)) found[row] = seen.earlier(row);
  return found;
}

describe('ids that are met', () => {
  it('are known again in any order, with or without space around them', () => {
    const id = fc.oneof(fc.nat(40).map(String), fc.constantFrom('', ' ', ' 7', '7 ', 'شناسه', 'a'));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 120 }), (cells) => {
        expect(asked(cells)).toEqual(expected(cells));
        expect(askedWhereNeeded(cells)).toEqual(expected(cells));
      }),
    );
  });

  it('are known again where a sorted file has strays', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => `D-${row % 50 === 49 ? row - 20 : row}`);
    expect(asked(cells)).toEqual(expected(cells));
    expect(askedWhereNeeded(cells)).toEqual(expected(cells));
    expect(asked(cells).filter((row) => row >= 0).length).toBeGreaterThan(100);
  });

  it('are known again where the order is given up: two sorted files, one behind the other', () => {
    const cells = Array.from({ length: 9000 }, (_, row) => String(row < 4500 ? row * 2 : (row - 4500) * 2 + (row % 3)));
    expect(asked(cells)).toEqual(expected(cells));
    expect(askedWhereNeeded(cells)).toEqual(expected(cells));
    expect(asked(cells).filter((row) => row >= 0).length).toBeGreaterThan(1000);
  });

  it('are known again where the highest comes first', () => {
    const cells = Array.from({ length: 5000 }, (_, row) => String(9999 - (row % 4000)));
    expect(asked(cells)).toEqual(expected(cells));
  });

  it('are the same from a dictionary', () => {
    const cells = ['b', 'a', ' b', '', 'a', 'b'];
    const seen = seenIds(textColumn(cells));
    expect(cells.map((_, row) => seen.earlier(row))).toEqual([-1, -1, 0, -1, 1, 0]);
  });
});
