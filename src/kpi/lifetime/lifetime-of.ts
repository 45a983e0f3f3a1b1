import { said } from '../../locale/said.js';
import type { CivilDay } from '../../model/civil-day.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { Exclusion } from '../../model/exclusion.js';
import { isAllTime, type Period } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import type { Interval } from '../../stats/interval.js';
import { sum } from '../../stats/sum.js';
import { DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_MONTHS, type KpiSettings, type Note } from '../definition.js';
import { leftOut } from '../figures.js';
import { pricedNote } from '../notes.js';
import { cached, split } from '../parts.js';
import { priced } from '../populations.js';
import { purchasesUntil } from '../purchases.js';
import { inOneCurrency } from '../ranking.js';
import { atRiskOf } from './at-risk.js';
import { type FrequencyFit, frequencyFit, type HoldOut, holdOut } from './fit.js';
import { horizonOf } from './horizon.js';
import { type Buying, fitBuying, fitSpending, repeatCustomers, type Spending } from './models.js';
import { marginNote } from './notes.js';
import { type Summaries, summariesOf } from './summaries.js';
import { intervalsOf, type Outlook, type Worth, worthOf } from './worth.js';

type Readable = Population<'outcome' | 'customer' | 'closed_at' | 'amount' | 'currency'>;

/** What is asked about customers; `population` are the orders, where orders are given beside the deals. */
export interface LifetimeQuestion {
  readonly population: Readable;
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly settings: KpiSettings;
}

/** A customer of the list. Money is times the margin in what is expected, not in what was bought. */
export interface LifetimeCustomer {
  readonly customer: string;
  readonly purchases: number;
  readonly firstPurchase: CivilDay;
  readonly lastPurchase: CivilDay;
  readonly daysSince: number;
  /** Bought so far, credits taken off; null where nothing has an amount or currencies cannot be added. */
  readonly value: number | null;
  /** Expected of one purchase; null without a model of spending, as `expectedValue` and `interval`. */
  readonly meanValue: number | null;
  /** Null with one purchase, where the model gives 1 by construction, and without a model. */
  readonly pAlive: number | null;
  readonly expectedPurchases: number | null;
  readonly expectedValue: number | null;
  readonly interval: Interval | null;
  readonly atRisk: boolean;
}

/** The customers of a question and what is expected of them. What costs much is found when it is first asked for. */
export interface Lifetime {
  /** The end of the period or the snapshot, whichever comes first: nothing later is looked at. */
  readonly at: CivilDay;
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Days on which a customer bought. */
  readonly purchases: number;
  readonly excluded: readonly Exclusion[];
  readonly notes: readonly Note[];
  readonly horizonMonths: number;
  readonly discountRate: number;
  readonly discountRateAssumed: boolean;
  readonly margin: number | null;
  readonly buying: Buying;
  readonly spending: Spending;
  /** Mean and total expected value; null without both models. */
  readonly mean: () => { readonly value: number; readonly total: number; readonly interval: Interval | null } | null;
  /** Customers by what is expected of them, most first: of value, or of purchases where no value is known. */
  readonly ranked: () => Uint32Array;
  /** Of the ranked those at risk, by what they have spent so far, most first. */
  readonly atRisk: () => Uint32Array;
  /** One customer by the number that `ranked` and `atRisk` give. */
  readonly customer: (number: number) => LifetimeCustomer;
  /** Its code in the column `customer`. */
  readonly codeOf: (number: number) => number;
  readonly frequency: () => readonly FrequencyFit[] | null;
  readonly holdOut: () => readonly HoldOut[] | null;
}

/** Fitted once for a population and a day, whatever is then asked of the models. */
const fittedOf = cached((population: Readable) => {
  const byDay = new Map<CivilDay, ReturnType<typeof fitted>>();
  return (period: Period, at: CivilDay) => {
    const known = byDay.get(at) ?? fitted(population, period, at);
    byDay.set(at, known);
    return known;
  };
});

function fitted(population: Readable, period: Period, at: CivilDay) {
  const bought = purchasesUntil(population, period);
  const day = population.column('closed_at');
  const [deals, later, undated] = split(bought.deals, 3, (row) =>
    day[row] === NO_DAY ? 2 : (day[row] as number) > at ? 1 : 0,
  ) as [Readable, Readable, Readable];
  const credits = bought.credits.where((row) => day[row] !== NO_DAY && (day[row] as number) <= at);
  const customers = summariesOf(deals, at);
  const buying = fitBuying(customers);
  const oneCurrency = inOneCurrency(deals);
  const spending: Spending = oneCurrency
    ? fitSpending(customers)
    : { estimates: null, reason: 'mixed_currencies', correlation: null, n: 0 };
  const past = oneCurrency ? pastValue(customers, credits) : new Float64Array(customers.size).fill(Number.NaN);
  const excluded = [...bought.excluded(), ...leftOut({ undated_closed: undated, after_snapshot: later })];
  const single = customers.size - repeatCustomers(customers);
  const known = single === 0 ? [] : [said('alive_by_construction', { customers: single })];
  const notes = [...pricedNote(priced(deals).size, deals.size), ...known];
  return { deals, customers, buying, spending, past, excluded, notes };
}

