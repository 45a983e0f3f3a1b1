import type { CivilDay } from '../model/civil-day.js';
import type { Period } from '../model/period.js';
import { type KpiSettings, type Measurement, none } from './definition.js';
import { withoutValue } from './figures.js';
import { anyEnded, countedOf, LAST_DAY, levelsAt, NOBODY_ENDED, revenueChanges, type Subscribed } from './recurring.js';
import { spanOf } from './tenures.js';

interface Asked {
  readonly population: Subscribed;
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly settings: KpiSettings;
}

/**
 * The share of the monthly revenue of the customers at the start of the span that is there at its end: of each customer
 * `kept` of what was paid at the start and at the end. New and returning customers have no part in it.
 */
export function revenueKept(
  { population, period, asOf, settings }: Asked,
  kept: (start: number, end: number) => number,
): Measurement {
  const { priced, excluded, unpriced } = countedOf(population);
  const account = {
    excluded: [...excluded, ...unpriced],
    notes: [LAST_DAY, ...(anyEnded(priced) ? [] : [NOBODY_ENDED])],
  };
  if (!population.has('closed_at')) return none('no_end_dates', account.excluded);
  const span = spanOf(period, asOf, settings.retentionWindow);
  if (span === null) return none('period_not_begun', account.excluded);
  if (priced.size === 0) return withoutValue('no_priced_subscriptions', account);
  const changes = revenueChanges(priced);
  const [before, after] = [levelsAt(changes, span.start), levelsAt(changes, span.end)];
  let [n, start, left, expansion, contraction, churned] = [0, 0, 0, 0, 0, 0];
  before.forEach((was, customer) => {
    if (was === 0) return;
    const is = after[customer] as number;
    n++;
    start += was;
    left += kept(was, is);
    if (is === 0) churned += was;
    else if (is < was) contraction += was - is;
    else expansion += is - was;
  });
  if (start === 0) return withoutValue('no_mrr_at_start', account);
  const rows = new Uint32Array(0);
  return {
    value: left / start,
    n,
    numerator: { total: left, rows },
    denominator: { total: start, rows },
    details: { startMrr: start, expansionMrr: expansion, contractionMrr: contraction, churnedMrr: churned },
    ...account,
  };
}
