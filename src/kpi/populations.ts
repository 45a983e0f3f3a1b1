import { type CategoryColumn, numbersIn } from '../model/column.js';
import {
  CLOSED_EARLY,
  COUNTED,
  DATED_CLOSED,
  DATED_CREATED,
  DECIDED,
  IN_ORDER,
  NO_CREDIT,
  NOT_ZERO,
  OF_OUTCOME,
  PRICED,
  type Trait,
  WITH_CUSTOMER,
} from '../model/deal-classes.js';
import type { DealField } from '../model/deals.js';
import { distinctTexts } from '../model/distinct-texts.js';
import { EXCLUDED, LOST, OPEN, WON } from '../model/outcome.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { byProbability, splitByCode, withinDays } from '../model/selections.js';
import type { Codes } from '../model/text-column.js';
import { spareToKeep } from '../model/work-room.js';
import { cached, cachedByPeriod, type Some } from './parts.js';

/**
 * The populations that definitions are written in. Each is found once per (population, period) and kept as long as
 * the population it was taken from lives: twenty KPIs that share "closed" and "won" find them once.
 */

/**
 * The population's deals by `codes[row]`, which must be under `parts`: breakdowns and series split once and measure
 * each part. O(deals + parts), whatever the number of parts.
 */
export function partition<P extends Some>(population: P, codes: Codes, parts: number): P[] {
  return splitByCode(population, codes, parts);
}

/** Deals won. */
export function won<P extends Population<'outcome'>>(population: P): P {
  return population.having(OF_OUTCOME[WON] as Trait) as Some as P;
}

/** Deals lost. */
export function lost<P extends Population<'outcome'>>(population: P): P {
  return population.having(OF_OUTCOME[LOST] as Trait) as Some as P;
}

/** Deals open as recorded now; for a day in the past see `openAt`. */
export function open<P extends Population<'outcome'>>(population: P): P {
  return population.having(OF_OUTCOME[OPEN] as Trait) as Some as P;
}

/** Deals that are neither won, lost nor open. */
export function outcomeExcluded<P extends Population<'outcome'>>(population: P): P {
  return population.having(OF_OUTCOME[EXCLUDED] as Trait) as Some as P;
}

/** Deals won, lost or open: all but the excluded ones. */
export function counted<P extends Population<'outcome'>>(population: P): P {
  return population.having(COUNTED) as Some as P;
}

/** Deals won or lost, dated or not. */
export function closed<P extends Population<'outcome'>>(population: P): P {
  return population.having(DECIDED[0]) as Some as P;
}

const inside = (field: 'closed_at' | 'created_at') => {
  const [dated] = field === 'closed_at' ? DATED_CLOSED : DATED_CREATED;
  return cachedByPeriod((population: Population<'closed_at' | 'created_at'>, period: Period) => {
    if (isAllTime(period)) return population.having(dated);
    return withinDays(population, population.column(field), period.start, period.end);
  });
};
const closedInside = inside('closed_at');
const createdInside = inside('created_at');

/** Deals won or lost in the period; in all time, every one of them, dated or not. */
export function closedIn<P extends Population<'outcome' | 'closed_at'>>(population: P, period: Period): P {
  return isAllTime(period) ? closed(population) : dated(closedInside, closed(population), period);
}

/** Deals whose closing date is in the period, whatever their outcome; in all time, those that have such a date. */
export function endedIn<P extends Population<'closed_at'>>(population: P, period: Period): P {
  return dated(closedInside, population, period);
}

/** Deals created in the period; in all time, every deal, dated or not. */
export function createdIn<P extends Population<'created_at'>>(population: P, period: Period): P {
  return isAllTime(period) ? population : dated(createdInside, population, period);
}

/** Deals without a closing date. */
export function undatedClosed<P extends Population<'closed_at'>>(population: P): P {
  return population.having(DATED_CLOSED[1]) as Some as P;
}

/** Deals without a creation date. */
export function undatedCreated<P extends Population<'created_at'>>(population: P): P {
  return population.having(DATED_CREATED[1]) as Some as P;
}

function dated<P extends Some>(find: ReturnType<typeof inside>, population: P, period: Period): P {
  return find(population as Some as Population<DealField>, period) as Some as P;
}

const closedBefore = cachedByPeriod((population: Population<'closed_at'>, { end }) => {
  const days = population.column('closed_at');
  return withinDays(population, days, Number.NEGATIVE_INFINITY, end);
});

/** Deals won up to the period's end; in all time, every won deal, dated or not. */
export function wonUntil<P extends Population<'outcome' | 'closed_at'>>(population: P, period: Period): P {
  return isAllTime(period) ? won(population) : (closedBefore(won(population), period) as Some as P);
}

/** Deals with an amount; 0 is one. */
export function priced<P extends Population<'amount'>>(population: P): P {
  return population.having(PRICED[0]) as Some as P;
}

/** Deals without an amount. */
export function unpriced<P extends Population<'amount'>>(population: P): P {
  return population.having(PRICED[1]) as Some as P;
}

