import { said } from '../../locale/said.js';
import { quantiles } from '../../stats/quantile.js';
import type { Note } from '../definition.js';
import type { Buying } from './models.js';
import type { Summaries } from './summaries.js';
import { aliveOf } from './worth.js';

/** High value: the fifth of the customers who spent most so far. */
const TOP_SHARE = 0.2;
/** More likely gone than not … */
const LEAST_ALIVE = 0.5;
/** … but not all but gone: those are lost, and no list of calls to make. */
const LOST = 0.1;
/** Or: P(alive) fell by more than this within the last quarter, in which nothing was bought. */
const FALL = 0.25;
const QUARTER_DAYS = 91;

/**
 * Which customers are at risk (1, by position): among the fifth that spent most so far, those who bought at least twice
 * whose P(alive) is from 0.1 to under 0.5, or fell by more than 0.25 within the last quarter, in which they bought nothing.
 * The same model judges both days, so that it is the silence that tells, not a new fit. `past` is the value so far.
 */
export function atRiskOf(
  buying: NonNullable<Buying['estimates']>,
  customers: Summaries,
  past: Float64Array,
): Uint8Array {
  const { size, purchases, last, at } = customers;
  const risk = new Uint8Array(size);
  const known = past.filter((value) => value > 0);
  if (known.length === 0) return risk;
  const [least] = quantiles(known, [1 - TOP_SHARE]) as [number];
  const now = aliveOf(buying.values, customers);
  const then = aliveOf(buying.values, customers, QUARTER_DAYS);
  for (let i = 0; i < size; i++) {
    if (!((past[i] as number) >= least) || (purchases[i] as number) < 2) continue;
    const alive = now[i] as number;
    const silent = (last[i] as number) <= at - QUARTER_DAYS;
    const fell = silent && (then[i] as number) - alive > FALL;
    if (fell || (alive >= LOST && alive < LEAST_ALIVE)) risk[i] = 1;
  }
  return risk;
}

/** Who is called at risk, in words. */
export function atRiskNote(): Note {
  return said('at_risk_rule', { share: TOP_SHARE, from: LOST, under: LEAST_ALIVE, fall: FALL, days: QUARTER_DAYS });
}
