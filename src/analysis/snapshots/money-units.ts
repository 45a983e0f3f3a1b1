/** Amounts as whole numbers of their smallest unit, so that sums are exact and what is printed adds up. */
import type { Deals } from '../../model/deals.js';

/** The amounts of one snapshot. */
export interface Amounts {
  /** Whole units per deal; NaN = no amount. */
  readonly units: Float64Array;
  /** Index into {@link Money.currencies}, per deal. */
  readonly bucket: Uint16Array;
}

/** The amounts of all snapshots in the same units, by currency. */
export interface Money {
  /**
   * The currencies, most amounts first. One entry where the amounts name one currency, or none (''): amounts that name
   * none belong to the one that is named. Beside several, those that name none are '' among them.
   */
  readonly currencies: readonly string[];
  readonly snapshots: readonly Amounts[];
  /** Units as an amount in the currency. */
  amount(units: number, bucket: number): number;
}

/** Finer than this is arithmetic (rates, sums of lines), not something that anybody wrote. */
const MOST_DECIMALS = 6;
/** Decimals of so many digits are the same number whether written or held in a double (IEEE 754: 15). */
const SAFE_DIGITS = 1e15;

/**
 * The unit of a currency is the last decimal that any of its amounts is written with, at most the sixth, and coarser
 * where the amounts are so large that their sum would have more digits than a number can carry (15; whole numbers
 * below 2⁵³). Amounts finer than the unit are rounded to it, each once.
 */
export function moneyOf(snapshots: readonly Deals[]): Money {
  const currencies = currenciesOf(snapshots);
  const buckets = snapshots.map((deals) => bucketsOf(deals, currencies));
  const decimals = decimalsOf(snapshots, buckets, currencies.length);
  const factors = decimals.map((places) => 10 ** Math.abs(places));
  const amountOf = (units: number, bucket: number): number => {
    const factor = factors[bucket] ?? 1;
    // Adding 0 makes a negative zero a plain one.
    return ((decimals[bucket] ?? 0) < 0 ? units * factor : units / factor) + 0;
  };
  return {
    currencies,
    snapshots: snapshots.map((deals, at) => {
      const bucket = buckets[at] as Uint16Array;
      const amount = deals.column('amount');
      const units = new Float64Array(deals.size);
      for (let row = 0; row < units.length; row++) {
        const code = bucket[row] as number;
        const [value, factor] = [amount[row] as number, factors[code] as number];
        units[row] = Math.round((decimals[code] as number) < 0 ? value / factor : value * factor) + 0;
      }
      return { units, bucket };
    }),
    amount: amountOf,
  };
}

/** The currencies that amounts name; one where there is one or none, with '' beside several. */
function currenciesOf(snapshots: readonly Deals[]): string[] {
  const counts = new Map<string, number>();
  for (const deals of snapshots) {
    const amount = deals.column('amount');
    const { codes, values } = deals.column('currency');
    const own = new Uint32Array(values.length);
    for (let row = 0; row < deals.size; row++) {
      if (!Number.isNaN(amount[row] as number)) own[codes[row] as number] = (own[codes[row] as number] as number) + 1;
    }
    own.forEach((n, code) => {
      const name = values[code] as string;
      if (n > 0 && name !== '') counts.set(name, (counts.get(name) ?? 0) + n);
    });
  }
  const named = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  if (named.length < 2) return [named[0] ?? ''];
  return [...named, ''];
}

function bucketsOf(deals: Deals, currencies: readonly string[]): Uint16Array {
  const bucket = new Uint16Array(deals.size);
  if (currencies.length < 2) return bucket;
  const { codes, values } = deals.column('currency');
  const nameless = currencies.length - 1;
  // A currency that no amount names has no bucket of its own.
  const ofCode = values.map((name) => {
    const at = currencies.indexOf(name);
    return at < 0 ? nameless : at;
  });
  for (let row = 0; row < bucket.length; row++) bucket[row] = ofCode[codes[row] as number] as number;
  return bucket;
}

/** Decimals of the unit of each bucket; negative: its unit is that power of ten. */
function decimalsOf(snapshots: readonly Deals[], buckets: readonly Uint16Array[], size: number): number[] {
  const decimals = new Array<number>(size).fill(0);
  // No sum of a comparison can be larger: of two snapshots, each with all its deals.
  const largest = new Float64Array(size);
  snapshots.forEach((deals, at) => {
    const amount = deals.column('amount');
    const bucket = buckets[at] as Uint16Array;
    const sums = new Float64Array(size);
    for (let row = 0; row < deals.size; row++) {
      const value = amount[row] as number;
      if (Number.isNaN(value)) continue;
      const code = bucket[row] as number;
      sums[code] = (sums[code] as number) + Math.abs(value);
      if ((decimals[code] as number) < MOST_DECIMALS) decimals[code] = placesOf(value, decimals[code] as number);
    }
    for (let code = 0; code < size; code++) largest[code] = Math.max(largest[code] as number, sums[code] as number);
  });
  return decimals.map((places, code) => {
    const most = 2 * (largest[code] as number);
    let fitting = places;
    while (!fits(most, fitting)) fitting--;
    return fitting;
  });
}

function fits(most: number, places: number): boolean {
  if (places === 0) return most < Number.MAX_SAFE_INTEGER;
  return (places > 0 ? most * 10 ** places : most / 10 ** -places) < SAFE_DIGITS;
}

/** Decimals that a number is written with, at least `from` and at most {@link MOST_DECIMALS}. */
function placesOf(value: number, from: number): number {
  let places = from;
  while (places < MOST_DECIMALS) {
    const factor = 10 ** places;
    // A double is the one nearest to its decimal: the quotient of two whole numbers is that one, too.
    if (Math.round(value * factor) / factor === value) return places;
    places++;
  }
  return places;
}
