import type { DealsInput, LineItems } from './deals.js';
import { type Cells, RowPick } from './pick-rows.js';

/** Some of the deals as deals of their own: the given ascending rows, numbered anew. What is told of other rows goes. */
export function partOfDeals(input: DealsInput, rows: Uint32Array): DealsInput {
  const position = new Int32Array(input.size).fill(-1);
  for (let at = 0; at < rows.length; at++) position[rows[at] as number] = at;
  const pick = new RowPick(rows);
  const kept = (row: number): boolean => (position[row] ?? -1) >= 0;
  const moved = (row: number): number => position[row] ?? -1;
  const columns = Object.entries(input.columns).map(([field, column]) => [field, pick.cells(column as Cells)]);
  const { lineItems, setAside, conflicts } = input;
  return {
    size: rows.length,
    columns: Object.fromEntries(columns) as DealsInput['columns'],
    files: input.files,
    places: pick.places(input.places),
    extra: new Map([...input.extra].map(([name, column]) => [name, pick.cells(column)])),
    unreadable: input.unreadable
      .filter(({ deal }) => deal >= 0 && kept(deal))
      .map((cell) => ({ ...cell, deal: moved(cell.deal) })),
    duplicates: input.duplicates.filter((one) => kept(one.kept)).map((one) => ({ ...one, kept: moved(one.kept) })),
    ...(conflicts === undefined
      ? {}
      : { conflicts: conflicts.filter((one) => kept(one.kept)).map((one) => ({ ...one, kept: moved(one.kept) })) }),
    ...(setAside === undefined ? {} : { setAside: setAside.filter(kept).map(moved) }),
    ...(lineItems === undefined || lineItems === null ? {} : { lineItems: partOfLines(lineItems, rows, pick) }),
  };
}

function partOfLines({ rowsOf, placesOf }: LineItems, rows: Uint32Array, pick: RowPick): LineItems {
  return {
    rowsOf: pick.numbers(rowsOf),
    ...(placesOf === undefined ? {} : { placesOf: (deal) => placesOf(rows[deal] ?? -1) }),
  };
}
