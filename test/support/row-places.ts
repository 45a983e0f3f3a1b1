import { lineAt, PlaceList, type RowPlaces, sheetRowAt } from '../../src/model/row-places.js';

/** Rows that stand there, one after the other; all of them in line 0 and in the first file where nothing else is said. */
export function placesOf(
  rows: readonly number[],
  lines: readonly number[] = [],
  files: readonly number[] = [],
): RowPlaces {
  const list = new PlaceList();
  rows.forEach((row, at) => {
    list.add(row, lines[at] ?? 0, files[at] ?? 0);
  });
  return list.finish();
}

/** So many rows below a header. */
export function placesBelow(size: number, hasLines = true): RowPlaces {
  const list = new PlaceList();
  list.addRun(2, hasLines ? 2 : 0, 0, size);
  return list.finish();
}

/** The row and the line of each row. */
export function writtenPlaces(places: RowPlaces): { readonly rowOf: number[]; readonly lineOf: number[] } {
  const rows = Array.from({ length: places.size }, (_, row) => row);
  return { rowOf: rows.map((row) => sheetRowAt(places, row)), lineOf: rows.map((row) => lineAt(places, row)) };
}
