/** The deals with the most money of some, by currency. */
import { partition } from '../kpi/populations.js';
import { countCurrencies, tellsCurrency } from '../model/deal-classes.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';
import type { Codes } from '../model/text-column.js';

type Some = Population<DealField>;

/**
 * Rows, largest amount first, the first `most` of them. Amounts of several currencies are not compared: the largest of
 * each come first, that of the commonest currency ahead, then the second largest of each.
 *
 * @param all deals that these are some of, where several parts of them are asked for: most have the first of them among
 * the first of all, which are found once
 */
export function largestFirst(deals: Some, most: number = deals.size, all: Some | null = null): Uint32Array {
  const amount = deals.column('amount');
  if (!deals.has('currency')) return largestIn(deals, most, all);
  const parts =
    most * FEW > deals.size
      ? byCode(deals).map((rows) => ({ size: rows.length, first: largestOf(rows, amount, most) }))
      : ((all === null ? null : amongFirst(deals, most, all)) ?? firstByCode(deals, most));
  // The first of a currency has no amount where none has.
  const inPriced = parts.filter(({ first }) => first.length > 0 && !Number.isNaN(amount[first[0] as number]));
  if (inPriced.length < 2) return deals.withRows((rows) => largestOf(rows, amount, most));
  const found = new Uint32Array(Math.min(most, deals.size));
  let length = 0;
  for (let place = 0; length < found.length; place++) {
    const here = parts
      .filter(({ first }) => place < first.length)
      .sort((a, b) => b.size - a.size || (a.first[place] as number) - (b.first[place] as number));
    for (const { first } of here) if (length < found.length) found[length++] = first[place] as number;
  }
  return found;
}

/** The same, whatever currency an amount is in. */
export function largestIn(deals: Some, most: number, all: Some | null = null): Uint32Array {
  const firstOfAll = all === null || most * FEW > deals.size ? null : ranking(all);
  const ranked = firstOfAll === null ? null : firstOf(deals, firstOfAll, most);
  return ranked ?? deals.withRows((rows) => largestOf(rows, deals.column('amount'), most));
}

/** The rows of each currency that has any, in the order of the files. */
function byCode(deals: Some): readonly Uint32Array[] {
  const { codes, values } = deals.column('currency');
  return partition(deals, codes, values.length)
    .map(({ rows }) => rows)
    .filter(({ length }) => length > 0);
}

interface FirstOfCurrency {
  readonly code: number;
  /** All deals in the currency. */
  readonly size: number;
  /** The first of them, largest first. */
  readonly first: Uint32Array;
}

/** The first deals in each currency that has any: one pass that writes no row but those. */
function firstByCode(deals: Some, most: number): readonly FirstOfCurrency[] {
  const { codes, values } = deals.column('currency');
  const amount = deals.column('amount');
  const ranks = new Ranks(values.length, most);
  deals.inPieces((rows) => rankRows(rows, codes, amount, ranks));
  return [...ranks.sizes.keys()].flatMap((code) => {
    const size = ranks.sizes[code] as number;
    return size === 0 ? [] : [{ code, size, first: (ranks.firsts[code] ?? NO_ROWS).subarray(0, Math.min(size, most)) }];
  });
}

/** The first deals of each currency, of those that were looked at. */
class Ranks {
  readonly most: number;
  /** By code: how many deals, what another must lie above to be among the first, and these. */
  readonly sizes: Uint32Array;
  readonly least: Float64Array;
  readonly firsts: (Uint32Array | undefined)[] = [];

  constructor(currencies: number, most: number) {
    this.most = most;
    this.sizes = new Uint32Array(currencies);
    this.least = new Float64Array(currencies).fill(Number.NEGATIVE_INFINITY);
  }

  put(code: number, taken: number, row: number, amount: Float64Array): void {
    let first = this.firsts[code];
    if (first === undefined) {
      first = new Uint32Array(this.most);
      this.firsts[code] = first;
    }
    this.least[code] = put(first, Math.min(taken, this.most), row, amount);
  }
}

