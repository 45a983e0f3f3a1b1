import { type EarlyRow, findHeader } from './header.js';
import { isSecondHeader } from './header-rows.js';
import { bestRegion, type HeaderScore, profileOf, type TableProfile, tableRegions } from './several-tables.js';
import type { OtherTable } from './table-splitter.js';

/** Where in a file the table to read is. */
export interface TablePlace {
  /** The first rows of the table, its titles included; other tables are not among them. */
  readonly rows: readonly EarlyRow[];
  /** Index in `rows` of the header; −1 when there is none. */
  readonly headerIndex: number;
  /** Rows above the header that belong to no table: titles and filters. */
  readonly above: readonly EarlyRow[];
  /** Another table begins below `rows`, so that no more rows of this one come. */
  readonly closed: boolean;
  readonly known: readonly OtherTable[];
  /** The last row that was looked at. */
  readonly lookedTo: number;
  readonly profile: TableProfile;
}

/** Finds the table to read among the first rows of a file. */
export function placeTable(early: readonly EarlyRow[], score: HeaderScore): TablePlace {
  const regions = tableRegions(early, score);
  const chosen = bestRegion(regions, score);
  const titles = regions.slice(0, chosen).filter(({ isTable }) => !isTable);
  const others = regions.filter(({ isTable }, index) => index > chosen || (index < chosen && isTable));
  const rows = regions[chosen]?.rows ?? early;
  const found = findHeader(rows, score);
  const headerIndex = found >= 0 && hasSecondHeader(rows, found) ? found + 1 : found;
  const body = rows.slice(headerIndex + 1).map(({ cells }) => cells);
  return {
    rows,
    headerIndex,
    above: [...titles.flatMap((region) => region.rows), ...rows.slice(0, Math.max(0, headerIndex))],
    closed: chosen < regions.length - 1,
    known: others.map((region) => ({ from: region.rows[0]?.row ?? 0, to: region.rows.at(-1)?.row ?? 0 })),
    lookedTo: early.at(-1)?.row ?? 0,
    profile: profileOf(headerIndex < 0 ? [] : (rows[headerIndex]?.cells ?? []), body),
  };
}

/** Rows that tell whether the one below the header is its second. */
const RECORDS = 20;

function hasSecondHeader(rows: readonly EarlyRow[], index: number): boolean {
  const [header, below, ...others] = rows.slice(index, index + 2 + RECORDS);
  if (header === undefined || below === undefined || below.row !== header.row + 1) return false;
  const records = others
    .map(({ cells }) => cells)
    .filter((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return isSecondHeader(header.cells, below.cells, records);
}

/** `rows 8–12, 20–25`, for a message. */
export function rowsText(tables: readonly OtherTable[]): string {
  return tables.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
