/** What the probabilities of an older export promised for the days up to a newer one, beside what came. */

import type { Reason } from '../../locale/reasons.js';
import { numbersIn } from '../../model/column.js';
import { OPEN } from '../../model/outcome.js';
import { sum } from '../../stats/sum.js';
import type { ComparedPair } from './compare.js';
import { type Days, type Due, expectedIn, type WonOfOpen, wonOfOpen } from './due.js';
import type { Money } from './money-units.js';

export interface Promised {
  readonly reason: Reason | null;
  /** Σ probability × amount of the deals due, with both; null with a reason. */
  readonly expected: number | null;
  /** Deals that have both, of so many due. */
  readonly counted: number;
  readonly due: number;
  readonly won: WonOfOpen;
}

/**
 * Σ probability × amount, deal by deal, of what was due, from the older export alone. What came is told of all deals
 * that were open in it, also of those that the promise did not count for these days.
 */
export function promisedBy(pair: ComparedPair, money: Money, days: Days, due: Due | Reason): Promised {
  const { deals } = pair.before.snapshot;
  const won = wonOfOpen(pair, money, days);
  const all = typeof due === 'string' ? 0 : due.deals;
  const without = (reason: Reason): Promised => ({ reason, expected: null, counted: 0, due: all, won });
  if (typeof due === 'string') return without(due);
  for (const field of ['probability', 'amount'] as const) {
    if (!deals.has(field)) return without(`missing_field:${field}`);
  }
  if (all === 0) return without('nothing_due');
  const values = weighted(pair, money, days);
  if (values.length === 0) return without('no_probability_due');
  if (money.currencies.length > 1) return without('mixed_currencies');
  return { reason: null, expected: sum(values), counted: values.length, due: all, won };
}

/** Probability × amount of each deal that was due and has both. */
function weighted({ before: { snapshot, amounts } }: ComparedPair, money: Money, days: Days): number[] {
  const { deals } = snapshot;
  const [probabilityAt, outcome] = [numbersIn(deals.column('probability')), deals.column('outcome')];
  const expected = deals.column('expected_close');
  const values: number[] = [];
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] !== OPEN || expectedIn(days, expected[row] as number) !== 'due') continue;
    const [p, units] = [probabilityAt(row), amounts.units[row] as number];
    if (!(p >= 0 && p <= 1) || Number.isNaN(units)) continue;
    values.push(p * money.amount(units, amounts.bucket[row] as number));
  }
  return values;
}
