/**
 * What selections ask of a deal, as one number per deal: its class. Whatever is a matter of outcome, amount, dates,
 * customer and currency is then one look at one column, and how many deals pass is told by a count of classes, without a
 * look at the deals.
 */
import { type CivilDay, NO_DAY } from './civil-day.js';
import type { DealColumns, DealField, Deals } from './deals.js';
import { LOST, OPEN, OUTCOMES, WON } from './outcome.js';
import { roomFor } from './shared-memory.js';
import type { Codes } from './text-column.js';

/** By row. From the lowest bit: outcome (2), amount (2), dates (3), customer (1), currency (8). */
export type DealClasses = Uint16Array;

const MONEY = 2;
const DATES = 4;
const CUSTOMER = 7;
const CURRENCY = 8;

const NO_AMOUNT = 0;
const CREDIT = 1;
const ZERO = 2;
const VALUE = 3;

const CREATED = 1;
const CLOSED = 2;
/** Both, closed on or after the day of creation. */
const ORDERED = 4;

/** So many currencies are told apart, '' among them. */
const MOST_CURRENCIES = 0x100;
/** How many classes there can be. */
export const CLASSES = 0x1_0000;

/** Something that is so of a deal or not, by its class alone. */
export interface Trait {
  /** The fields that it is told by. */
  readonly fields: readonly DealField[];
  /** The bits of the class that tell it … */
  readonly shift: number;
  readonly bits: number;
  /** … and which of their values do: bit v for the value v − from, of 32 at most. */
  readonly wanted: number;
  readonly from: number;
}

/** Whether the deals of a class have a trait. */
export function hasTrait(one: number, { shift, bits, wanted, from }: Trait): boolean {
  const value = ((one >>> shift) & bits) - from;
  // A shift by 32 is one by 0.
  return value >= 0 && value < 32 && ((wanted >>> value) & 1) === 1;
}

type Pair = readonly [Trait, Trait];

function pair(fields: readonly DealField[], shift: number, bits: number, values: readonly number[]): Pair {
  const wanted = values.reduce((sum, value) => sum | (1 << value), 0);
  const all = 2 ** (bits + 1) - 1;
  return [
    { fields, shift, bits, wanted, from: 0 },
    { fields, shift, bits, wanted: all & ~wanted, from: 0 },
  ];
}

/** A trait per entry of OUTCOMES. */
export const OF_OUTCOME: readonly Trait[] = OUTCOMES.map((_, code) => pair(['outcome'], 0, 3, [code])[0]);
/** Won, lost or open. */
export const [COUNTED]: Pair = pair(['outcome'], 0, 3, [OPEN, WON, LOST]);
/** Won or lost, and neither. */
export const DECIDED: Pair = pair(['outcome'], 0, 3, [WON, LOST]);
/** With an amount (0 is one), and without. */
export const PRICED: Pair = pair(['amount'], MONEY, 3, [CREDIT, ZERO, VALUE]);
/** Of 0 or more, or without an amount, and below 0. */
export const NO_CREDIT: Pair = pair(['amount'], MONEY, 3, [NO_AMOUNT, ZERO, VALUE]);
/** Of an amount other than 0, or without one, and of 0. */
export const NOT_ZERO: Pair = pair(['amount'], MONEY, 3, [NO_AMOUNT, CREDIT, VALUE]);
/** Of an amount above 0. */
export const [OF_VALUE]: Pair = pair(['amount'], MONEY, 3, [VALUE]);
export const WITH_CUSTOMER: Pair = pair(['customer'], CUSTOMER, 1, [1]);
/** With both dates, closed on or after the day of creation, and all others. */
export const IN_ORDER: Pair = pair(['created_at', 'closed_at'], DATES, 7, [CREATED | CLOSED | ORDERED]);
/** With both dates, closed before the day of creation. */
export const [CLOSED_EARLY]: Pair = pair(['created_at', 'closed_at'], DATES, 7, [CREATED | CLOSED]);
/** With a creation date, and without. */
export const DATED_CREATED: Pair = pair(['created_at'], DATES, 7, [1, 3, 5, 7]);
/** With a closing date, and without. */
export const DATED_CLOSED: Pair = pair(['closed_at'], DATES, 7, [2, 3, 6, 7]);

interface Currencies {
  has(field: 'currency'): boolean;
  column(field: 'currency'): DealColumns['currency'];
}

