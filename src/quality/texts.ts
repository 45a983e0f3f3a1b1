import { codeCounts } from '../model/code-counts.js';
import { type CategoryColumn, categoryAt } from '../model/column.js';
import { distinctTexts, textOfCode } from '../model/distinct-texts.js';
import type { DealFieldName } from '../model/fields.js';
import type { Population } from '../model/population.js';
import type { IdForm } from '../model/stored-ids.js';
import { mayHoldPlaced } from '../model/stored-places.js';
import { type StoredWords, storedWords } from '../model/stored-values.js';
import {
  type Codes,
  cellText,
  type DictionaryColumn,
  type PlainColumn,
  type TextColumn,
} from '../model/text-column.js';
import { type ByteSearch, byteSearch, rowsHolding, rowsHoldingForeign } from './byte-search.js';
import { cellsToMake, foreignCodes, oddBytes } from './column-facts.js';
import { mayHold, otherTexts } from './word-cells.js';

/** Fields whose values are few names, by which figures are broken down. */
export const CATEGORY_FIELDS = [
  'account',
  'account_id',
  'contact',
  'owner',
  'stage',
  'status',
  'pipeline',
  'currency',
  'source',
  'type',
  'lost_reason',
  'won_reason',
  'product',
] as const satisfies readonly DealFieldName[];

/** Every field that holds words, in the order in which a person reads a deal. */
export const TEXT_FIELDS = [
  'id',
  'name',
  ...CATEGORY_FIELDS,
  'contact_email',
  'contact_phone',
  'lead_id',
] as const satisfies readonly DealFieldName[];

export type TextField = (typeof TEXT_FIELDS)[number];

/** The text of a field at a row; '' when it is missing. */
export function textAt(column: CategoryColumn | TextColumn, row: number): string {
  return 'kind' in column ? cellText(column, row) : categoryAt(column, row);
}

/** The columns of the words that the files have. */
export function textColumns<F extends TextField>(
  population: Population<F>,
  fields: readonly F[],
): { readonly field: F; readonly column: CategoryColumn | TextColumn }[] {
  return fields.flatMap((field) => (population.has(field) ? [{ field, column: population.column(field) }] : []));
}

const NOT_ASCII = /[^\0-\x7f]/;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/** Which cells are worth reading for a test: cheap, and never without one that passes. */
export interface Hint {
  /** Codes of a dictionary's values that may pass, ascending. */
  readonly codes: (column: CategoryColumn | DictionaryColumn) => ArrayLike<number>;
  /** Rows of a plain column whose cell may pass, ascending; their bytes are looked through, no text is made. */
  readonly rows: (column: PlainColumn) => ArrayLike<number>;
  /** Whether an id of a form, stored as a number, may pass: where none may, only other texts of its column are looked at. */
  readonly ids: (form: IdForm) => boolean;
  /** The same of texts that stayed in the file. */
  readonly placed: () => boolean;
}

/** Whatever is filled in. */
export const ANY_CELL: Hint = {
  codes: ({ values }) => codesWhere(values, (value) => value !== ''),
  rows({ offsets, length }) {
    const rows = new Uint32Array(length);
    let n = 0;
    for (let row = 0; row < length; row++) if (offsets[row] !== offsets[row + 1]) rows[n++] = row;
    return rows.subarray(0, n);
  },
  ids: () => true,
  placed: () => true,
};

/**
 * Cells that hold one of some words, of two bytes each at least; with `ignoreCase`, in either case of ASCII. Beyond
 * ASCII, letters of a dictionary may be written otherwise and are always read.
 *
 * @param possible whether any cell of a plain column can hold one; asked before its bytes are looked through
 */
export function holding(
  words: readonly string[],
  {
    ignoreCase = false,
    possible,
  }: {
    readonly ignoreCase?: boolean;
    readonly possible?: (column: PlainColumn) => boolean;
  } = {},
): Hint {
  const pattern = new RegExp(words.map((word) => word.replace(SPECIAL, '\\$&')).join('|'), ignoreCase ? 'i' : '');
  // No letter of ASCII is worth a look then.
  const isForeign = words.every((word) => NOT_ASCII.test(word[0] ?? ''));
  // Its tables are filled for columns that are plain.
  let search: ByteSearch | null = null;
  const rows = (column: PlainColumn): ArrayLike<number> => {
    if (possible?.(column) === false) return [];
    search ??= byteSearch(words, ignoreCase);
    if (!isForeign) return rowsHolding(column, search);
    const { foreign, pairs } = oddBytes(column);
    return rowsHoldingForeign(column, foreign, pairs, search);
  };
  return {
    codes(column) {
      const cells = cellsToMake(column);
      if (cells !== null) {
        const found = rows(cells);
        return ignoreCase ? eitherOf(found, oddBytes(cells).foreign) : found;
      }
      if (isForeign) return foreignCodes(column);
      return codesWhere(column.values, (value) => pattern.test(value) || NOT_ASCII.test(value));
    },
    rows,
    ids: (form) => mayHold(form, words, ignoreCase),
    placed: () => mayHoldPlaced(words),
  };
}

