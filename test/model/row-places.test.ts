import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPick } from '../../src/model/pick-rows.js';
import {
  fileAt,
  lineAt,
  NO_PLACES,
  PlaceList,
  type RowPlaces,
  sheetRowAt,
  sheetRows,
  stackPlaces,
} from '../../src/model/row-places.js';

interface Written {
  readonly row: number;
  readonly line: number;
  readonly file: number;
}

const listed = (rows: readonly Written[]): RowPlaces => {
  const list = new PlaceList();
  for (const { row, line, file } of rows) list.add(row, line, file);
  return list.finish();
};
const told = (places: RowPlaces): Written[] =>
  Array.from({ length: places.size }, (_, row) => ({
    row: sheetRowAt(places, row),
    line: lineAt(places, row),
    file: fileAt(places, row),
  }));

/** A file of records, some of which are left out or have several lines: as they stand there. */
const file = fc
  .record({
    from: fc.constantFrom(0, 1, 2),
    hasLines: fc.boolean(),
    records: fc.array(
      fc.record({ left: fc.constantFrom(0, 0, 0, 0, 1, 3), lines: fc.constantFrom(1, 1, 1, 1, 2, 5) }),
      { maxLength: 60 },
    ),
  })
  .map(({ from, hasLines, records }) => {
    let [row, line] = [from, from];
    return records.map((record) => {
      row += 1 + record.left;
      line += record.left;
      const place = { row, line: hasLines ? line : 0, file: 0 };
      line += record.lines;
      return place;
    });
  });

describe('places of rows', () => {
  it('are told as they were put down', () => {
    fc.assert(
      fc.property(file, (rows) => {
        const places = listed(rows);
        expect(told(places)).toEqual(rows);
        expect([...sheetRows(places)]).toEqual(rows.map(({ row }) => row));
      }),
    );
  });

  it('are one run where every row stands behind the one before it', () => {
    const places = listed(Array.from({ length: 1000 }, (_, at) => ({ row: at + 2, line: at + 2, file: 0 })));
    expect(places.firsts).toEqual(Uint32Array.of(0));
    expect(told(places)[999]).toEqual({ row: 1001, line: 1001, file: 0 });
  });

  it('begin in line 0 where the first line is that, and go on from there', () => {
    expect(told(listed([0, 1, 2].map((at) => ({ row: at + 1, line: at, file: 0 }))))).toEqual([
      { row: 1, line: 0, file: 0 },
      { row: 2, line: 1, file: 0 },
      { row: 3, line: 2, file: 0 },
    ]);
  });

  it('are none of a row that there is not', () => {
    const places = listed([{ row: 2, line: 3, file: 1 }]);
    for (const [known, row] of [
      [NO_PLACES, 0],
      [places, 1],
      [places, -1],
    ] as const) {
      expect([sheetRowAt(known, row), lineAt(known, row), fileAt(known, row)]).toEqual([0, 0, 0]);
    }
  });

  it('stand one file under the other', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), (files) => {
        const all = files.flatMap((rows, index) => rows.map((place) => ({ ...place, file: index })));
        expect(told(stackPlaces(files.map(listed)))).toEqual(all);
      }),
    );
  });

  it('of some rows are theirs, in their order', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat()), (files, chances) => {
        const all = files.flatMap((rows, index) => rows.map((place) => ({ ...place, file: index })));
        const ascending = all.flatMap((_, row) => ((chances.next().value ?? 0) % 4 === 0 ? [] : [row]));
        const swapped = ascending.map((row, at) =>
          (chances.next().value ?? 0) % 9 === 0 ? (ascending[0] ?? 0) : (ascending[at] ?? row),
        );
        for (const rows of [ascending, swapped]) {
          const picked = new RowPick(Uint32Array.from(rows)).places(listed(all));
          expect(told(picked)).toEqual(rows.map((row) => all[row]));
        }
      }),
    );
  });
});
