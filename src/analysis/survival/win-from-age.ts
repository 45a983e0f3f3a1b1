import type { Interval } from '../../stats/interval.js';
import { incidenceAt, incidenceInterval } from '../../stats/survival/aalen-johansen.js';
import { type LifeTable, tableAfter } from '../../stats/survival/life-table.js';
import { curveQuantile } from '../../stats/survival/quantile.js';
import { reachOf } from '../../stats/survival/reach.js';
import { curvesAfter } from '../../stats/survival/still-open.js';

/** What becomes of deals that are open at an age. */
export interface AgePoint {
  /** Days: from creation, of a stage from entering it. */
  readonly age: number;
  /** Deals that were open (of a stage: in it) for longer. */
  readonly n: number;
  readonly pWin: number;
  readonly interval: Interval | null;
  /** The rest to 1 is open as far as the data shows. */
  readonly pLost: number;
  /** Days from that age until half of them have closed; null where not reached. */
  readonly medianRest: number | null;
}

/** Of fewer deals that were open at an age nothing is said, nor where fewer of them have closed since (a judgement). */
const LEAST_OPEN = 20;
const LEAST_CLOSED = 10;

/**
 * P(won | open for longer than `age`), P(lost | …) and the days until half are closed, as far as no single deal moves
 * the curve by more than five points. Null where too few were open at that age, or have closed since.
 */
export function winFromAge(table: LifeTable, age: number): AgePoint | null {
  const after = tableAfter(table, age);
  const curves = curvesAfter(table, age);
  const closed = curves.events.reduce((sum, one) => sum + one, 0);
  const reach = reachOf(curves);
  if (after.n < LEAST_OPEN || closed < LEAST_CLOSED || reach === null) return null;
  const median = curveQuantile(curves).value;
  return {
    age,
    n: after.n,
    pWin: incidenceAt(curves, 1, reach),
    interval: incidenceInterval(curves, 1, reach),
    pLost: incidenceAt(curves, 2, reach),
    medianRest: median === null || median > reach ? null : median - age,
  };
}
