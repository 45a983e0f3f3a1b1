import { isInOwnCurrency } from '../crm/grammar/read-header.js';
import { type CategoryColumn, codesFor } from '../model/column.js';
import type { Codes } from '../model/text-column.js';
import { BARE, type CellCurrencies } from './cell-currencies.js';
import type { MappedColumn } from './mapping.js';
import { currencyOf, currencyOfHeader, type HeaderCurrency, sharesSign } from './parse/currency.js';
import type { TableReader } from './table-reader.js';

/** The currency of every amount of a table, and what a reader of the figures must know about it. */
export interface TableCurrencies {
  /** Left out where nothing names a currency. */
  readonly column: CategoryColumn | undefined;
  readonly account: CurrencyAccount | null;
}

/** What is odd about the currencies of one file. */
export interface CurrencyAccount {
  readonly file: string;
  /** The currency column. */
  readonly column: string;
  /** The amount's column. */
  readonly amount: string;
  /** Cells of the currency column that name none, most first. */
  readonly unknown: readonly { readonly text: string; readonly rows: number }[];
  /** Rows whose amount names another currency, in its header or its cell, and is taken at its word. */
  readonly overruled: number;
  /** Rows whose amount has a bare sign of another currency, where the currency column is taken at its word. */
  readonly signs: number;
  /** The amounts are in the company's own currency, which none of the several of the column has to be. */
  readonly own: boolean;
}

const NONE = 0;

/**
 * The currency of every amount, by the first of these that names one: a code or a sign in the cell that only one
 * currency has (`12 EUR`, `€12`); the amount's own header (`amount_usd`, `Value (k€)`); the currency column; a bare `$`,
 * `¥` or `£` in the cell; what the user said for amounts that name none. A bare sign in the header yields to a currency
 * column that is written with it too (`Amount ($)` beside `CAD`). Amounts in the company's own currency are all in one,
 * whatever currency each deal was made in: several of a column say nothing of them.
 */
export function currencies(
  reader: TableReader,
  fields: ReadonlyMap<string, MappedColumn>,
  column: CategoryColumn | undefined,
  said: string | null,
): TableCurrencies {
  const amount = fields.get('amount');
  const inCells = amount === undefined ? null : reader.currencies(amount.column);
  const header = amount === undefined ? null : currencyOfHeader(amount.header);
  if (column === undefined && inCells === null && header === null && said === null)
    return { column: undefined, account: null };
  const values = [''];
  const number = (code: string): number => {
    if (code === '') return NONE;
    const at = values.indexOf(code);
    return at >= 0 ? at : values.push(code) - 1;
  };
  const ofValues = (column?.values ?? []).map(currencyOf);
  const named = fields.get('currency');
  const own = isOwn(amount?.header ?? '', named?.header ?? '', ofValues);
  const ofColumn = own ? ofValues.map((code) => (code === undefined ? undefined : '')) : ofValues;
  const ofCells = [...new Set(['', ...(inCells?.values ?? [])])];
  const columnCodes = [...new Set(['', ...ofColumn.map((code) => code ?? '')])];
  const codeOfValue = Uint32Array.from(ofColumn, (code) => columnCodes.indexOf(code ?? ''));
  // What a row says is one of few pairs, so each pair is decided once.
  const pairs = columnCodes.flatMap((own) => ofCells.map((cell) => decide(cell, own, header, said)));
  const numbers = Uint32Array.from(pairs, ({ code }) => number(code));
  const cells = inCells === null ? null : ofRows(inCells);
  // How many rows have a value of the column beside what a cell names.
  const width = ofCells.length;
  const together = new Uint32Array(Math.max(1, ofColumn.length) * width);
  const numberOf = Uint32Array.from(together, (_, at) => {
    const pair = (codeOfValue[Math.floor(at / width)] ?? 0) * width + (at % width);
    return numbers[pair] as number;
  });
  const codes = codesFor(values.length, reader.size);
  for (let row = 0; row < codes.length; row++) {
    const value = column === undefined ? 0 : (column.codes[row] as number);
    const at = value * width + (cells === null ? 0 : (cells[row] as number));
    codes[row] = numberOf[at] as number;
    together[at] = (together[at] as number) + 1;
  }
  const counts = new Uint32Array(pairs.length);
  const rowsOf = new Uint32Array(ofColumn.length);
  together.forEach((rows, at) => {
    const value = Math.floor(at / width);
    const pair = (codeOfValue[value] ?? 0) * width + (at % width);
    counts[pair] = (counts[pair] as number) + rows;
    if (value < rowsOf.length) rowsOf[value] = (rowsOf[value] as number) + rows;
  });
  const against = (by: Contradiction): number =>
    pairs.reduce((sum, one, pair) => (one.against === by ? sum + (counts[pair] as number) : sum), 0);
  const unknown = (column?.values ?? [])
    .map((text, at) => ({ text, rows: ofColumn[at] === undefined ? (rowsOf[at] as number) : 0 }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows);
  const [overruled, signs] = [against('column'), against('sign')];
  const odd = named !== undefined && (unknown.length > 0 || overruled > 0 || signs > 0 || own);
  return {
    column: { codes, values },
    account: odd
      ? { file: reader.file, column: named.header, amount: amount?.header ?? '', unknown, overruled, signs, own }
      : null,
  };
}

/** What the cell of every row names. */
function ofRows({ cells: { column }, codeOf, values }: CellCurrencies): Codes {
  if (column.kind === 'plain') return codeOf;
  const { codes, length } = column;
  const named = codesFor(values.length, length);
  for (let row = 0; row < length; row++) named[row] = codeOf[codes[row] as number] as number;
  return named;
}

/** Whether amounts are in the company's own currency while a column names several, those of the deals. */
function isOwn(amount: string, currency: string, codes: readonly (string | undefined)[]): boolean {
  if (!isInOwnCurrency(amount) || isInOwnCurrency(currency)) return false;
  return new Set(codes.filter((code) => code !== undefined && code !== '')).size > 1;
}

/** What yields where an amount and the currency column say two currencies: the column, or the amount's bare sign. */
type Contradiction = 'column' | 'sign';

/** The currency of an amount: `cell` is what its cell names, `own` what the currency column does; '' = nothing. */
function decide(
  cell: string,
  own: string,
  header: HeaderCurrency | null,
  said: string | null,
): { readonly code: string; readonly against: Contradiction | null } {
  const bare = cell.endsWith(BARE);
  const inCell = cell.replace(BARE, '');
  const over = (code: string) => ({ code, against: own === '' || own === code ? null : ('column' as const) });
  if (inCell !== '' && !bare) return over(inCell);
  if (header !== null && !(header.bare && sharesSign(header.code, own))) return over(header.code);
  if (own === '') return { code: inCell || header?.code || said || '', against: null };
  const fits = inCell === '' || inCell === own || sharesSign(inCell, own);
  return { code: own, against: fits ? null : 'sign' };
}
