import { NO_DAY } from '../model/civil-day.js';
import type { DealColumns } from '../model/deals.js';
import { LOST, OPEN, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import type { DealFindings, Violation } from './definition.js';

/**
 * The populations that rules apply to. Each is found once per population and kept as long as that lives: ten rules
 * that share "won deals" find them once.
 */

type Some = Population<never>;

function byOutcome(test: (code: number) => boolean): <P extends Population<'outcome'>>(population: P) => P {
  const found = new WeakMap<object, Some>();
  return (population) => {
    let answer = found.get(population);
    if (answer === undefined) {
      const outcome = population.column('outcome');
      answer = population.where((row) => test(outcome[row] as number));
      found.set(population, answer);
    }
    return answer as typeof population;
  };
}

/** Deals won. */
export const won = byOutcome((code) => code === WON);
/** Deals lost. */
export const lost = byOutcome((code) => code === LOST);
/** Deals that are still open. */
export const open = byOutcome((code) => code === OPEN);
/** Deals won or lost, dated or not. */
export const closed = byOutcome((code) => code === WON || code === LOST);

/** Deals that have a date in every one of the given fields. */
export function dated<F extends DayField, P extends Population<F>>(population: P, ...fields: readonly F[]): P {
  let dates: Population<F> = population;
  for (const field of fields) {
    const days: Int32Array = population.column(field);
    dates = dates.where((row) => days[row] !== NO_DAY);
  }
  return dates as P;
}

type DayField = { [F in keyof DealColumns]: DealColumns[F] extends Int32Array ? F : never }[keyof DealColumns];

/** Deals with an amount; 0 is one. */
export function priced<P extends Population<'amount'>>(population: P): P {
  const amount = population.column('amount');
  return population.where((row) => !Number.isNaN(amount[row] as number)) as P;
}

/** Of the deals that a rule applies to, those that violate it. */
export function violating<Args>(
  applicable: Some,
  violates: (row: number) => boolean,
  describe: (row: number) => Violation<Args>,
): DealFindings<Args> {
  return { checked: applicable.size, rows: applicable.where(violates).rows, describe };
}
