import { looksLikeData } from './cell-look.js';
import { type EarlyRow, findHeader } from './header.js';
import { createHeaderTest } from './repeated-header.js';

/** Rows from the beginning of a file that belong to one table, titles and footers included. */
export interface Region {
  readonly rows: readonly EarlyRow[];
  /** It is a table of its own, not titles and filters above one. */
  readonly isTable: boolean;
}

/** What a table's columns hold, to tell whether rows below it are records of it. */
export interface TableProfile {
  readonly header: readonly string[];
  /** By column: nearly every cell has a digit. */
  readonly digits: readonly boolean[];
  /** By column: most cells are numbers, dates, addresses. */
  readonly data: readonly boolean[];
  /** By column: its cells, as far as they were looked at. */
  readonly values: readonly ReadonlySet<string>[];
}

/** The caller's knowledge of column names, 0…1. */
export type HeaderScore = (cells: readonly string[]) => number;

/** Rows of a block that are looked at to tell a table from records. */
export const BLOCK_ROWS = 20;
/** Rows and columns that say what a table holds: more would not change the answer, and files can have 20,000 columns. */
const PROFILE_ROWS = 100;
const WIDEST_COMPARED = 200;
/** Share of cells that make a column one of codes, dates or numbers. */
const NEARLY_ALL = 0.9;
/** From this share of known names on, a row is a header whatever stands below it. */
const KNOWN = 0.3;
/** A list of keys and values above a table is its filters, not a table. */
const KEY_VALUE_WIDTH = 2;
/** Records a table above the chosen one must have: titles and filters have a line or two. */
const FEWEST_RECORDS = 2;
/** From this share of known names on, a row above words alone is a header, too. */
const KNOWN_ABOVE_WORDS = 0.5;
/** What people write for "nothing here" and no column is named. */
const PLACEHOLDER = /^(?:n\/?a|tbd|tba|none|null|unknown|pending|missing|[-–—?.]+|نامشخص|ندارد)$/i;

/**
 * The tables at the beginning of a file. A table ends where, below a blank row, a header of another one stands; blank
 * rows alone end nothing. With one region the file holds one table, as nearly every file does.
 */
export function tableRegions(rows: readonly EarlyRow[], score: HeaderScore): Region[] {
  const regions: EarlyRow[][] = [];
  for (const block of blocksOf(rows)) {
    const current = regions.at(-1);
    if (current === undefined) regions.push([...block]);
    else if (startsTable(block, current, score)) regions.push([...block]);
    else current.push(...block);
  }
  if (regions.length === 1) return [{ rows, isTable: true }];
  return regions.map((region) => ({ rows: region, isTable: isTable(region, score) }));
}

/** The table to read: the one with the most rows under names that the caller knows; of equals, the first. */
export function bestRegion(regions: readonly Region[], score: HeaderScore): number {
  let best = 0;
  let highest = -1;
  if (regions.length === 1) return best;
  regions.forEach(({ rows, isTable: whole }, index) => {
    const header = rows[findHeader(rows, score)]?.cells ?? [];
    const worth = whole ? filledRows(rows) * (UNKNOWN_HEADER + score(header)) : 0;
    if (worth > highest) {
      best = index;
      highest = worth;
    }
  });
  return best;
}

/** What a header without a known name is worth: a long list of products does not beat a short list of deals. */
const UNKNOWN_HEADER = 0.001;

/** What the columns of a table hold, by its first rows. */
export function profileOf(header: readonly string[], body: readonly (readonly string[])[]): TableProfile {
  const names = header.slice(0, WIDEST_COMPARED).map((cell) => cell.trim());
  const rows = body.slice(0, PROFILE_ROWS);
  const columns = names.map((_, column) => rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''));
  const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  return {
    header: names,
    digits: columns.map((cells) => share(cells, hasDigit) >= NEARLY_ALL),
    data: columns.map((cells) => share(cells, looksLikeData) > 0.5),
    values: columns.map((cells) => new Set(cells)),
  };
}

/** Whether a row could be the header of another table, so that the rows below it must be looked at. */
export function mayStartTable(cells: readonly string[], { header, digits }: TableProfile): boolean {
  if (!holdsNames(cells)) return false;
  const names = cells.map((cell) => cell.trim());
  if (header.length === 0 || createHeaderTest(header)(cells)) return false;
  return !digits.some((typed, column) => typed && hasDigit(names[column] ?? ''));
}

/**
 * Whether rows below a blank row are another table: a row of names, none of them a value of the column that it stands
 * in, and records in columns where the table above holds something else. A record that lacks a number is not mistaken
 * for a header: the records below it fit the table, or share its values.
 */
