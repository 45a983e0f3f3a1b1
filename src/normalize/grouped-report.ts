import type { RawTable } from '../load/raw-table.js';
import { onDemand } from '../locale/on-demand.js';
import { RowPick } from '../model/pick-rows.js';
import { type RowPlaces, sheetRowAt } from '../model/row-places.js';
import { storedWords } from '../model/stored-values.js';
import { cellText, type TextColumn, TextColumnBuilder } from '../model/text-column.js';
import { codesWithTotalWord, hasTotalWord, TOTAL_WORD } from './total-word.js';

/** A column of a grouped report whose value stands in the first row of each group. */
export interface CarriedColumn {
  readonly header: string;
  /** Empty cells that took the value above them. */
  readonly cells: number;
}

export interface GroupedReport {
  readonly raw: RawTable;
  readonly carried: readonly CarriedColumn[];
}

/** A report of one group has a row of sums for it, and one for all. */
const FEWEST_TOTALS = 2;

/**
 * A report of groups as a table of records. `Ava Stone Total` below the rows of Ava Stone is a row of sums; and where
 * the leading columns hold a value in the first row of each group alone, the empty cells below take it. That is so only
 * where rows of sums end the groups and every value stands right below one: a column that lacks values here and there
 * is left as it is.
 */
export function groupedReport(given: RawTable): GroupedReport {
  const raw = withoutNamedTotals(given);
  const totals = raw.skipped.find(({ reason }) => reason === 'total row')?.rows ?? 0;
  if (totals < FEWEST_TOTALS || raw.size === 0) return { raw, carried: [] };
  const columns = [...raw.columns];
  const carried: CarriedColumn[] = [];
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (column === undefined) continue;
    const found = carryDown(column, raw.places, carried.length === 0 ? totals : Number.POSITIVE_INFINITY);
    if (found === null) break;
    columns[index] = found.column;
    carried.push({ header: raw.head.columns[index] ?? '', cells: found.cells });
  }
  return carried.length === 0 ? { raw, carried } : { raw: { ...raw, columns }, carried };
}

/**
 * The first column where no record has a cell in it and names stand in rows of their own between the records: they are
 * the groups that the column is for, and were left out with their rows. Null where that is not so.
 */
export function lostGroups({ columns, head, skipped, size }: RawTable): { header: string; rows: number } | null {
  const [first] = columns;
  const names = skipped.find(({ reason }) => reason === 'note row');
  if (first === undefined || names === undefined || size === 0) return null;
  for (let row = 0; row < size; row++) if (cellText(first, row).trim() !== '') return null;
  return { header: head.columns[0] ?? '', rows: names.rows };
}

/** A column with its values carried down; null where it is not written once per group, in at most so many groups. */
function carryDown(
  column: TextColumn,
  places: RowPlaces,
  most: number,
): { readonly column: TextColumn; readonly cells: number } | null {
  const { length } = column;
  const filled: number[] = [];
  const values = new Set<string>();
  for (let row = 0; row < length; row++) {
    const text = cellText(column, row).trim();
    if (text === '') {
      if (row === 0) return null;
      continue;
    }
    // Below a row of sums, which is no record, a row is left out between two records.
    if (row > 0 && sheetRowAt(places, row) === sheetRowAt(places, row - 1) + 1) return null;
    // The outermost groups are unlike; those within them may have the same names.
    if (most !== Number.POSITIVE_INFINITY && values.has(text)) return null;
    values.add(text);
    filled.push(row);
    if (filled.length > most) return null;
  }
  const cells = length - filled.length;
  if (cells === 0) return null;
  const builder = new TextColumnBuilder();
  let group = 0;
  for (let row = 0; row < length; row++) {
    if (filled[group + 1] === row) group++;
    builder.push(cellText(column, filled[group] ?? 0));
  }
  return { column: builder.finish(), cells };
}

