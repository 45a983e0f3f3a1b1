/** The CRM's own probabilities, held against what became of the deals. */
import type { Reason } from '../../kpi/definition.js';
import type { DealField } from '../../model/deals.js';
import { LOST, OPEN, WON } from '../../model/outcome.js';
import type { Population } from '../../model/population.js';
import { brier, type CalibrationBand, calibration, type Predicted } from '../../stats/forecast-scores.js';

export interface CrmRecord {
  readonly reason: Reason | null;
  readonly bands: readonly CalibrationBand[];
  readonly brier: number | null;
}

/** Above this share of closed deals with a probability of 0 or 1, closing sets it (a judgement); of so many at least. */
const SET_AT_CLOSING = 0.5;
const LEAST_CLOSED = 20;
const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Calibration and Brier score of the probabilities that closed deals still carry, or why there are none: nearly every
 * CRM sets 1 on winning and 0 on losing, and then what it said before is not in the file. Null where the files have no
 * probabilities.
 */
export function crmRecord(deals: Population<DealField>): CrmRecord | null {
  if (!deals.has('probability')) return null;
  const [probability, outcome] = [deals.column('probability'), deals.column('outcome')];
  const events = new Map<number, { p: number; n: number; happened: number }>();
  let [closed, certain, known] = [0, 0, 0];
  for (const row of deals.rows) {
    const p = probability[row] as number;
    if (!(p >= 0 && p <= 1)) continue;
    if (outcome[row] === OPEN) known++;
    if (outcome[row] !== WON && outcome[row] !== LOST) continue;
    closed++;
    if (p === 0 || p === 1) certain++;
    const event = events.get(p) ?? { p, n: 0, happened: 0 };
    events.set(p, event);
    event.n++;
    if (outcome[row] === WON) event.happened++;
  }
  if (closed === 0 && known === 0) return null;
  if (closed < LEAST_CLOSED) return { reason: 'no_probability_kept', bands: [], brier: null };
  if (certain >= SET_AT_CLOSING * closed) return { reason: 'probability_set_at_closing', bands: [], brier: null };
  const all: Predicted[] = [...events.values()].sort((a, b) => a.p - b.p);
  return { reason: null, bands: calibration(all, EDGES).filter(({ n }) => n > 0), brier: brier(all) };
}