/** Purchases less credits until the day, by position. */
function pastValue(customers: Summaries, credits: Population<'customer' | 'amount'>): Float64Array {
  const past = customers.spent.slice();
  if (credits.size === 0) return past;
  const { codes } = credits.column('customer');
  const amount = credits.column('amount');
  const back = new Map<number, number>();
  for (const row of credits.rows) {
    const code = codes[row] as number;
    back.set(code, (back.get(code) ?? 0) + (amount[row] as number));
  }
  return past.map((value, i) => value + (back.get(customers.codes[i] as number) ?? 0));
}

/** Everything about the customers' expected purchases and their value: the basis of figure, section and list. */
export function lifetimeOf({ population, period, asOf, settings }: LifetimeQuestion): Lifetime {
  const at = isAllTime(period) ? asOf : Math.min(period.end - 1, asOf);
  const { deals, customers, buying, spending, past, excluded, notes } = fittedOf(population)(period, at);
  const { horizonMonths = DEFAULT_HORIZON_MONTHS, discountRate = DEFAULT_DISCOUNT_RATE, margin } = settings;
  const outlook: Outlook | null =
    buying.estimates === null
      ? null
      : {
          customers,
          buying: buying.estimates,
          spending: spending.estimates,
          horizon: horizonOf(horizonMonths, discountRate),
          margin,
        };
  const worth = once((): Worth | null => (outlook === null ? null : worthOf(outlook)));
  const intervals = once(() => {
    const found = worth();
    return outlook === null || found === null ? null : intervalsOf(outlook, found);
  });
  const risk = once(() => (outlook === null ? null : atRiskOf(outlook.buying, customers, past)));
  const nameOf = (i: number): string => population.column('customer').values[customers.codes[i] as number] as string;
  const by = (of: Float64Array) => (a: number, b: number) =>
    (of[b] as number) - (of[a] as number) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a - b);
  const all = Uint32Array.from({ length: customers.size }, (_, i) => i);
  return {
    at,
    customers: customers.size,
    repeatCustomers: repeatCustomers(customers),
    purchases: sum(customers.purchases),
    excluded,
    notes: [
      ...notes,
      said('lifetime_horizon', {
        months: horizonMonths,
        rate: discountRate,
        assumed: settings.discountRate === undefined,
      }),
      ...(spending.correlation !== null && Math.abs(spending.correlation) > STRONG_CORRELATION
        ? [said('spending_correlated', { correlation: spending.correlation })]
        : []),
      ...marginNote(margin),
    ],
    horizonMonths,
    discountRate,
    discountRateAssumed: settings.discountRate === undefined,
    margin: margin ?? null,
    buying,
    spending,
    mean: once(() => {
      const found = worth();
      if (outlook === null || found === null || outlook.spending === null || customers.size === 0) return null;
      const total = sum(found.value);
      return { value: total / customers.size, total, interval: intervals()?.ofMean ?? null };
    }),
    ranked: once(() => {
      const found = worth();
      return found === null ? all : all.sort(by(outlook?.spending === null ? found.coming : found.value));
    }),
    atRisk: once(() => {
      const found = risk();
      return all.filter((i) => found?.[i] === 1).sort(by(past));
    }),
    customer: (i) => {
      const found = worth();
      return {
        customer: nameOf(i),
        purchases: customers.purchases[i] as number,
        firstPurchase: customers.first[i] as number,
        lastPurchase: customers.last[i] as number,
        daysSince: at - (customers.last[i] as number),
        value: orNull(past[i]),
        meanValue: orNull(found?.perPurchase[i]),
        pAlive: orNull(found?.alive[i]),
        expectedPurchases: orNull(found?.coming[i]),
        expectedValue: orNull(found?.value[i]),
        interval: intervals()?.of(i) ?? null,
        atRisk: risk()?.[i] === 1,
      };
    },
    codeOf: (i) => customers.codes[i] as number,
    frequency: once(() => (outlook === null ? null : frequencyFit(outlook.buying, customers))),
    holdOut: once(() => (outlook === null ? null : holdOut(deals, customers))),
  };
}

/** From here on frequency and value are not taken for independent without a word (a judgement). */
export const STRONG_CORRELATION = 0.3;

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