/** A loop by itself: V8 compiles all that stands behind a loop, and what it calls, together with it. */
function rankRows(rows: Uint32Array, codes: Codes, amount: Float64Array, ranks: Ranks): void {
  const { most, sizes, least } = ranks;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    const size = sizes[code] as number;
    sizes[code] = size + 1;
    if (size < most || (amount[row] as number) > (least[code] as number)) ranks.put(code, size, row, amount);
  }
}

const NO_ROWS = new Uint32Array(0);

/** Among so many times more rows the first are sooner looked for than all are sorted. */
const FEW = 16;
/** So many of all deals are kept in order: of parts that hold one deal in twenty they have mostly the first five. */
const RANKED = 128;

const rankingByCode = cached((all: Some) => firstByCode(all, RANKED));
const ranking = cached((all: Some) => ({
  size: all.size,
  first: all.withRows((rows) => largestOf(rows, all.column('amount'), RANKED)),
}));

/** What {@link firstByCode} finds, from the first of all deals; null where these do not hold enough of the given ones. */
function amongFirst(deals: Some, most: number, all: Some): readonly FirstOfCurrency[] | null {
  const sizes = sizesByCode(deals);
  const found: FirstOfCurrency[] = [];
  for (const ranked of rankingByCode(all)) {
    const size = sizes[ranked.code] as number;
    if (size === 0) continue;
    const first = firstOf(deals, ranked, Math.min(most, size));
    if (first === null) return null;
    found.push({ code: ranked.code, size, first });
  }
  return found;
}

/** How many of the deals have each currency code: none is looked at where their classes tell. */
function sizesByCode(deals: Some): Uint32Array {
  const { codes, values } = deals.column('currency');
  if (tellsCurrency(deals)) return countCurrencies(deals.census(), values.length);
  const sizes = new Uint32Array(values.length);
  deals.inPieces((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const code = codes[rows[i] as number] as number;
      sizes[code] = (sizes[code] as number) + 1;
    }
  });
  return sizes;
}

/** The first of some deals in the order of a ranking; null where its first ones hold too few of them. */
function firstOf(deals: Some, ranked: Pick<FirstOfCurrency, 'first'>, most: number): Uint32Array | null {
  const found = new Uint32Array(most);
  let length = 0;
  for (let place = 0; place < ranked.first.length && length < most; place++) {
    const row = ranked.first[place] as number;
    if (deals.holdsRow(row)) found[length++] = row;
  }
  return length < most ? null : found;
}

/**
 * The first of the rows (ascending) by a number of each, such as the amount, the highest first; equal ones in the order of
 * the files, those without one last.
 */
export function largestOf(rows: Uint32Array, amount: Float64Array, most: number): Uint32Array {
  if (most * FEW > rows.length) {
    return rows
      .slice()
      .sort((a, b) => {
        const [one, other] = [worthOf(amount, a), worthOf(amount, b)];
        return one === other ? a - b : other - one;
      })
      .subarray(0, most);
  }
  const first = new Uint32Array(most);
  // Mostly a row is not among the first, and this alone is asked of it.
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (i < most || (amount[row] as number) > least) least = put(first, Math.min(i, most), row, amount);
  }
  return first;
}

/**
 * Puts a row among so many first ones, behind its equals; the last makes room where all places are taken. Returns what a
 * later row must lie above to be among them.
 */
function put(first: Uint32Array, taken: number, row: number, amount: Float64Array): number {
  const value = worthOf(amount, row);
  const most = first.length;
  const end = taken < most ? taken : most - 1;
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worthOf(amount, first[middle] as number) < value) high = middle;
    else low = middle + 1;
  }
  first.copyWithin(low + 1, low, end);
  first[low] = row;
  return taken + 1 < most ? Number.NEGATIVE_INFINITY : worthOf(amount, first[most - 1] as number);
}

function worthOf(amount: Float64Array, row: number): number {
  const value = amount[row] as number;
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