/** Whether the classes of deals tell their currencies apart. */
export function tellsCurrency(deals: Currencies): boolean {
  return deals.has('currency') && deals.column('currency').values.length <= MOST_CURRENCIES;
}

/** A trait per currency code, of those that classes tell apart ({@link tellsCurrency}). */
export const OF_CURRENCY: readonly Trait[] = Array.from({ length: MOST_CURRENCIES }, (_, from) => {
  return { fields: ['currency'], shift: CURRENCY, bits: MOST_CURRENCIES - 1, wanted: 1, from };
});

/** The outcome of the deals of a class: index into OUTCOMES. */
export function outcomeOf(one: number): number {
  return one & 3;
}

/** The currency code of the deals of a class. */
export function currencyOf(one: number): number {
  return one >>> CURRENCY;
}

/** How many of some deals are in each of so many currencies, by code, of classes that tell these apart ({@link tellsCurrency}). */
export function countCurrencies({ classes, deals }: Classed['census'], currencies: number): Uint32Array {
  const counts = new Uint32Array(currencies);
  classes.forEach((one, at) => {
    counts[currencyOf(one)] = (counts[currencyOf(one)] as number) + (deals[at] as number);
  });
  return counts;
}

/** Whether the deals of a class have an amount. */
export function isPriced(one: number): boolean {
  return ((one >>> MONEY) & 3) !== NO_AMOUNT;
}

/** The classes of all deals, those that there are, as they come, and how many deals have each of these. */
export interface Classed {
  readonly classes: DealClasses;
  readonly census: { readonly classes: readonly number[]; readonly deals: readonly number[] };
}

/**
 * The classes of all deals. A field that the files do not have is missing everywhere, and its column is not made. O(deals).
 *
 * @param classes where they go, one for each deal: what is written there is written over
 */
export function classesOf(deals: Deals, classes: DealClasses = roomFor(Uint16Array, deals.size)): Classed {
  const { size } = deals;
  const counts = new Uint32Array(CLASSES);
  const found = fillClasses(classes, counts, {
    outcome: deals.column('outcome'),
    amount: deals.has('amount') ? deals.column('amount') : new Float64Array(size).fill(Number.NaN),
    created: daysOf(deals, 'created_at'),
    closed: daysOf(deals, 'closed_at'),
    customers: deals.has('customer') ? deals.column('customer').codes : new Uint8Array(size),
    currencies: tellsCurrency(deals) ? deals.column('currency').codes : new Uint8Array(size),
  });
  return { classes, census: { classes: found, deals: found.map((one) => counts[one] as number) } };
}

function daysOf(deals: Deals, field: 'created_at' | 'closed_at'): DealColumns['created_at'] {
  return deals.has(field) ? deals.column(field) : new Int32Array(deals.size).fill(NO_DAY);
}

interface Told {
  readonly outcome: DealColumns['outcome'];
  readonly amount: Float64Array;
  readonly created: Int32Array;
  readonly closed: Int32Array;
  readonly customers: Codes;
  readonly currencies: Codes;
}

/** All of it in one pass: a loop for each column would have to be compiled for each. */
function fillClasses(
  classes: DealClasses,
  counts: Uint32Array,
  { outcome, amount, created, closed, customers, currencies }: Told,
): number[] {
  const found: number[] = [];
  for (let row = 0; row < classes.length; row++) {
    const value = amount[row] as number;
    // Without branches: NaN is neither above 0, below it nor 0.
    const kind = (value > 0 ? VALUE : 0) + (value < 0 ? CREDIT : 0) + (value === 0 ? ZERO : 0);
    const begun = created[row] as CivilDay;
    const ended = closed[row] as CivilDay;
    const dated = (begun === NO_DAY ? 0 : CREATED) | (ended === NO_DAY ? 0 : CLOSED);
    // No day is before all days: a deal that has begun and not ended is not in order.
    const ordered = begun !== NO_DAY && ended >= begun ? ORDERED : 0;
    const customer = customers[row] === 0 ? 0 : 1;
    const one =
      (outcome[row] as number) |
      (kind << MONEY) |
      ((dated | ordered) << DATES) |
      (customer << CUSTOMER) |
      ((currencies[row] as number) << CURRENCY);
    classes[row] = one;
    const before = counts[one] as number;
    if (before === 0) found.push(one);
    counts[one] = before + 1;
  }
  return found;
}
