import type { CategoryColumn } from '../model/column.js';
import type { DealFieldName } from '../model/fields.js';
import type { Population } from '../model/population.js';
import { cellText, type PlainColumn, type TextColumn } from '../model/text-column.js';
import { isAscii } from './column-facts.js';

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
  if (!('kind' in column)) return column.values[column.codes[row] ?? 0] ?? '';
  return cellText(column, row);
}

/** The columns of the words that the files have. */
export function textColumns<F extends TextField>(
  population: Population<F>,
  fields: readonly F[],
): { readonly field: F; readonly column: CategoryColumn | TextColumn }[] {
  return fields.flatMap((field) => (population.has(field) ? [{ field, column: population.column(field) }] : []));
}

/** Plain cells are looked through in pieces of about this many bytes. */
const PIECE = 1 << 22;
/** Every byte as one character, so that a place in the text is a place in the bytes. */
const BYTES = new TextDecoder('latin1');
/** The same where there is nothing but ASCII, several times as fast. */
const ASCII = new TextDecoder();
const NOT_ASCII = /[^\0-\x7f]/;
const UTF8 = new TextEncoder();

/** The text as the characters that its UTF-8 bytes are, for a pattern that looks through bytes. */
export function asBytes(text: string): string {
  return BYTES.decode(UTF8.encode(text));
}

/** What is looked for in cells: cheaply in the bytes of many at once, then surely in one text. */
export interface CellTest {
  /** Matches within a cell wherever `test` may hold; over bytes as {@link asBytes} shows them. Global, no anchors. */
  readonly hint: RegExp;
  readonly test: (text: string) => boolean;
  /** Whether any cell of the column may pass; asked before the bytes are looked through with the hint. */
  readonly possible?: (column: PlainColumn) => boolean;
}

/**
 * The rows whose cell passes a test, ascending: it is asked once per distinct cell of a dictionary, and of a plain
 * column only where the hint matches the bytes. O(bytes).
 */
export function rowsPassing(column: CategoryColumn | TextColumn, { hint, test, possible }: CellTest): number[] {
  if ('kind' in column && column.kind === 'plain') {
    return possible?.(column) === false ? [] : plainRowsPassing(column, hint, test);
  }
  const hinted = new RegExp(hint.source, hint.flags.replace('g', ''));
  // The hint is of bytes, which are the characters of ASCII alone.
  const passes = column.values.map(
    (value) => value !== '' && (hinted.test(value) || NOT_ASCII.test(value)) && test(value),
  );
  if (!passes.includes(true)) return [];
  const rows: number[] = [];
  const { codes } = column;
  for (let row = 0; row < codes.length; row++) if (passes[codes[row] as number] === true) rows.push(row);
  return rows;
}

function plainRowsPassing(column: PlainColumn, hint: RegExp, test: (text: string) => boolean): number[] {
  const { bytes, offsets, length } = column;
  const decoder = isAscii(column) ? ASCII : BYTES;
  const rows: number[] = [];
  let from = 0;
  while (from < length) {
    const start = offsets[from] ?? 0;
    let to = from + 1;
    while (to < length && (offsets[to + 1] ?? 0) - start <= PIECE) to++;
    const piece = decoder.decode(bytes.subarray(start, offsets[to] ?? start));
    let row = from;
    hint.lastIndex = 0;
    for (let match = hint.exec(piece); match !== null; match = hint.exec(piece)) {
      const at = start + match.index;
      row = rowAt(offsets, at, row, to);
      if (test(cellText(column, row))) rows.push(row);
      // One match settles a cell: on to the next one, even where the match reached into it.
      hint.lastIndex = (offsets[row + 1] ?? 0) - start;
    }
    from = to;
  }
  return rows;
}

/** The row whose cell holds a byte, between two rows. */
function rowAt(offsets: Uint32Array, byte: number, from: number, to: number): number {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle] ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
