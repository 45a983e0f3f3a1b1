import { codeCounts } from '../model/code-counts.js';
import type { CategoryColumn } from '../model/column.js';
import { currencyOf, isPriced, OF_CURRENCY, PRICED, type Trait, tellsCurrency } from '../model/deal-classes.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { cached } from './parts.js';
import { partition } from './populations.js';

/** So many are told by the classes of deals, so that groups of a breakdown are not split one by one. */
const FEW_CURRENCIES = 8;

/** Codes of the currencies that priced deals of a population name, ascending; 0 among them = some name none. */
export const currencyCodes = cached((population: Population<DealField>): readonly number[] => {
  if (!population.has('currency')) return [];
  const { values } = population.column('currency');
  if (!tellsCurrency(population)) return codesOfPriced(population);
  const found = new Set(population.census().classes.filter(isPriced).map(currencyOf));
  return [...values.keys()].filter((code) => found.has(code));
});

/** The same of more currencies than the classes of deals tell apart. */
function codesOfPriced(population: Population<DealField>): readonly number[] {
  const { codes, values } = population.column('currency');
  const carried = new Uint8Array(values.length);
  for (const row of population.having(PRICED[0]).rows) carried[codes[row] as number] = 1;
  return [...carried.keys()].filter((code) => carried[code] === 1);
}

/** The codes of a column of currencies, the file's commonest first, so that every part of a file has them in one order. */
export function commonestFirst(column: CategoryColumn): number[] {
  const { values } = column;
  const deals = codeCounts(column);
  return [...values.keys()].sort(
    (a, b) => (deals[b] as number) - (deals[a] as number) || ((values[a] as string) < (values[b] as string) ? -1 : 1),
  );
}

/**
 * The population by the currency of its deals, the file's commonest first. Amounts that name none are a part of their own
 * beside several that do.
 */
export const currencyParts = cached((population: Population<DealField>) => {
  const column = population.column('currency');
  const { codes, values } = column;
  const carried = currencyCodes(population);
  // Each part that is a trait may cost a look at all deals.
  const ofClasses = carried.length <= FEW_CURRENCIES && tellsCurrency(population);
  const parts = ofClasses ? null : partition(population, codes, values.length);
  return commonestFirst(column)
    .filter((code) => carried.includes(code))
    .map((code) => ({
      currency: values[code] as string,
      population: parts === null ? population.having(OF_CURRENCY[code] as Trait) : (parts[code] as typeof population),
    }));
});
