import { commonestFirst } from '../kpi/currency-parts.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { addTo } from '../stats/sum.js';

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

/** Σ of the amounts, by currency where there are several, each in the order of the deals. Mostly one pass over them. */
export function moneyOf(chosen: Population<DealField>): MoneyOf {
  const column = chosen.has('currency') ? chosen.column('currency') : NO_CURRENCIES;
  const { codes, values } = column;
  const amount = chosen.column('amount');
  const { rows } = chosen;
  const [deals, priced] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const [sums, lost] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] ?? 0;
    deals[code] = (deals[code] as number) + 1;
    const value = amount[row] as number;
    if (Number.isNaN(value)) continue;
    priced[code] = (priced[code] as number) + 1;
    addTo(sums, lost, code, value);
  }
  const carried = commonestFirst(column).filter((code) => (priced[code] as number) > 0);
  const named = carried.filter((code) => code !== 0);
  const [only] = named;
  const all = priced.reduce((total, n) => total + n, 0);
  if (named.length < 2) {
    const [code] = carried;
    // Those that name none are between the others, and sums are made in the order of the deals.
    const together =
      carried.length > 1 ? sumOfPriced(amount, rows) : (sums[code ?? 0] as number) + (lost[code ?? 0] as number);
    const amounts = all === 0 ? null : together;
    return {
      priced: all,
      amount: amounts,
      currency: only === undefined ? null : (values[only] ?? null),
      byCurrency: null,
    };
  }
  const byCurrency = carried.map((code) => ({
    currency: values[code] as string,
    amount: (sums[code] as number) + (lost[code] as number),
    n: deals[code] as number,
  }));
  return { priced: all, amount: null, currency: null, byCurrency };
}

function sumOfPriced(amount: Float64Array, rows: Uint32Array): number {
  const [sum, lost] = [new Float64Array(1), new Float64Array(1)];
  for (let i = 0; i < rows.length; i++) {
    const value = amount[rows[i] as number] as number;
    if (!Number.isNaN(value)) addTo(sum, lost, 0, value);
  }
  return (sum[0] as number) + (lost[0] as number);
}

const NO_CURRENCIES: CategoryColumn = { codes: new Uint8Array(0), values: [''] };