/** Numbers that stand in one of two ascending lists, or in both. */
function eitherOf(one: ArrayLike<number>, other: ArrayLike<number>): ArrayLike<number> {
  return one.length === 0 ? other : [...new Set([...Array.from(one), ...Array.from(other)])].sort((a, b) => a - b);
}

/** What is looked for in cells: cheaply in the bytes of many at once, then surely in one text. */
export interface CellTest {
  readonly hint: Hint;
  readonly test: (text: string) => boolean;
}

/**
 * The rows whose cell passes a test, ascending: it is asked once per distinct cell of a dictionary, and of a plain
 * column only where the hint says so. O(bytes).
 */
export function rowsPassing(column: CategoryColumn | TextColumn, { hint, test }: CellTest): number[] {
  const rows: number[] = [];
  const stored = storedWords(column);
  if (stored !== null && !mayPass(stored, hint)) {
    return rowsPassing(otherTexts(stored), { hint, test }).map((other) => stored.others.rows[other] as number);
  }
  if ('kind' in column && column.kind === 'plain') {
    const hinted = hint.rows(column);
    for (let at = 0; at < hinted.length; at++) {
      if (test(cellText(column, hinted[at] as number))) rows.push(hinted[at] as number);
    }
    return rows;
  }
  const hinted = hint.codes(column);
  const passing: number[] = [];
  for (let at = 0; at < hinted.length; at++) {
    const code = hinted[at] as number;
    if (test(textOfCode(column, code))) passing.push(code);
  }
  return rowsWithCodes(column, passing);
}

/** Whether any text of some that are stored as words may pass. */
function mayPass(stored: StoredWords, { ids, placed }: Hint): boolean {
  return stored.kind === 'ids' ? ids(stored.form) : placed();
}

/** The rows of a dictionary whose value passes a test, ascending; it is asked once per value. */
export function rowsWithValue(
  column: CategoryColumn | DictionaryColumn,
  test: (value: string) => boolean,
): Uint32Array {
  return rowsOfCodes(column, codesWhere(column.values, test));
}

/** The rows of a category without a value, ascending. */
export function rowsWithout(column: CategoryColumn): Uint32Array {
  return rowsOfCodes(column, [0]);
}

function rowsOfCodes(column: CategoryColumn | DictionaryColumn, wanted: readonly number[]): Uint32Array {
  const { codes } = column;
  // Most columns have a code for no text, and often no cell has it.
  const counts = codeCounts(column);
  const passing = wanted.filter((code) => counts[code] !== 0);
  const rows = new Uint32Array(passing.reduce((sum, code) => sum + (counts[code] as number), 0));
  const [code = 0] = passing;
  if (passing.length === 1 && rows.length <= codes.length / FAR) listRows(codes, code, rows);
  else if (passing.length > 0) {
    const marked = new Uint8Array(counts.length);
    for (const one of passing) marked[one] = 1;
    listMarked(codes, marked, rows);
  }
  return rows;
}

/** So many rows between two with a code: the next one is found quicker by the array's own search than by a loop. */
const FAR = 32;

/** Lists the rows that have a code; as many as there is room for. */
function listRows(codes: Codes, code: number, rows: Uint32Array): void {
  for (let n = 0, row = -1; n < rows.length; n++) {
    row = codes.indexOf(code, row + 1);
    rows[n] = row;
  }
}

/** Lists the rows whose code is marked 1; as many as there is room for. */
function listMarked(codes: Codes, marked: Uint8Array, rows: Uint32Array): void {
  for (let row = 0, n = 0; n < rows.length; row++) {
    rows[n] = row;
    n += marked[codes[row] as number] as number;
  }
}

/** The rows of a dictionary that have one of some codes, ascending. */
export function rowsWithCodes(column: CategoryColumn | DictionaryColumn, wanted: readonly number[]): number[] {
  const rows: number[] = [];
  // Of tens of thousands of texts hardly ever one is wanted.
  if (wanted.length === 0) return rows;
  const { codes } = column;
  const marked = new Uint8Array(distinctTexts(column));
  for (const code of wanted) marked[code] = 1;
  for (let row = 0; row < codes.length; row++) if (marked[codes[row] as number] === 1) rows.push(row);
  return rows;
}

/** The codes of a dictionary's values that pass a test. */
export function codesWhere(values: readonly string[], test: (value: string) => boolean): number[] {
  const codes: number[] = [];
  for (let code = 0; code < values.length; code++) if (test(values[code] as string)) codes.push(code);
  return codes;
}