export function isOtherTable(block: readonly (readonly string[])[], table: TableProfile, score: HeaderScore): boolean {
  const [first = [], ...rows] = block;
  if (rows.length === 0 || !mayStartTable(first, table)) return false;
  const names = first.map((name) => name.trim());
  if (names.some((name, column) => name !== '' && table.values[column]?.has(name))) return false;
  const body = rows.slice(0, BLOCK_ROWS);
  const own = profileOf(names, body);
  const typed = own.data.some((data, column) => data && names[column] !== '');
  if (!typed) return isTableOfWords(names, body, table, score);
  if (score(names) >= KNOWN) return true;
  const fits = own.data.every((data, column) => data === (table.data[column] ?? false));
  return widthOf(names) > table.header.length || !fits;
}

/**
 * Whether names above nothing but words are a table: their columns must be wider than those of the table above or
 * hold words all the way down where it holds numbers or dates, or the names must be known.
 */
function isTableOfWords(
  names: readonly string[],
  body: readonly (readonly string[])[],
  table: TableProfile,
  score: HeaderScore,
): boolean {
  const rows = body.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => filledCells(cells) > 1);
  if (rows.length === 0) return false;
  // `unpriced` again and again, written as cells are, is what people put where a number is not known yet.
  if (rows.some((cells) => cells.some((cell, column) => cell !== '' && cell === names[column]))) return false;
  if (!writtenAlike(names, table.header)) return false;
  const renamed = names.some((name) => name !== '' && table.header.includes(name));
  const shared = rows.some((cells) => cells.some((cell, column) => cell !== '' && table.values[column]?.has(cell)));
  // Records share values with the table above; a list of its stages does as well, but names the column again.
  if (shared && !renamed) return false;
  const { length: width } = table.header;
  const wider = widthOf(names) > width && rows.every((cells) => widthOf(cells) > width);
  if (wider || score(names) >= KNOWN_ABOVE_WORDS) return true;
  let against = 0;
  for (let column = 0; column < width; column++) {
    const name = names[column] ?? '';
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (!table.data[column]) continue;
    if (!cells.every(isWord)) return false;
    if (name !== '' && cells.length > 0) against++;
  }
  return against > 0;
}

/** Whether names begin with a capital letter where those of another header all do; most scripts know none. */
function writtenAlike(names: readonly string[], header: readonly string[]): boolean {
  const small = (name: string): boolean => /^\p{Ll}/u.test(name);
  return header.some(small) || !names.some(small);
}

/** Neither a number or a date, nor what people write in its place. */
function isWord(cell: string): boolean {
  return !looksLikeData(cell) && !hasDigit(cell) && !PLACEHOLDER.test(cell);
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function blocksOf(rows: readonly EarlyRow[]): EarlyRow[][] {
  const blocks: EarlyRow[][] = [];
  let blank = true;
  for (const row of rows) {
    const isBlank = filledCells(row.cells) === 0;
    const current = blocks.at(-1);
    // Blank rows belong to what stands above them.
    if (current !== undefined && (isBlank || !blank)) current.push(row);
    else blocks.push([row]);
    blank = isBlank;
  }
  return blocks;
}

function startsTable(block: readonly EarlyRow[], above: readonly EarlyRow[], score: HeaderScore): boolean {
  const cells = block.map((row) => row.cells).filter((row) => filledCells(row) > 0);
  const titles = cells.findIndex((row) => filledCells(row) > 1);
  // Finding the header above is dear, and the first row of nearly every block is a record.
  if (titles < 0 || cells.length < titles + 2 || !holdsNames(cells[titles] ?? [])) return false;
  const index = findHeader(above, score);
  const header = above[index]?.cells;
  if (header === undefined) return false;
  const body = above.slice(index + 1).map((row) => row.cells);
  if (body.filter((row) => filledCells(row) > 1).length === 0) return false;
  return isOtherTable(cells.slice(titles), profileOf(header, body), score);
}

function isTable(rows: readonly EarlyRow[], score: HeaderScore): boolean {
  const index = findHeader(rows, score);
  const header = (rows[index]?.cells ?? []).filter((cell) => cell.trim() !== '');
  const records = rows
    .slice(index + 1)
    .map(({ cells }) => filledCells(cells))
    .filter((filled) => filled > 1);
  const wide = header.length > KEY_VALUE_WIDTH;
  // One record says it only if it is as full as the header.
  const enough = records.length >= FEWEST_RECORDS || (wide && records[0] === header.length);
  return index >= 0 && enough && (wide || score(header) >= KNOWN);
}

function filledRows(rows: readonly EarlyRow[]): number {
  return rows.filter(({ cells }) => filledCells(cells) > 1).length;
}

function filledCells(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled++;
  return filled;
}

/** Two cells or more, all of them words, no two the same. */
function holdsNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some((cell) => looksLikeData(cell) || PLACEHOLDER.test(cell))) return false;
  return new Set(filled).size === filled.length;
}

function hasDigit(cell: string): boolean {
  return /\p{Nd}/u.test(cell);
}
