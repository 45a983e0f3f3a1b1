/** The CRM's own probabilities, held against what became of the deals. */

import type { Reason } from '../../kpi/definition.js';
import { numbersIn } from '../../model/column.js';
import type { DealField } from '../../model/deals.js';
import { LOST, OPEN, WON } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { brier, type CalibrationBand, calibration, type Predicted, wape } from '../../stats/forecast-scores.js';
import type { Forecast } from './forecast.js';
import { monthOf } from './grid.js';

export interface CrmRecord {
  readonly reason: Reason | null;
  readonly bands: readonly CalibrationBand[];
  readonly brier: number | null;
  /** Of probability × amount, by months of closing; and why there is none where the chances could be judged. */
  readonly wape: number | null;
  readonly wapeReason: Reason | null;
}

/** What it takes of a forecast to add amounts up by months. */
export type Monthly = Pick<Forecast, 'facts' | 'grid' | 't' | 'own'>;

/** Above this share of closed deals with a probability of 0 or 1, closing sets it (a judgement); of so many at least. */
const SET_AT_CLOSING = 0.5;
const LEAST_CLOSED = 20;
/** Months with such deals before their sums are judged, as for a forecast of any kind. */
const LEAST_MONTHS = 3;
const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Calibration and Brier score of the probabilities that closed deals still carry, or why there are none: nearly every
 * CRM sets 1 on winning and 0 on losing, and then what it said before is not in the file. Null where the files have no
 * probabilities.
 */
export function crmRecord(deals: Population<DealField>, monthly: Monthly): CrmRecord | null {
  if (!deals.has('probability')) return null;
  const [probabilityAt, outcome] = [numbersIn(deals.column('probability')), deals.column('outcome')];
  const { t } = monthly;
  const closedAt = deals.column('closed_at');
  const events = new Map<number, { p: number; n: number; happened: number }>();
  let [closed, certain, known] = [0, 0, 0];
  for (const row of deals.rows) {
    const p = probabilityAt(row);
    if (!(p >= 0 && p <= 1)) continue;
    if (outcome[row] === OPEN) known++;
    if ((outcome[row] !== WON && outcome[row] !== LOST) || (closedAt[row] as number) > t) continue;
    closed++;
    if (p === 0 || p === 1) certain++;
    const event = events.get(p) ?? { p, n: 0, happened: 0 };
    events.set(p, event);
    event.n++;
    if (outcome[row] === WON) event.happened++;
  }
  if (closed === 0 && known === 0) return null;
  if (closed < LEAST_CLOSED) return without('no_probability_kept');
  if (certain >= SET_AT_CLOSING * closed) return without('probability_set_at_closing');
  const all: Predicted[] = [...events.values()].sort((a, b) => a.p - b.p);
  const bands = calibration(all, EDGES).filter(({ n }) => n > 0);
  return { reason: null, bands, brier: brier(all), ...errorOf(probabilityAt, monthly) };
}

function without(reason: Reason): CrmRecord {
  return { reason, bands: [], brier: null, wape: null, wapeReason: reason };
}

/**
 * WAPE of the deals that closed in each month: Σ probability × amount against what of them was won, over all months with
 * such deals. That they closed in it is given, so the CRM is told more than the model is; where losing
 * blanks the amount, probability × amount would be right by that alone, so amounts must be kept.
 */
function errorOf(
  probabilityAt: (row: number) => number,
  { facts, grid, t, own }: Monthly,
): Pick<CrmRecord, 'wape' | 'wapeReason'> {
  if (!own) return { wape: null, wapeReason: 'amounts_entered_at_closing' };
  const { row, closed, won, amount, size } = facts;
  const months = new Map<number, { said: number; came: number }>();
  for (let at = 0; at < size; at++) {
    const [p, price, day] = [probabilityAt(row[at] as number), amount[at] as number, closed[at] as number];
    if (day > t || day < grid.start || !(p >= 0 && p <= 1) || Number.isNaN(price)) continue;
    const month = monthOf(grid, day);
    const sums = months.get(month) ?? { said: 0, came: 0 };
    months.set(month, sums);
    sums.said += p * price;
    if (won[at] === 1) sums.came += price;
  }
  if (months.size < LEAST_MONTHS) return { wape: null, wapeReason: 'few_months' };
  const sums = [...months].sort(([a], [b]) => a - b).map(([, one]) => one);
  const error = wape(
    sums.map(({ came }) => came),
    sums.map(({ said }) => said),
  );
  return { wape: error, wapeReason: error === null ? 'no_won_deals' : null };
}
