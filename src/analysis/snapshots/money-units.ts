/** Amounts as whole numbers of their smallest unit, so that sums are exact and what is printed adds up. */
import type { Deals } from '../../model/deals.js';
import { LIMIT } from './exact-sum.js';

/** The amounts of one snapshot. */
export interface Amounts {
  /** Whole units per deal, below 2⁵² in size; NaN = no amount. */
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
  /** Units of one deal as an amount in the currency. */
  amount(units: number, bucket: number): number;
  /**
   * A sum of units as an amount. Of sums that have more digits than a number carries (over 9 × 10¹⁵ units) the last ones
   * are rounded, so that the amount is the same number as it is printed; see {@link Money.rounded}.
   */
  sum(units: bigint, bucket: number): number;
  /** Units as {@link Money.sum} tells them. Differences of rounded sums are told exactly. */
  rounded(units: bigint, bucket: number): bigint;
}

/** Finer than this is arithmetic (rates, sums of lines), not something that anybody wrote. */
const MOST_DECIMALS = 6;
/** Decimals of so many digits are the same number whether written or held in a double (IEEE 754: 15). */
const SAFE_DIGITS = 1e15;

/**
 * The unit of a currency is the last decimal that any of its amounts is written with, at most the sixth, and coarser
 * where an amount is so large that a double does not tell it. Amounts finer than the unit are rounded to it, each once.
 */
export function moneyOf(snapshots: readonly Deals[]): Money {
  const currencies = currenciesOf(snapshots);
  const buckets = snapshots.map((deals) => bucketsOf(deals, currencies));
  const scales = scalesOf(snapshots, buckets, currencies.length);
  const scaleAt = (bucket: number): Scale => scales[bucket] ?? WHOLE;
  const rounded = (units: bigint, bucket: number): bigint => {
    const { coarse } = scaleAt(bucket);
    if (coarse === 1n) return units;
    const half = units < 0n ? -coarse / 2n : coarse / 2n;
    return ((units + half) / coarse) * coarse;
  };
  return {
    currencies,
    snapshots: snapshots.map((deals, at) => {
      const bucket = buckets[at] as Uint16Array;
      const amount = deals.column('amount');
      const units = new Float64Array(deals.size);
      for (let row = 0; row < units.length; row++) {
        units[row] = shifted(amount[row] as number, scaleAt(bucket[row] as number).decimals);
      }
      return { units, bucket };
    }),
    amount: (units, bucket) => unshifted(units, scaleAt(bucket).decimals),
    sum(units, bucket) {
      const { decimals, coarse, zeros } = scaleAt(bucket);
      return unshifted(Number(rounded(units, bucket) / coarse), decimals - zeros);
    },
    rounded,
  };
}

/** How amounts of a currency become units. */
interface Scale {
  /** Decimals of the unit; negative: the unit is that power of ten. */
  readonly decimals: number;
  /** Sums are told in so many units: a power of ten, with its zeros. */
  readonly coarse: bigint;
  readonly zeros: number;
}

const WHOLE: Scale = { decimals: 0, coarse: 1n, zeros: 0 };

/** Adding 0 makes a negative zero a plain one. */
function shifted(amount: number, decimals: number): number {
  return Math.round(decimals < 0 ? amount / 10 ** -decimals : amount * 10 ** decimals) + 0;
}

function unshifted(units: number, decimals: number): number {
  return (decimals < 0 ? units * 10 ** -decimals : units / 10 ** decimals) + 0;
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

function scalesOf(snapshots: readonly Deals[], buckets: readonly Uint16Array[], size: number): Scale[] {
  const decimals = new Array<number>(size).fill(0);
  const largest = new Float64Array(size);
  // No sum of a comparison can be larger: of two snapshots, each with all its deals.
  const most = new Float64Array(size);
  snapshots.forEach((deals, at) => {
    const amount = deals.column('amount');
    const bucket = buckets[at] as Uint16Array;
    const sums = new Float64Array(size);
    for (let row = 0; row < deals.size; row++) {
      const value = Math.abs(amount[row] as number);
      if (Number.isNaN(value)) continue;
      const code = bucket[row] as number;
      sums[code] = (sums[code] as number) + value;
      if (value > (largest[code] as number)) largest[code] = value;
      if ((decimals[code] as number) < MOST_DECIMALS) decimals[code] = placesOf(value, decimals[code] as number);
    }
    for (let code = 0; code < size; code++) most[code] = Math.max(most[code] as number, sums[code] as number);
  });
  return decimals.map((places, code) => {
    let own = places;
    while (!(shifted(largest[code] as number, own) < LIMIT)) own--;
    // Sums may be told in tens, hundreds … of the unit.
    const whole = Math.min(2 * (most[code] as number), Number.MAX_VALUE);
    let told = own;
    while (!isTold(whole, told)) told--;
    return { decimals: own, coarse: 10n ** BigInt(own - told), zeros: own - told };
  });
}

/** Whether sums of a size are the same number printed and held, with so many decimals. */
function isTold(size: number, decimals: number): boolean {
  if (decimals === 0) return size < Number.MAX_SAFE_INTEGER;
  return (decimals > 0 ? size * 10 ** decimals : size / 10 ** -decimals) < SAFE_DIGITS;
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
