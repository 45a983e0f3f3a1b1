import { foldText } from '../locale/fold.js';
import type { CategoryColumn } from '../model/column.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';
import { addTo } from '../stats/sum.js';
import type { RankedPart } from './definition.js';

/** What a ranking says of a part, beside its deals and money. */
export interface PartTotals {
  /** Comparison form of the part's texts, '' for empty cells. */
  readonly folded: string;
  /** The spelling most of its deals have. */
  readonly key: string;
  readonly n: number;
  readonly amount: number | null;
}

type Ranked = Pick<RankedPart, 'key' | 'n' | 'amount'>;
type Readable = Population<'amount' | 'currency'>;

/**
 * Whether the amounts of these deals may be added: at most one currency is named, and amounts that name none are taken
 * for it, as everywhere.
 */
export function inOneCurrency(population: Readable): boolean {
  if (!population.has('currency')) return true;
  const amount = population.column('amount');
  const { codes } = population.column('currency');
  let only = 0;
  population.inPieces((rows) => {
    if (only >= 0) only = currencyOf(rows, codes, amount, only);
  });
  return only >= 0;
}

/** The code of the one currency that amounts and those before them name; 0 = none, −1 = several. */
function currencyOf(rows: Uint32Array, codes: Codes, amount: Float64Array, before: number): number {
  let only = before;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    // Rows of one currency follow each other, mostly all of them.
    if (code === only || code === 0 || Number.isNaN(amount[row] as number)) continue;
    if (only !== 0) return -1;
    only = code;
  }
  return only;
}

/** Σ of the amounts, compensated; null where none of the deals has one or several currencies cannot be added. */
export function moneyBeside(population: Readable): number | null {
  if (!inOneCurrency(population)) return null;
  const amount = population.column('amount');
  const [sum, lost] = [new Float64Array(1), new Float64Array(1)];
  let priced = 0;
  population.inPieces((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (Number.isNaN(amount[row] as number)) continue;
      priced++;
      addTo(sum, lost, 0, amount[row] as number);
    }
  });
  return priced === 0 ? null : (sum[0] as number) + (lost[0] as number);
}

/**
 * The deals by a column's texts, differences of case, spacing and Arabic or Persian letters aside; not ordered. Empty
 * cells are a part of their own. One pass over the deals, one fold per distinct text.
 */
export function totalsBy(population: Readable, { codes, values }: CategoryColumn): PartTotals[] {
  const amount = population.column('amount');
  const addable = inOneCurrency(population);
  const deals = new Uint32Array(values.length);
  const priced = new Uint32Array(values.length);
  const sums = new Float64Array(values.length);
  const lost = new Float64Array(values.length);
  population.inPieces((rows) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const code = codes[row] as number;
      deals[code] = (deals[code] as number) + 1;
      const money = amount[row] as number;
      if (Number.isNaN(money)) continue;
      priced[code] = (priced[code] as number) + 1;
      addTo(sums, lost, code, money);
    }
  });
  const groups = new Map<string, number[]>();
  deals.forEach((n, code) => {
    if (n === 0) return;
    const folded = foldText(values[code] as string);
    const group = groups.get(folded);
    if (group === undefined) groups.set(folded, [code]);
    else group.push(code);
  });
  const total = (of: ArrayLike<number>, group: readonly number[]): number =>
    group.reduce((sum, code) => sum + (of[code] as number), 0);
  return [...groups].map(([folded, group]) => ({
    folded,
    key: spelling(group, deals, values),
    n: total(deals, group),
    amount: addable && total(priced, group) > 0 ? total(sums, group) + total(lost, group) : null,
  }));
}

/** The most frequent spelling, the first by code points among equals: the order of the rows must not matter. */
function spelling(group: readonly number[], deals: Uint32Array, values: readonly string[]): string {
  let best = group[0] as number;
  for (const code of group) {
    const more = (deals[code] as number) - (deals[best] as number);
    if (more > 0 || (more === 0 && (values[code] as string) < (values[best] as string))) best = code;
  }
  return values[best] as string;
}

/** Most deals first; then most money, then by name. */
export function byDeals(a: Ranked, b: Ranked): number {
  return b.n - a.n || (b.amount ?? 0) - (a.amount ?? 0) || (a.key < b.key ? -1 : 1);
}

/** Most money first; then most deals, then by name. */
export function byAmount(a: Ranked, b: Ranked): number {
  const [one, other] = [a.amount ?? Number.NEGATIVE_INFINITY, b.amount ?? Number.NEGATIVE_INFINITY];
  if (one !== other) return other - one;
  return b.n - a.n || (a.key < b.key ? -1 : 1);
}