/** Deals that are no credits: of 0 or more, or (where the population has such) without an amount. */
export function nonNegative<P extends Population<'amount'>>(population: P): P {
  return population.having(NO_CREDIT[0]) as Some as P;
}

/** The credits: deals with an amount below 0. */
export function negative<P extends Population<'amount'>>(population: P): P {
  return population.having(NO_CREDIT[1]) as Some as P;
}

/** Of priced deals, those whose amount is not 0. */
export function nonZero<P extends Population<'amount'>>(population: P): P {
  return population.having(NOT_ZERO[0]) as Some as P;
}

/** Deals with a probability; 0 is one. */
export function withProbability<P extends Population<'probability'>>(population: P): P {
  return byProbability(population)[0] as Some as P;
}

/** Whether any deal has a probability: the first ones mostly tell. */
export function anyProbability(population: Population<'probability'>): boolean {
  const probabilityAt = numbersIn(population.column('probability'));
  return population.some((row) => !Number.isNaN(probabilityAt(row)));
}

/** Deals without a probability. */
export function withoutProbability<P extends Population<'probability'>>(population: P): P {
  return byProbability(population)[1] as Some as P;
}

/** Deals with both dates, closed on or after the day they were created. */
export function inOrder<P extends Population<'created_at' | 'closed_at'>>(population: P): P {
  return population.having(IN_ORDER[0]) as Some as P;
}

/** Deals with both dates, closed before the day they were created. */
export function closedBeforeCreated<P extends Population<'created_at' | 'closed_at'>>(population: P): P {
  return population.having(CLOSED_EARLY) as Some as P;
}

/** Deals of a customer. */
export function withCustomer<P extends Population<'customer'>>(population: P): P {
  return population.having(WITH_CUSTOMER[0]) as Some as P;
}

/** Deals that name no customer. */
export function withoutCustomer<P extends Population<'customer'>>(population: P): P {
  return population.having(WITH_CUSTOMER[1]) as Some as P;
}

/** The customers of a population's deals, numbered from 0. */
export interface CustomersOf {
  readonly count: number;
  /** The customer's number, by position in the population's rows. Every deal must name a customer. */
  readonly numbers: CustomerNumbers;
}

/** Of two bytes each where so few customers are named, in whatever deals. */
export type CustomerNumbers = Uint16Array | Uint32Array;

/** Numbers that were given to the customers of a column: those up to `last` are of populations that came before. */
interface Numbering {
  readonly numberOf: Uint32Array;
  last: number;
}

/** One per column: a breakdown into many groups would otherwise make, or empty, an array for each. */
const numberings = new WeakMap<CategoryColumn, Numbering>();

function numberingOf(column: CategoryColumn, atMost: number): Numbering {
  const known = numberings.get(column);
  if (known !== undefined && known.last + atMost < 2 ** 32) return known;
  const made = { numberOf: new Uint32Array(distinctTexts(column)), last: 0 };
  numberings.set(column, made);
  return made;
}

/** Numbers the customers of deals that all name one (`withCustomer`), as they come. */
export const customersOf: (population: Population<'customer'>) => CustomersOf = cached((population) => {
  const column = population.column('customer');
  // Of a part the customers are known by their numbers in the whole. Found first: that, too, gives numbers.
  const own = population.ofPart(numbersOf, numbersOf);
  const numbering = numberingOf(column, population.size);
  const before = numbering.last;
  const numbers =
    own === null ? population.withRows((rows) => numberRows(column.codes, rows, numbering)) : numberAll(own, numbering);
  return { count: numbering.last - before, numbers };
});

function numbersOf(population: Population<'customer'>): CustomerNumbers {
  return customersOf(population).numbers;
}

type NumbersKind = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): CustomerNumbers;
  new (buffer: ArrayBufferLike, from: number, length: number): CustomerNumbers;
};

/** Numbers, from 0, in the order of the rows. */
function numberRows(codes: Codes, rows: Uint32Array, numbering: Numbering): CustomerNumbers {
  const { numberOf, last: before } = numbering;
  const kind: NumbersKind = numberOf.length <= 0x1_0000 ? Uint16Array : Uint32Array;
  const numbers = spareToKeep(kind, rows.length) ?? new kind(rows.length);
  let last = before;
  for (let position = 0; position < rows.length; position++) {
    const code = codes[rows[position] as number] as number;
    let number = numberOf[code] as number;
    if (number <= before) {
      number = ++last;
      numberOf[code] = number;
    }
    numbers[position] = number - before - 1;
  }
  numbering.last = last;
  return numbers;
}

/** The same of customers that are in the order of the rows, by numbers of another numbering. */
function numberAll(others: CustomerNumbers, numbering: Numbering): CustomerNumbers {
  const { numberOf, last: before } = numbering;
  const numbers = others instanceof Uint16Array ? new Uint16Array(others.length) : new Uint32Array(others.length);
  let last = before;
  for (let position = 0; position < others.length; position++) {
    const other = others[position] as number;
    let number = numberOf[other] as number;
    if (number <= before) {
      number = ++last;
      numberOf[other] = number;
    }
    numbers[position] = number - before - 1;
  }
  numbering.last = last;
  return numbers;
}
