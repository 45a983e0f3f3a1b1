import type { SourceAccount } from '../model/dataset.js';
import { countCurrencies, NOT_ZERO, OF_CURRENCY, type Trait, tellsCurrency } from '../model/deal-classes.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';
import type { Codes } from '../model/text-column.js';
import { priced } from './populations.js';

/** How many priced deals name each currency. */
export interface CurrencyCounts {
  readonly priced: number;
  /** Currencies that a priced deal names, most deals first; of equally common ones the first by name. */
  readonly named: readonly { readonly currency: string; readonly deals: number }[];
}

/** The currencies of the priced deals: counted once for all rules that ask. */
export const currencyCounts = cached((population: Population<'amount' | 'currency'>): CurrencyCounts => {
  const { values } = population.column('currency');
  const some = priced(population);
  const isTold = tellsCurrency(population);
  const counts = isTold ? countCurrencies(some.census(), values.length) : new Uint32Array(values.length);
  if (!isTold && population.has('currency')) countCodes(counts, population.column('currency').codes, some.rows);
  const named = values
    .map((currency, code) => ({ currency, deals: code === 0 ? 0 : (counts[code] as number) }))
    .filter(({ deals }) => deals > 0)
    .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1));
  return { priced: some.size, named };
});

/** Whether a file has a column for the currency: then an empty cell is one that was not filled in. */
export function hasCurrencyColumn(sources: readonly Pick<SourceAccount, 'columns'>[]): boolean {
  return sources.some(({ columns }) => columns.some(({ field }) => field === 'currency'));
}

/**
 * Priced deals whose amount names no currency. An amount of 0 is 0 in every currency, and misses none.
 */
export const withoutCurrency = cached((population: Population<'amount' | 'currency'>) => {
  const some = priced(population).having(NOT_ZERO[0]);
  if (!population.has('currency')) return some;
  if (tellsCurrency(population)) return some.having(OF_CURRENCY[0] as Trait);
  const { codes } = population.column('currency');
  return some.where((row) => codes[row] === 0);
});

function countCodes(counts: Uint32Array, codes: Codes, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

/** The figures that an amount without a currency moves. */
export const FIGURES_WITHOUT_CURRENCY: readonly string[] = [
  'win_rate_value',
  'revenue_won',
  'avg_deal_size',
  'open_pipeline_value',
  'weighted_pipeline',
  'clv_historic',
];
