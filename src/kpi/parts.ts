import { keep, recalled } from '../model/found.js';
import type { Period } from '../model/period.js';
import { cached, type Some } from '../model/selections.js';

export { cached, type Some };

/** An answer about a period, and the answer before it. */
interface OfPeriod<T> {
  readonly period: Period;
  readonly answer: T;
  readonly before: OfPeriod<T> | undefined;
  readonly place: number;
}

/** So many answers are kept on a population itself. */
const PERIODS = 3;

/**
 * Remembers what was found for a population and a period. The first periods that a population is asked about are mostly
 * its only ones, and are kept on it: a map of populations to answers that hold them would let none of them go before
 * everything is looked through. Others are kept as long as they live, for periods are made for each question.
 */
export function cachedByPeriod<P extends Some, T>(
  find: (population: P, period: Period) => T,
): (population: P, period: Period) => T {
  const others = new WeakMap<Period, WeakMap<P, T>>();
  return (population, period) => {
    const last = recalled(population, find) as OfPeriod<T> | undefined;
    for (let one = last; one !== undefined; one = one.before) if (one.period === period) return one.answer;
    const place = last === undefined ? 1 : last.place + 1;
    if (place <= PERIODS) {
      const answer = find(population, period);
      keep(population, find, { period, answer, before: last, place } satisfies OfPeriod<T>);
      return answer;
    }
    let inPeriod = others.get(period);
    if (inPeriod === undefined) {
      inPeriod = new WeakMap();
      others.set(period, inPeriod);
    }
    let answer = inPeriod.get(population);
    if (answer === undefined) {
      answer = find(population, period);
      inPeriod.set(population, answer);
    }
    return answer;
  };
}

/** Splits a population by a class per row, in one pass over its rows; the parts keep ascending order. */
export function split<P extends Some>(population: P, parts: number, classOf: (row: number) => number): P[] {
  const { rows } = population;
  const classes = parts <= 256 ? new Uint8Array(rows.length) : new Uint32Array(rows.length);
  const starts = new Uint32Array(parts + 1);
  for (let i = 0; i < rows.length; i++) {
    const part = classOf(rows[i] as number);
    classes[i] = part;
    starts[part + 1] = (starts[part + 1] as number) + 1;
  }
  for (let part = 0; part < parts; part++) {
    starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
  }
  const sorted = new Uint32Array(rows.length);
  const next = starts.slice();
  for (let i = 0; i < rows.length; i++) {
    const part = classes[i] as number;
    const position = next[part] as number;
    sorted[position] = rows[i] as number;
    next[part] = position + 1;
  }
  return Array.from({ length: parts }, (_, part) => {
    const own = sorted.subarray(starts[part], starts[part + 1]);
    // All of it is the population itself, so that what was found for one is found for the other.
    return own.length === rows.length ? population : (population.select(own) as Some as P);
  });
}

/** The deals of two disjoint parts of a population, ascending. */
export function union<P extends Some>(population: P, first: P, second: P): P {
  if (second.size === 0) return first;
  const rows = new Uint32Array(first.size + second.size);
  rows.set(first.rows);
  rows.set(second.rows, first.size);
  return population.select(rows.sort()) as Some as P;
}
