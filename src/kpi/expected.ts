import type { CivilDay } from '../model/civil-day.js';
import type { Population } from '../model/population.js';
import { byDate, withinDays } from '../model/selections.js';
import type { Some } from './parts.js';
import { open as openNow } from './populations.js';

const byExpectation = byDate('expected_close');

/** Deals with an expected close date. */
export function withExpectation<P extends Population<'expected_close'>>(population: P): P {
  return byExpectation(population)[0] as Some as P;
}

/** Deals without an expected close date. */
export function withoutExpectation<P extends Population<'expected_close'>>(population: P): P {
  return byExpectation(population)[1] as Some as P;
}

/** Deals expected to close on or after `start` and before `end`. */
export function expectedIn<P extends Population<'expected_close'>>(population: P, start: CivilDay, end: CivilDay): P {
  return withinDays(population, population.column('expected_close'), start, end);
}

/**
 * Whether nobody says when the given open deals are to close, and closing has not taken it away: some are open still and
 * have no date either, or no deal of the file has one.
 */
export function nothingExpected(
  open: Population<'expected_close' | 'outcome'>,
  whole: Population<'expected_close'>,
): boolean {
  if (open.size === 0 || withExpectation(open).size > 0) return false;
  return openNow(open).size > 0 || withExpectation(whole).size === 0;
}
