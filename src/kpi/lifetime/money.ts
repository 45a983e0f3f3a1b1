import { type CivilDay, NO_DAY } from '../../model/civil-day.js';
import type { DealField } from '../../model/deals.js';
import type { Period } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { addTo } from '../../stats/sum.js';
import { currencyCodes, currencyParts } from '../currency-parts.js';
import { purchasesUntil } from '../purchases.js';

/** Money in each currency, the commonest first. */
export type ByCurrency = { currency: string; value: number }[];

/** What customers bought until a day, less their credits. */
export interface CustomerMoney {
  /** The one currency that purchases name; null where they name none or several. */
  readonly currency: string | null;
  /** Where they name several: what a customer, by its code in the column `customer`, bought in each; else null. */
  readonly ofCustomer: ((code: number) => ByCurrency) | null;
}

/** Amounts of several currencies are never added: each customer has a sum in each. */
export function customerMoney(population: Population<DealField>, period: Period, at: CivilDay): CustomerMoney {
  const day = population.column('closed_at');
  const bought = purchasesUntil(population, period);
  const isKnown = (row: number): boolean => day[row] !== NO_DAY && (day[row] as number) <= at;
  const deals = bought.deals.where(isKnown);
  const named = currencyCodes(deals).filter((code) => code !== 0);
  if (named.length < 2) {
    const [only] = named;
    return { currency: only === undefined ? null : (deals.column('currency').values[only] ?? null), ofCustomer: null };
  }
  const { codes, values } = population.column('customer');
  const amount = population.column('amount');
  const sums = [deals, bought.credits.where(isKnown)]
    .flatMap((part) => currencyParts(part))
    .map(({ currency, population: part }) => {
      const [sum, lost] = [new Float64Array(values.length).fill(Number.NaN), new Float64Array(values.length)];
      for (const row of part.rows) {
        const code = codes[row] as number;
        if (code === 0 || Number.isNaN(amount[row] as number)) continue;
        if (Number.isNaN(sum[code] as number)) sum[code] = 0;
        addTo(sum, lost, code, amount[row] as number);
      }
      return { currency, sum, lost };
    });
  const order = [...new Set(sums.map(({ currency }) => currency))];
  return {
    currency: null,
    ofCustomer: (code) =>
      order.flatMap((currency) => {
        const own = sums.filter((one) => one.currency === currency && !Number.isNaN(one.sum[code] as number));
        const value = own.reduce((total, { sum, lost }) => total + (sum[code] as number) + (lost[code] as number), 0);
        return own.length === 0 ? [] : [{ currency, value }];
      }),
  };
}