/** What is left of such a cell without the name of its group. */
const TOTAL_ALONE = onDemand(
  () => new RegExp(`^[\\s:：–—()-]*(?:${TOTAL_WORD})(?: (?:for|of|de|für|von|برای))?[\\s:：–—()-]*$`, 'iu'),
);
/** A number, with a sign of money or a percent sign around it. */
const SUM =
  /^(?:\p{Sc}|[A-Z]{3})?(?:\s*[-−(])?(?:\s*(?:\p{Sc}|[A-Z]{3}))?\s*\p{Nd}[\p{Nd}.,٬٫'’\u00a0\u202f ]*(?:%|٪|\p{Sc}|[A-Z]{3}|\p{L}{4,5})?\)?$/u;
/** How many records a group has, with its word, as Salesforce writes it into the column of names: `Count: 3`. */
const COUNT = /^(?:(?:record |row )?count|records|rows|anzahl|nombre|تعداد)\s*[:：]\s*\p{Nd}[\p{Nd},.٬]*$/iu;
const POINTED_DATE = /^\p{Nd}{1,4}\.\p{Nd}{1,2}\.\p{Nd}{1,4}$/u;
/** The table without rows of sums that name the group above them, as spreadsheets write their subtotals. */
function withoutNamedTotals(raw: RawTable): RawTable {
  const total = new Uint8Array(raw.size);
  let found = 0;
  raw.columns.forEach((column, index) => {
    const isFlagged = column === undefined ? null : totalWords(column);
    if (column === undefined || isFlagged === null) return;
    let above = '';
    for (let row = 0; row < raw.size; row++) {
      const text = cellText(column, row).trim();
      if (text === '') continue;
      const flagged = isFlagged(row);
      const names = flagged && above !== '' && text.includes(above);
      const named = names && TOTAL_ALONE().test(text.replace(above, ' ').trim());
      const counted = !named && flagged && TOTAL_ALONE().test(text);
      if ((named || counted) && holdsSums(raw, row, index, counted)) {
        total[row] = 1;
        found++;
      } else above = text;
    }
  });
  return found === 0 ? raw : withoutRows(raw, total, found);
}

/** Tells the rows of a column whose cell has a word for a row of sums; null where none has, or where cells hardly repeat. */
function totalWords(column: TextColumn): ((row: number) => boolean) | null {
  if (column.kind === 'dictionary') {
    const { codes } = column;
    const flagged = new Set(codesWithTotalWord(column));
    return flagged.size === 0 ? null : (row) => flagged.has(codes[row] ?? 0);
  }
  // Of days or numbers, only what is none of them can be a word. Ids and names hardly repeat, like other plain texts.
  if (column.stored === undefined || storedWords(column) !== null) return null;
  const { rows } = column.stored.others;
  const flagged = new Set([...rows].filter((row) => hasTotalWord(cellText(column, row))));
  return flagged.size > 0 ? (row) => flagged.has(row) : null;
}

/**
 * Whether a row holds nothing but numbers beside its name, and one at least. Rows of sums with numbers alone were left
 * out as the file was read; those with the number of records in words are `counted`.
 */
function holdsSums({ columns }: RawTable, row: number, name: number, counted: boolean): boolean {
  let [numbers, counts] = [0, 0];
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (column === undefined || index === name) continue;
    const text = cellText(column, row).trim();
    if (text === '') continue;
    if (COUNT.test(text)) {
      counts++;
      continue;
    }
    if (!SUM.test(text) || POINTED_DATE.test(text)) return false;
    numbers++;
  }
  return counted ? counts > 0 : numbers + counts > 0;
}

function withoutRows(raw: RawTable, total: Uint8Array, found: number): RawTable {
  const kept = new Uint32Array(raw.size - found);
  const places: number[] = [];
  let used = 0;
  for (let row = 0; row < raw.size; row++) {
    if (total[row] === 1) places.push(sheetRowAt(raw.places, row));
    else kept[used++] = row;
  }
  const pick = new RowPick(kept);
  const known = raw.skipped.find(({ reason }) => reason === 'total row');
  const skipped = {
    reason: 'total row' as const,
    rows: found + (known?.rows ?? 0),
    places: [...(known?.places ?? []), ...places].sort((a, b) => a - b).slice(0, MOST_PLACES),
  };
  return {
    ...raw,
    size: kept.length,
    columns: raw.columns.map((column) => column && pick.cells(column)),
    places: pick.places(raw.places),
    skipped: [...raw.skipped.filter((one) => one !== known), skipped],
  };
}

/** As many rows as `RawTable.skipped` names. */
const MOST_PLACES = 20;
