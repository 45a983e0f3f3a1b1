import { type CivilDay, NO_DAY } from './civil-day.js';
import type { DealColumns } from './deals.js';
import { keep, recalled } from './found.js';
import { LOST, OUTCOMES, WON } from './outcome.js';
import type { Population } from './population.js';
import type { Codes } from './text-column.js';

/**
 * The selections that nearly every KPI and rule begins with, each found once per population and kept as long as that
 * lives. They are loops of their own rather than `where` with a test: a test per deal is a call per deal, which takes
 * about twice the time (1 M rows).
 */

const NO_ROWS = new Uint32Array(0);

/** Any population, as a key: nothing can be read through it. */
export type Some = Population<never>;

/**
 * Remembers what was found for a population, as long as the population lives. `find` must be one of few, made as a module
 * is loaded: populations keep it.
 */
export function cached<P extends Some, T>(find: (population: P) => T): (population: P) => T {
  return (population) => {
    let answer = recalled(population, find) as T | undefined;
    if (answer === undefined) {
      answer = find(population);
      keep(population, find, answer);
    }
    return answer;
  };
}

/**
 * Splits a population by `codes[row]`, which must be under `parts`; the parts keep ascending order. All of it is the
 * population itself, so that what was found for one is found for the other. O(deals + parts).
 */
export function splitByCode<P extends Some>(population: P, codes: Codes, parts: number): P[] {
  const { rows } = population;
  const starts = codes instanceof Uint8Array ? startsOfBytes(rows, codes, parts) : startsOfWords(rows, codes, parts);
  if (
    starts.some((start, part) => part > 0 && start - (starts[part - 1] as number) === rows.length && rows.length > 0)
  ) {
    const empty = population.select(NO_ROWS) as Some as P;
    return Array.from({ length: parts }, (_, part) => (starts[part] === starts[part + 1] ? empty : population));
  }
  const sorted = new Uint32Array(rows.length);
  const next = starts.slice();
  if (codes instanceof Uint8Array) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const part = codes[row] as number;
      sorted[next[part] as number] = row;
      next[part] = (next[part] as number) + 1;
    }
  } else {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const part = codes[row] as number;
      sorted[next[part] as number] = row;
      next[part] = (next[part] as number) + 1;
    }
  }
  return Array.from(
    { length: parts },
    (_, part) => population.select(sorted.subarray(starts[part], starts[part + 1])) as Some as P,
  );
}

/** Where each part begins, and the end of the last. */
function startsOfBytes(rows: Uint32Array, codes: Uint8Array, parts: number): Uint32Array {
  const starts = new Uint32Array(parts + 1);
  for (let i = 0; i < rows.length; i++) {
    const part = (codes[rows[i] as number] as number) + 1;
    starts[part] = (starts[part] as number) + 1;
  }
  return summed(starts);
}

function startsOfWords(rows: Uint32Array, codes: Uint16Array | Uint32Array, parts: number): Uint32Array {
  const starts = new Uint32Array(parts + 1);
  for (let i = 0; i < rows.length; i++) {
    const part = (codes[rows[i] as number] as number) + 1;
    starts[part] = (starts[part] as number) + 1;
  }
  return summed(starts);
}

function summed(starts: Uint32Array): Uint32Array {
  for (let part = 1; part < starts.length; part++) {
    starts[part] = (starts[part] as number) + (starts[part - 1] as number);
  }
  return starts;
}

type Decided = Population<'outcome'>;

const splitByOutcome = (population: Decided): readonly Decided[] =>
  splitByCode(population, population.column('outcome'), OUTCOMES.length);

/** The deals of a population by outcome: one part per entry of OUTCOMES. */
export const byOutcome: (population: Decided) => readonly Decided[] = cached(splitByOutcome);

/** Deals won or lost. Its won and lost deals are those of the population itself, found once for both. */
export const closedDeals = cached((population: Decided): Decided => {
  const outcome = population.column('outcome');
  const parts = byOutcome(population);
  const [won, lost] = [parts[WON], parts[LOST]];
  if (won === population || lost === population) return population;
  const { rows } = population;
  const size = (won?.size ?? 0) + (lost?.size ?? 0);
  if (size === rows.length) return population;
  const kept = new Uint32Array(size);
  for (let i = 0, n = 0; n < size; i++) {
    const row = rows[i] as number;
    const code = outcome[row];
    if (code === WON || code === LOST) kept[n++] = row;
  }
  const closed = population.select(kept);
  const nobody = population.select(NO_ROWS);
  keep(
    closed,
    splitByOutcome,
    parts.map((part, code) => (code === WON || code === LOST ? (part.size === closed.size ? closed : part) : nobody)),
  );
  return closed;
});

