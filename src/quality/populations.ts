import { OF_VALUE, type Trait } from '../model/deal-classes.js';
import type { DealColumns } from '../model/deals.js';
import { LOST, OPEN, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { byAmount, byDate, byOutcome, closedDeals, type Some } from '../model/selections.js';
import type { DealFindings, Violation } from './definition.js';

/**
 * The populations that rules apply to. Each is found once per population and kept as long as that lives: ten rules
 * that share "won deals" find them once.
 */

/** Deals won. */
export function won<P extends Population<'outcome'>>(population: P): P {
  return byOutcome(population)[WON] as Some as P;
}

/** Deals lost. */
export function lost<P extends Population<'outcome'>>(population: P): P {
  return byOutcome(population)[LOST] as Some as P;
}

/** Deals that are still open. */
export function open<P extends Population<'outcome'>>(population: P): P {
  return byOutcome(population)[OPEN] as Some as P;
}

/** Deals won or lost, dated or not. */
export function closed<P extends Population<'outcome'>>(population: P): P {
  return closedDeals(population) as Some as P;
}

/** Deals that have a date in every one of the given fields. */
export function dated<F extends DayField, P extends Population<F>>(population: P, ...fields: readonly F[]): P {
  let dates: Population<F> = population;
  for (const field of fields) dates = byDate(field)(dates)[0] as Population<F>;
  return dates as P;
}

type DayField = { [F in keyof DealColumns]: DealColumns[F] extends Int32Array ? F : never }[keyof DealColumns];

/** Deals with an amount; 0 is one. */
export function priced<P extends Population<'amount'>>(population: P): P {
  return byAmount(population)[0] as Some as P;
}

/** Deals with an amount above 0. */
export function ofValue<P extends Population<'amount'>>(population: P): P {
  return population.having(OF_VALUE) as Some as P;
}

/**
 * Of the deals that a rule applies to, those that violate it: by a trait, for which no deal is looked at, or by a test of
 * each; null: the rule knows already that none does.
 */
export function violating<Args>(
  applicable: Some,
  violates: Trait | ((row: number) => boolean) | null,
  describe: (row: number) => Violation<Args>,
): DealFindings<Args> {
  if (violates === null) return { checked: applicable.size, rows: new Uint32Array(0), describe };
  const found = typeof violates === 'function' ? applicable.where(violates) : applicable.having(violates);
  return { checked: applicable.size, rows: found.rows, describe };
}
