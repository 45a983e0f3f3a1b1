import type { CategoryColumn } from './column.js';
import type { DealsInput, LineItems } from './deals.js';
import type { PlainColumn, TextColumn } from './text-column.js';

/** Some of the deals as deals of their own: the given ascending rows, numbered anew. What is told of other rows goes. */
export function partOfDeals(input: DealsInput, rows: Uint32Array): DealsInput {
  const position = new Int32Array(input.size).fill(-1);
  for (let at = 0; at < rows.length; at++) position[rows[at] as number] = at;
  const kept = (row: number): boolean => (position[row] ?? -1) >= 0;
  const moved = (row: number): number => position[row] ?? -1;
  const columns = Object.entries(input.columns).map(([field, column]) => [field, pickCells(column as Cells, rows)]);
  const { lineItems, setAside, conflicts } = input;
  return {
    size: rows.length,
    columns: Object.fromEntries(columns) as DealsInput['columns'],
    files: input.files,
    fileOf: pickCells(input.fileOf, rows) as Uint16Array,
    rowOf: pickCells(input.rowOf, rows) as Uint32Array,
    lineOf: pickCells(input.lineOf, rows) as Uint32Array,
    extra: new Map([...input.extra].map(([name, column]) => [name, pickCells(column, rows) as CategoryColumn])),
    unreadable: input.unreadable
      .filter(({ deal }) => deal >= 0 && kept(deal))
      .map((cell) => ({ ...cell, deal: moved(cell.deal) })),
    duplicates: input.duplicates.filter((one) => kept(one.kept)).map((one) => ({ ...one, kept: moved(one.kept) })),
    ...(conflicts === undefined
      ? {}
      : { conflicts: conflicts.filter((one) => kept(one.kept)).map((one) => ({ ...one, kept: moved(one.kept) })) }),
    ...(setAside === undefined ? {} : { setAside: setAside.filter(kept).map(moved) }),
    ...(lineItems === undefined || lineItems === null ? {} : { lineItems: partOfLines(lineItems, rows) }),
  };
}

function partOfLines({ rowsOf, placesOf }: LineItems, rows: Uint32Array): LineItems {
  return {
    rowsOf: pickCells(rowsOf, rows) as Uint32Array,
    ...(placesOf === undefined ? {} : { placesOf: (deal) => placesOf(rows[deal] ?? -1) }),
  };
}

type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;
type Cells = Numbers | CategoryColumn | TextColumn;

function pickCells(cells: Cells, rows: Uint32Array): Cells {
  if (ArrayBuffer.isView(cells)) return pickNumbers(cells, rows);
  if ('bytes' in cells) return pickPlain(cells, rows);
  if (!('kind' in cells)) return { values: cells.values, codes: pickNumbers(cells.codes, rows) };
  return { ...cells, length: rows.length, codes: pickNumbers(cells.codes, rows) };
}

function pickNumbers<N extends Numbers>(from: N, rows: Uint32Array): N {
  const to = from.slice(0, rows.length) as N;
  for (let at = 0; at < rows.length; at++) to[at] = from[rows[at] as number] as number;
  return to;
}

/** The bytes of some cells, one after the other; no text is made of them. */
function pickPlain({ bytes, offsets }: PlainColumn, rows: Uint32Array): PlainColumn {
  const length = rows.length;
  const moved = new Uint32Array(length + 1);
  for (let at = 0; at < length; at++) {
    const row = rows[at] as number;
    moved[at + 1] = (moved[at] as number) + (offsets[row + 1] as number) - (offsets[row] as number);
  }
  const own = new Uint8Array(moved[length] as number);
  let to = 0;
  for (let at = 0; at < length; at++) {
    const row = rows[at] as number;
    const end = offsets[row + 1] as number;
    for (let from = offsets[row] as number; from < end; from++) own[to++] = bytes[from] as number;
  }
  return { kind: 'plain', length, bytes: own, offsets: moved };
}
