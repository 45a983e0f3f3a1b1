/** The currencies that the cells of an amount column name themselves: `€12`, `12 EUR`. */
import { roomInBlock } from '../model/shared-memory.js';
import { LOOKS_DOLLAR, NO_NUMBER } from '../model/stored-values.js';
import type { Codes } from '../model/text-column.js';
import type { DistinctCells } from './distinct-cells.js';
import { currencyIn, isBareSign } from './parse/currency.js';
import { DOLLAR } from './parse/number-bytes.js';
import type { SureNumbers } from './parse/sure-numbers.js';

/** Stands behind a code that a cell names by a bare sign alone: `$12` may be Canadian dollars. */
export const BARE = '?';

const MOST_IN_BYTE = 0xff;

/** What the cells of an amount column name themselves, by distinct cell. */
export interface CellCurrencies {
  readonly cells: DistinctCells;
  readonly codeOf: Codes;
  readonly values: readonly string[];
}

/**
 * The currencies that the cells of an amount column name themselves, or null when none does. A code that only a bare sign
 * names (`$12`) has `BARE` behind it.
 */
export function readCurrencies({ cells, unread }: Pick<SureNumbers, 'cells' | 'unread'>): CellCurrencies | null {
  const values = [''];
  const codeOf = (text: string): number => {
    const named = /^[\d\s.,'+-]*$/.test(text) ? null : currencyIn(text);
    if (named === null) return 0;
    const code = isBareSign(text, named) ? `${named}${BARE}` : named;
    const known = values.indexOf(code);
    return known > 0 ? known : values.push(code) - 1;
  };
  const { size } = cells;
  let codes: Codes | null = null;
  /** Few columns name more currencies than a byte can. */
  const codesFor = (code: number): Codes => {
    codes ??= roomInBlock(Uint8Array, size);
    if (code > MOST_IN_BYTE && codes instanceof Uint8Array) codes = Uint16Array.from(codes);
    return codes;
  };
  const signs = signsOf(cells);
  let dollars = -1;
  // Empty cells and plain numbers name none; `$12,345.67`, as nearly all are between those that are read, is read off its sign.
  const readBetween = (from: number, to: number): void => {
    const first = from < to ? signs.next(from, to) : to;
    if (first === to) return;
    if (dollars < 0) dollars = codeOf('$1');
    signs.mark(codesFor(dollars), dollars, first, to);
  };
  let from = 0;
  for (const cell of unread) {
    readBetween(from, cell);
    const code = codeOf(cells.text(cell));
    if (code !== 0) codesFor(code)[cell] = code;
    from = cell + 1;
  }
  readBetween(from, size);
  return codes === null ? null : { cells, codeOf: codes, values };
}

/** Which cells begin with a dollar sign. */
interface DollarSigns {
  /** The first of some cells that does, `to` where none does. */
  next(from: number, to: number): number;
  /** Gives all of them that do a code. */
  mark(codes: Codes, code: number, from: number, to: number): void;
}

/** Each loop by itself and with nothing around it: V8 compiles all that stands behind a loop together with it. */
function signsOf(cells: DistinctCells): DollarSigns {
  const { column } = cells;
  const stored = column.kind === 'plain' ? column.stored : undefined;
  if (stored?.kind === 'numbers') {
    const { looks } = stored;
    return {
      next: (from, to) => nextLook(cells, looks, from, to),
      mark: (codes, code, from, to) => markLooks(cells, looks, codes, code, from, to),
    };
  }
  const { bytes, offsets } = cells;
  return {
    next: (from, to) => nextDollar(bytes, offsets, from, to),
    mark: (codes, code, from, to) => markDollars(bytes, offsets, codes, code, from, to),
  };
}

function nextDollar(bytes: Uint8Array, offsets: Uint32Array, from: number, to: number): number {
  for (let cell = from; cell < to; cell++) {
    if (bytes[offsets[cell] as number] === DOLLAR && offsets[cell] !== offsets[cell + 1]) return cell;
  }
  return to;
}

function markDollars(
  bytes: Uint8Array,
  offsets: Uint32Array,
  codes: Codes,
  code: number,
  from: number,
  to: number,
): void {
  for (let cell = from; cell < to; cell++) {
    if (bytes[offsets[cell] as number] === DOLLAR && offsets[cell] !== offsets[cell + 1]) codes[cell] = code;
  }
}

function nextLook(cells: DistinctCells, looks: Uint8Array, from: number, to: number): number {
  for (let cell = from; cell < to; cell++) {
    const look = looks[cell] as number;
    if ((look & LOOKS_DOLLAR) !== 0 && (look !== NO_NUMBER || hasDollar(cells, cell))) return cell;
  }
  return to;
}

function markLooks(
  cells: DistinctCells,
  looks: Uint8Array,
  codes: Codes,
  code: number,
  from: number,
  to: number,
): void {
  for (let cell = from; cell < to; cell++) {
    const look = looks[cell] as number;
    if ((look & LOOKS_DOLLAR) !== 0 && (look !== NO_NUMBER || hasDollar(cells, cell))) codes[cell] = code;
  }
}

/** Of a number that is not stored as one only the text tells. */
function hasDollar(cells: DistinctCells, cell: number): boolean {
  return cells.text(cell)[0] === '$';
}
