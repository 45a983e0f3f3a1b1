import { said } from '../../../locale/said.js';
import { isoDay, NO_DAY } from '../../../model/civil-day.js';
import type { Population } from '../../../model/population.js';
import { median } from '../../../stats/quantile.js';
import { kruskalWallis } from '../../../stats/several-groups.js';
import { type Check, SIGNIFICANT } from './definition.js';

/** Amounts that each half must have; medians within a tenth of each other are the same for any plan (judgements). */
const LEAST = 20;
const ALIKE = 0.1;

/**
 * Whether amounts have changed: those of the newer half of the won deals (by closing day) beside those of the older one,
 * by Kruskal and Wallis's test of ranks. A difference of the medians of under a tenth is none that matters.
 *
 * @param won dated; amounts in one currency
 */
export function sameAmounts(won: Population<'closed_at' | 'amount'>, currency: string | null): Check {
  const [day, amount] = [won.column('closed_at'), won.column('amount')];
  const rows = won.rows.filter((row) => day[row] !== NO_DAY && !Number.isNaN(amount[row] as number));
  const days = Int32Array.from(rows, (row) => day[row] as number).sort();
  const since = days[Math.floor(days.length / 2)];
  const half = (newer: boolean): Float64Array =>
    Float64Array.from(
      rows.filter((row) => since !== undefined && (day[row] as number) >= since === newer),
      (row) => amount[row] as number,
    );
  const [before, after] = [half(false), half(true)];
  if (since === undefined || before.length < LEAST || after.length < LEAST) {
    return { holds: null, evidence: said('amounts_too_few', { least: LEAST }) };
  }
  const [older, newer] = [median(before), median(after)];
  const pValue = kruskalWallis([before, after])?.pValue ?? 1;
  const alike = older > 0 && Math.abs(newer / older - 1) <= ALIKE;
  return {
    holds: pValue >= SIGNIFICANT || alike,
    evidence: said('newer_half_amounts', { since: isoDay(since), newer, older, currency, pValue }),
  };
}
