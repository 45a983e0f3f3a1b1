import type { SourceAccount } from '../model/dataset.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';
import { priced } from './populations.js';

/** How many priced deals name each currency. */
export interface CurrencyCounts {
  readonly priced: number;
  /** Currencies that a priced deal names, most deals first; of equally common ones the first by name. */
  readonly named: readonly { readonly currency: string; readonly deals: number }[];
}

/** The currencies of the priced deals: one pass over the codes, for all rules that ask. */
export const currencyCounts = cached((population: Population<'amount' | 'currency'>): CurrencyCounts => {
  const { codes, values } = population.column('currency');
  const counts = new Uint32Array(values.length);
  const { rows } = priced(population);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const named = values
    .map((currency, code) => ({ currency, deals: code === 0 ? 0 : (counts[code] as number) }))
    .filter(({ deals }) => deals > 0)
    .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1));
  return { priced: rows.length, named };
});

/** Whether a file has a column for the currency: then an empty cell is one that was not filled in. */
export function hasCurrencyColumn(sources: readonly Pick<SourceAccount, 'columns'>[]): boolean {
  return sources.some(({ columns }) => columns.some(({ field }) => field === 'currency'));
}

/**
 * Priced deals whose amount names no currency. An amount of 0 is 0 in every currency, and misses none.
 */
export const withoutCurrency = cached((population: Population<'amount' | 'currency'>) => {
  const amount = population.column('amount');
  const { codes } = population.column('currency');
  return population.where((row) => codes[row] === 0 && !Number.isNaN(amount[row] as number) && amount[row] !== 0);
});

/** The figures that an amount without a currency moves. */
export const FIGURES_WITHOUT_CURRENCY: readonly string[] = [
  'win_rate_value',
  'revenue_won',
  'avg_deal_size',
  'open_pipeline_value',
  'weighted_pipeline',
  'clv_historic',
];
