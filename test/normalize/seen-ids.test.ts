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

/** What a map of texts says: the row that an id was first seen in, moved on where `moves` says so. */
function expected(cells: readonly string[], moves: (row: number) => boolean): number[] {
  const holder = new Map<string, number>();
  return cells.map((cell, row) => {
    const id = cell.trim();
    if (id === '') return -1;
    const earlier = holder.get(id) ?? -1;
    if (earlier < 0 || moves(row)) holder.set(id, row);
    return earlier;
  });
}

function asked(cells: readonly string[], moves: (row: number) => boolean): number[] {
  const seen = seenIds(plain(cells));
  return cells.map((_, row) => {
    const earlier = seen.earlier(row);
    if (earlier >= 0 && moves(row)) seen.replace(row);
    return earlier;
  });
}

/** The same with the rows left out that need no question. */
function askedWhereNeeded(cells: readonly string[], moves: (row: number) => boolean): number[] {
  const seen = seenIds(plain(cells));
  const found = cells.map(() => -1);
  for (let row = seen.next(0, null); row < cells.length; row = seen.next(row + 1, null)) {
    found[row] = seen.earlier(row);
    if ((found[row] as number) >= 0 && moves(row)) seen.replace(row);
  }
  return found;
}

const even = (row: number): boolean => row % 2 === 0;

describe('ids that are met', () => {
  it('are known again in any order, with or without space around them', () => {
    const id = fc.oneof(fc.nat(40).map(String), fc.constantFrom('', ' ', ' 7', '7 ', 'شناسه', 'a'));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 120 }), (cells) => {
        expect(asked(cells, even)).toEqual(expected(cells, even));
        expect(askedWhereNeeded(cells, even)).toEqual(expected(cells, even));
      }),
    );
  });

  it('are known again where a sorted file has strays', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => `D-${row % 50 === 49 ? row - 20 : row}`);
    expect(asked(cells, even)).toEqual(expected(cells, even));
    expect(askedWhereNeeded(cells, even)).toEqual(expected(cells, even));
    expect(asked(cells, even).filter((row) => row >= 0).length).toBeGreaterThan(100);
  });

  it('are known again where the order is given up: two sorted files, one behind the other', () => {
    const cells = Array.from({ length: 9000 }, (_, row) => String(row < 4500 ? row * 2 : (row - 4500) * 2 + (row % 3)));
    expect(asked(cells, even)).toEqual(expected(cells, even));
    expect(askedWhereNeeded(cells, even)).toEqual(expected(cells, even));
    expect(asked(cells, even).filter((row) => row >= 0).length).toBeGreaterThan(1000);
  });

  it('are known again where the highest comes first', () => {
    const cells = Array.from({ length: 5000 }, (_, row) => String(9999 - (row % 4000)));
    expect(asked(cells, even)).toEqual(expected(cells, even));
  });

  it('are the same from a dictionary', () => {
    const cells = ['b', 'a', ' b', '', 'a', 'b'];
    const seen = seenIds(textColumn(cells));
    expect(cells.map((_, row) => seen.earlier(row))).toEqual([-1, -1, 0, -1, 1, 0]);
  });

  it('are not asked about where a row is passed over', () => {
    for (const cells of [plain(['a', 'a', 'b', 'a']), textColumn(['a', 'a', 'b', 'a'])]) {
      const [seen, passed] = [seenIds(cells), Uint8Array.of(0, 1, 0, 0)];
      const repeated: number[] = [];
      for (let row = seen.next(0, passed); row < 4; row = seen.next(row + 1, passed)) {
        if (seen.earlier(row) === 0) repeated.push(row);
      }
      expect(repeated).toEqual([3]);
    }
  });
});
