import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { occurrencesIn } from './occurrences.js';
import { cached } from './parts.js';
import { partition } from './populations.js';

/** Codes of the currencies that priced deals of a population name, ascending; 0 among them = some name none. */
export const currencyCodes = cached((population: Population<DealField>): readonly number[] => {
  if (!population.has('currency')) return [];
  const { codes, values } = population.column('currency');
  const carried = new Uint8Array(values.length);
  const amount = population.column('amount');
  const { rows } = population;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const value = amount[row] as number;
    // NaN alone differs from itself: a deal without an amount. To select those with one first takes three times as long.
    // biome-ignore lint/suspicious/noSelfCompare: a call of Number.isNaN per deal costs twice the loop
    if (value === value) carried[codes[row] as number] = 1;
  }
  return [...carried.keys()].filter((code) => carried[code] === 1);
});

/**
 * The population by the currency of its deals, the file's commonest first, so that every part of a file has them in one
 * order. Amounts that name none are a part of their own beside several that do.
 */
export const currencyParts = cached((population: Population<DealField>) => {
  const column = population.column('currency');
  const { codes, values } = column;
  const deals = occurrencesIn(column);
  const parts = partition(population, codes, values.length);
  return [...currencyCodes(population)]
    .sort(
      (a, b) => (deals[b] as number) - (deals[a] as number) || ((values[a] as string) < (values[b] as string) ? -1 : 1),
    )
    .map((code) => ({ currency: values[code] as string, population: parts[code] as Population<DealField> }));
});
