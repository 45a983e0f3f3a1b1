import { type CivilDay, NO_DAY } from './civil-day.js';
import { numbersIn } from './column.js';
import { lastDay } from './day-counts.js';
import { DATED_CLOSED, DATED_CREATED, DECIDED, OF_OUTCOME, PRICED } from './deal-classes.js';
import type { DealColumns } from './deals.js';
import { keep, recalled } from './found.js';
import type { Population } from './population.js';
import type { Codes } from './text-column.js';

/**
 * The selections that nearly every KPI and rule begins with, each found once per population and kept as long as that
 * lives. What is told by the class of a deal looks at no deal; others are loops of their own rather than `where` with a
 * test: a test per deal is a call per deal, which takes about twice the time (1 M rows).
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
  return population.split(codes, parts) as readonly Some[] as P[];
}

type Decided = Population<'outcome'>;

/** The deals of a population by outcome: one part per entry of OUTCOMES. */
export const byOutcome: (population: Decided) => readonly Decided[] = cached((population: Decided) =>
  OF_OUTCOME.map((trait) => population.having(trait)),
);

/** Deals won or lost. */
export function closedDeals(population: Decided): Decided {
  return population.having(DECIDED[0]);
}

/** Deals with an amount (0 is one), and deals without. */
export const byAmount = cached(
  (population: Population<'amount'>): readonly [Population<'amount'>, Population<'amount'>] => [
    population.having(PRICED[0]),
    population.having(PRICED[1]),
  ],
);

/** Deals with a probability (0 is one), and deals without. */
export const byProbability = cached(
  (population: Population<'probability'>): readonly [Population<'probability'>, Population<'probability'>] => {
    const probabilityAt = numbersIn(population.column('probability'));
    return population.withRows((rows) => {
      const marks = marksFor(rows.length);
      let marked = 0;
      for (let i = 0; i < rows.length; i++) {
        const mark = Number.isNaN(probabilityAt(rows[i] as number)) ? 0 : 1;
        marks[i] = mark;
        marked += mark;
      }
      return halves(population, rows, marks, marked);
    });
  },
);

type DayField = { [F in keyof DealColumns]: DealColumns[F] extends Int32Array ? F : never }[keyof DealColumns];

/** Deals with a date in the field, and deals without. */
export function byDate<F extends DayField>(field: F): (population: Population<F>) => readonly Population<F>[] {
  let find = dateFinders.get(field);
  if (find === undefined) {
    const traits = field === 'closed_at' ? DATED_CLOSED : field === 'created_at' ? DATED_CREATED : null;
    find = cached((population: Population<DayField>) => {
      if (traits !== null) return traits.map((trait) => population.having(trait));
      const days: Int32Array = population.column(field);
      return population.withRows((rows) => {
        const marks = marksFor(rows.length);
        let marked = 0;
        for (let i = 0; i < rows.length; i++) {
          const mark = days[rows[i] as number] === NO_DAY ? 0 : 1;
          marks[i] = mark;
          marked += mark;
        }
        return halves(population, rows, marks, marked);
      });
    });
    dateFinders.set(field, find);
  }
  return find as (population: Population<never>) => readonly Population<F>[];
}

const dateFinders = new Map<DayField, (population: Population<DayField>) => readonly Some[]>();

/**
 * Deals of a population with a day up to the given one or without any, and those with a later day. No deal is looked at
 * where the column has no later day, as mostly: what comes after the snapshot is a mistake.
 */
export function byDayUntil<P extends Some>(population: P, days: Int32Array, until: CivilDay): readonly [P, P] {
  if (lastDay(days) <= until) return [population, population.select(NO_ROWS) as Some as P];
  return population.withRows((rows) => {
    const marks = marksFor(rows.length);
    let marked = 0;
    for (let i = 0; i < rows.length; i++) {
      const mark = (days[rows[i] as number] as number) > until ? 0 : 1;
      marks[i] = mark;
      marked += mark;
    }
    return halves(population, rows, marks, marked);
  });
}

/** Deals of a population with a day in start … end − 1, of a column of days. */
export function withinDays<P extends Some>(population: P, days: Int32Array, start: CivilDay, end: CivilDay): P {
  return population.withRows((rows) => {
    const marks = marksFor(rows.length);
    const marked = markWithin(rows, days, start, end, marks);
    return marked === rows.length ? population : (population.select(rowsMarked(rows, marks, marked)) as Some as P);
  });
}

/** Marks the rows with a day in start … end − 1, and counts them: a loop by itself, for V8 compiles what stands behind it, too. */
function markWithin(rows: Uint32Array, days: Int32Array, start: CivilDay, end: CivilDay, marks: Uint8Array): number {
  let marked = 0;
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    const mark = day >= start && day < end && day !== NO_DAY ? 1 : 0;
    marks[i] = mark;
    marked += mark;
  }
  return marked;
}

/** A population in two: the rows that were marked 1, of which there are so many, and those marked 0. */
function halves<P extends Some>(population: P, rows: Uint32Array, marks: Uint8Array, marked: number): readonly [P, P] {
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
