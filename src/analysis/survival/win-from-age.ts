import type { Interval } from '../../stats/interval.js';
import type { LifeTable } from '../../stats/survival/life-table.js';
import { reachOf } from '../../stats/survival/reach.js';
import { curvesAfter, stillOpenAt } from '../../stats/survival/still-open.js';

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
  const curves = curvesAfter(table, age);
  const closed = curves.events.reduce((sum, one) => sum + one, 0);
  const reach = reachOf(curves);
  if (curves.n < LEAST_OPEN || closed < LEAST_CLOSED || reach === null) return null;
  const found = stillOpenAt(curves, age, reach - age);
  if (found === null) return null;
  const { n, first, second, interval, rest } = found;
  const medianRest = rest.value !== null && age + rest.value <= reach ? rest.value : null;
  return { age, n, pWin: first, interval, pLost: second, medianRest };
}
