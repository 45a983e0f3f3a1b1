import type { ClosingCurves } from '../../kpi/closing-curves.js';
import type { Interval } from '../../stats/interval.js';
import { incidenceAt, incidenceInterval } from '../../stats/survival/aalen-johansen.js';
import { survivalAt, survivalInterval } from '../../stats/survival/kaplan-meier.js';
import { riskAt } from '../../stats/survival/life-table.js';
import { roundDays } from './round-days.js';

/** What had become of deals by an age: won + lost + open = 1. */
export interface CurvePoint {
  /** Days from creation. */
  readonly day: number;
  /** Deals known to be open just before. */
  readonly atRisk: number;
  readonly won: number;
  readonly wonInterval: Interval | null;
  readonly lost: number;
  readonly open: number;
  readonly openInterval: Interval | null;
}

/** The curves at round ages, as far as they are read. */
export function curvePoints({ curves, table, reach }: ClosingCurves, most: number): CurvePoint[] {
  return roundDays(reach, most).map((day) => ({
    day,
    atRisk: riskAt(table, day),
    won: incidenceAt(curves, 1, day),
    wonInterval: incidenceInterval(curves, 1, day),
    lost: incidenceAt(curves, 2, day),
    open: survivalAt(curves, day),
    openInterval: survivalInterval(curves, day),
  }));
}