/** Deals with an amount (0 is one), and deals without. */
export const byAmount = cached((population: Population<'amount'>) => {
  const { rows } = population;
  const amount = population.column('amount');
  const marks = marksFor(rows.length);
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = amount[rows[i] as number] as number;
    // NaN alone differs from itself.
    // biome-ignore lint/suspicious/noSelfCompare: a call of Number.isNaN per deal costs twice the loop
    const mark = value === value ? 1 : 0;
    marks[i] = mark;
    marked += mark;
  }
  return halves(population, marks, marked);
});

/** Deals of 0 or more, or without an amount, and the credits: deals below 0. */
export const bySign = cached((population: Population<'amount'>) => {
  const { rows } = population;
  const amount = population.column('amount');
  const marks = marksFor(rows.length);
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const mark = (amount[rows[i] as number] as number) < 0 ? 0 : 1;
    marks[i] = mark;
    marked += mark;
  }
  return halves(population, marks, marked);
});

/** Deals of a customer, and deals that name none. */
export const byCustomer = cached((population: Population<'customer'>) => {
  const { rows } = population;
  const { codes } = population.column('customer');
  const marks = marksFor(rows.length);
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const mark = codes[rows[i] as number] === 0 ? 0 : 1;
    marks[i] = mark;
    marked += mark;
  }
  return halves(population, marks, marked);
});

/** Deals with both dates, closed on or after the day they were created, and all others. */
export const byOrder = cached((population: Population<'created_at' | 'closed_at'>) => {
  const { rows } = population;
  const created = population.column('created_at');
  const closed = population.column('closed_at');
  const marks = marksFor(rows.length);
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const begun = created[row] as number;
    // No day is before all days: a deal that has begun and not ended is not in order.
    const mark = begun !== NO_DAY && (closed[row] as number) >= begun ? 1 : 0;
    marks[i] = mark;
    marked += mark;
  }
  return halves(population, marks, marked);
});

type DayField = { [F in keyof DealColumns]: DealColumns[F] extends Int32Array ? F : never }[keyof DealColumns];

/** Deals with a date in the field, and deals without. */
export function byDate<F extends DayField>(field: F): (population: Population<F>) => readonly Population<F>[] {
  let find = dateFinders.get(field);
  if (find === undefined) {
    find = cached((population: Population<DayField>) => {
      const { rows } = population;
      const days: Int32Array = population.column(field);
      const marks = marksFor(rows.length);
      let marked = 0;
      for (let i = 0; i < rows.length; i++) {
        const mark = days[rows[i] as number] === NO_DAY ? 0 : 1;
        marks[i] = mark;
        marked += mark;
      }
      return halves(population, marks, marked);
    });
    dateFinders.set(field, find);
  }
  return find as (population: Population<never>) => readonly Population<F>[];
}

const dateFinders = new Map<DayField, (population: Population<DayField>) => readonly Some[]>();

/** Deals of a population with a day in start … end − 1, of a column of days. */
export function withinDays<P extends Some>(population: P, days: Int32Array, start: CivilDay, end: CivilDay): P {
  const { rows } = population;
  const marks = marksFor(rows.length);
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    const mark = day >= start && day < end && day !== NO_DAY ? 1 : 0;
    marks[i] = mark;
    marked += mark;
  }
  return marked === rows.length ? population : (population.select(rowsMarked(rows, marks, marked)) as Some as P);
}

/** A population in two: the rows that were marked 1, of which there are so many, and those marked 0. */
function halves<P extends Some>(population: P, marks: Uint8Array, marked: number): readonly [P, P] {
  const { rows } = population;
  const all = rows.length;
  if (marked === all) return [population, population.select(NO_ROWS) as Some as P];
  if (marked === 0) return [population.select(NO_ROWS) as Some as P, population];
  // Parts of one array: groups of a breakdown have tens of thousands of halves.
  const selection = new Uint32Array(all);
  for (let i = 0, front = 0, back = marked; i < all; i++) {
    const row = rows[i] as number;
    if (marks[i] === 1) selection[front++] = row;
    else selection[back++] = row;
  }
  return [
    population.select(selection.subarray(0, marked)) as Some as P,
    population.select(selection.subarray(marked)) as Some as P,
  ];
}

function rowsMarked(rows: Uint32Array, marks: Uint8Array, marked: number): Uint32Array {
  const kept = new Uint32Array(marked);
  for (let i = 0, n = 0; n < marked; i++) if (marks[i] === 1) kept[n++] = rows[i] as number;
  return kept;
}

/**
 * Room for a mark per deal of a population, kept from one selection to the next. Marks are written without a branch, and
 * where all are alike (mostly) no rows are copied: half the time of writing the rows at once.
 */
let room = new Uint8Array(0);

function marksFor(deals: number): Uint8Array {
  if (room.length < deals) room = new Uint8Array(deals);
  return room;
}
