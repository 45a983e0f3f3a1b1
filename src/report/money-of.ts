import { currencyCodes, currencyParts } from '../kpi/currency-parts.js';
import { priced } from '../kpi/populations.js';
import { moneyBeside } from '../kpi/ranking.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';

/** The money of a list of deals. */
export interface MoneyOf {
  /** Deals with an amount. */
  readonly priced: number;
  /** Null when none is priced, or when several currencies cannot be added. */
  readonly amount: number | null;
  /** Of the amount; null when the deals name none or several. */
  readonly currency: string | null;
  /** Each of several currencies; else null. */
  readonly byCurrency: { readonly currency: string; readonly amount: number | null; readonly n: number }[] | null;
}

/** Σ of the amounts, by currency where there are several. */
export function moneyOf(chosen: Population<DealField>): MoneyOf {
  const codes = currencyCodes(chosen);
  const named = codes.filter((code) => code !== 0);
  const [only] = named;
  const amounts = priced(chosen).size;
  if (named.length < 2) {
    const currency = only === undefined ? null : (chosen.column('currency').values[only] ?? null);
    return { priced: amounts, amount: moneyBeside(chosen), currency, byCurrency: null };
  }
  const byCurrency = currencyParts(chosen).map(({ currency, population }) => ({
    currency,
    amount: moneyBeside(population),
    n: population.size,
  }));
  return { priced: amounts, amount: null, currency: null, byCurrency };
}
