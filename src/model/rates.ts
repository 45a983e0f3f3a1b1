import type { CivilDay } from './civil-day.js';
import { NO_DAY } from './civil-day.js';
import { type CategoryColumn, categoryAt } from './column.js';
import type { Deals } from './deals.js';
import { OPEN } from './outcome.js';

/** What one unit of a currency is worth in the currency of the report. */
export interface Rate {
  /** ISO 4217. */
  readonly currency: string;
  readonly rate: number;
  /** Holds from this day until the next one of the same currency; left out = always. */
  readonly from?: CivilDay | undefined;
}

/** How amounts become one currency. */
export interface Rates {
  /** The currency of the report, ISO 4217. */
  readonly to: string;
  readonly rates: readonly Rate[];
}

/** What was done with one currency. */
export interface ConvertedCurrency {
  readonly currency: string;
  /** Amounts that were converted, and at which rates (the lowest and the highest). */
  readonly amounts: number;
  readonly low: number;
  readonly high: number;
  /** Amounts for whose day there is no rate. */
  readonly without: number;
}

export interface Conversion {
  readonly deals: Deals;
  /** By currency code, without the report's own. */
  readonly currencies: readonly ConvertedCurrency[];
}

interface Table {
  /** Ascending. */
  readonly days: readonly CivilDay[];
  readonly rates: readonly number[];
}

/** The day whose rate an amount takes: of a closed deal its own, or of every deal that of the snapshot. */
export type RateDay = 'closing' | 'snapshot';

/**
 * The deals with every amount in one currency, at the newest rate on or before the day the deal was closed; an open
 * deal, or one closed nobody knows when, at the rate of the snapshot. An amount that names no currency, or for whose
 * day there is no rate, stays as it is.
 *
 * @param of `snapshot`: closed deals at its rate too, as where two exports are compared and a rate that moved is no growth
 */
export function convertAmounts(
  deals: Deals,
  { to, rates }: Rates,
  asOf: CivilDay,
  of: RateDay = 'closing',
): Conversion {
  if (!deals.has('amount') || !deals.has('currency')) return { deals, currencies: [] };
  const currency = deals.column('currency');
  const amount = deals.column('amount').slice();
  const tables = currency.values.map((code) => (code === '' || code === to ? null : tableOf(code, { to, rates })));
  const told = currency.values.map((code) => ({
    currency: code,
    amounts: 0,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    without: 0,
  }));
  const target = withValue(currency, to);
  const codes = currency.codes.slice();
  const outcome = deals.column('outcome');
  const closedAt = deals.column('closed_at');
  for (let row = 0; row < deals.size; row++) {
    const code = codes[row] as number;
    const table = tables[code];
    if (table === null || table === undefined || Number.isNaN(amount[row] as number)) continue;
    const closed = closedAt[row] as number;
    const rate = rateOn(table, of === 'snapshot' || outcome[row] === OPEN || closed === NO_DAY ? asOf : closed);
    const entry = told[code];
    if (entry === undefined) continue;
    if (rate === null) {
      entry.without++;
      continue;
    }
    amount[row] = (amount[row] as number) * rate;
    codes[row] = target.code;
    entry.amounts++;
    entry.low = Math.min(entry.low, rate);
    entry.high = Math.max(entry.high, rate);
  }
  const currencies = told.filter(({ amounts, without }) => amounts > 0 || without > 0);
  if (currencies.every(({ amounts }) => amounts === 0)) return { deals, currencies };
  return { deals: deals.with({ amount, currency: { codes, values: target.values } }), currencies };
}

/** The currency that a deal's amount had before it was converted, with the amount; null where nothing was. */
export function originalOf(before: Deals, after: Deals, row: number): { amount: number; currency: string } | null {
  const currency = categoryAt(before.column('currency'), row);
  const amount = before.column('amount')[row] as number;
  if (Number.isNaN(amount) || currency === categoryAt(after.column('currency'), row)) return null;
  return { amount, currency };
}

/** The currencies that can become the report's: itself, those with a rate, and a toman where the rial has one. */
export function convertible({ to, rates }: Rates): ReadonlySet<string> {
  const rated = new Set([to, ...rates.map(({ currency }) => currency)]);
  return new Set([...rated, ...[...rated].flatMap((currency) => SAME_MONEY.get(currency)?.currency ?? [])]);
}

/** A toman is ten rials, by definition: what is known of one is known of the other. */
const SAME_MONEY: ReadonlyMap<string, { readonly currency: string; readonly per: number }> = new Map([
  ['IRT', { currency: 'IRR', per: 10 }],
  ['IRR', { currency: 'IRT', per: 1 / 10 }],
]);

/** The rates of a currency by day, its own or those that follow from the other name of the same money. */
function tableOf(currency: string, { to, rates }: Rates): Table {
  const same = SAME_MONEY.get(currency);
  if (same?.currency === to) return { days: [NO_DAY], rates: [same.per] };
  const given = rates.some((rate) => rate.currency === currency);
  const [source, per] = given || same === undefined ? [currency, 1] : [same.currency, same.per];
  const own = rates
    .filter((rate) => rate.currency === source)
    .map(({ from = NO_DAY, rate }) => ({ from, rate: rate * per }))
    .sort((a, b) => a.from - b.from);
  return { days: own.map(({ from }) => from), rates: own.map(({ rate }) => rate) };
}

/** The newest rate on or before a day; null before the first one. */
function rateOn({ days, rates }: Table, day: CivilDay): number | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? null;
}

function withValue({ values }: CategoryColumn, value: string): { code: number; values: readonly string[] } {
  const code = values.indexOf(value);
  return code >= 0 ? { code, values } : { code: values.length, values: [...values, value] };
}
