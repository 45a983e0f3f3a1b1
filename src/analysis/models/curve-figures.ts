/** The figures that an explanation of a curve gives. */
import type { ClosingCurves } from '../../kpi/closing-curves.js';
import { STILL_OPEN } from '../../kpi/durations.js';
import type { Interval } from '../../stats/interval.js';
import { median } from '../../stats/quantile.js';
import { incidenceAt, incidenceInterval } from '../../stats/survival/aalen-johansen.js';
import { kaplanMeierOf } from '../../stats/survival/kaplan-meier.js';
import type { LifeTable } from '../../stats/survival/life-table.js';
import { curveQuantile, type OpenInterval } from '../../stats/survival/quantile.js';
import { type RestrictedMean, restrictedMean } from '../../stats/survival/restricted-mean.js';

export interface CurveFigures {
  /** Days; null where it lies beyond the age up to which the curve is read. */
  readonly median: number | null;
  readonly medianInterval: OpenInterval | null;
  /** Of the closed deals alone. */
  readonly eventsOnlyMedian: number;
  readonly mean: RestrictedMean | null;
  /** Shares won and lost at that age. */
  readonly won: number;
  readonly wonInterval: Interval | null;
  readonly lost: number;
  readonly lostInterval: Interval | null;
}

export function curveFigures({ curves, reach, durations }: ClosingCurves): CurveFigures {
  const { value, interval } = curveQuantile(curves);
  return {
    median: value === null || value > reach ? null : value,
    medianInterval: interval,
    eventsOnlyMedian: median(durations.days.filter((_, at) => durations.causes[at] !== STILL_OPEN)),
    mean: restrictedMean(curves, reach),
    won: incidenceAt(curves, 1, reach),
    wonInterval: incidenceInterval(curves, 1, reach),
    lost: incidenceAt(curves, 2, reach),
    lostInterval: incidenceInterval(curves, 2, reach),
  };
}

/** Days until half of the records of a table have closed; null where that is not reached. */
export function medianOf(table: LifeTable): number | null {
  return curveQuantile(kaplanMeierOf(table)).value;
}
