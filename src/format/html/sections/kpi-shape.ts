/** The course of a figure in small: what of a series belongs in the corner of its card. */
import type { KpiEntry, Report } from '../../../report/schema.js';
import { SMALL_SAMPLE } from '../../pages/figures.js';

/** More points than this are drawn no better in a corner. */
const MOST = 60;

export interface ShapePoint {
  readonly value: number | null;
  /** The same place of the compared period. */
  readonly previous: number | null;
}

/**
 * The points of the series of a figure, or null where the report has none. What adds up is left out where the period
 * cuts a point: the rest of a week is no low week. So is the series of a total that several currencies do not have, and
 * that of so few records that its shape is chance.
 */
export function shapeOf(entry: KpiEntry, { series, lines }: Report): ShapePoint[] | null {
  const found = [...series, ...lines].find(({ kpi }) => kpi === entry.id);
  if (found === undefined || entry.byCurrency !== null || entry.n < SMALL_SAMPLE) return null;
  const sum = addsUp(entry);
  const points = found.points.slice(-MOST).map(({ value, partial, previous }) => ({
    value: sum && partial ? null : value,
    previous: previous === null || (sum && previous.partial) ? null : previous.value,
  }));
  // Nothing to draw at the ends is no room to leave there.
  const isEmpty = ({ value, previous }: ShapePoint): boolean => value === null && previous === null;
  const first = points.findIndex((point) => !isEmpty(point));
  return first < 0 ? [] : points.slice(first, points.findLastIndex((point) => !isEmpty(point)) + 1);
}

/** A count or a sum: its parts make the whole, and nothing is 0. Means have an interval. */
export function addsUp({ unit, interval }: Pick<KpiEntry, 'unit' | 'interval'>): boolean {
  return (unit === 'count' || unit === 'money') && interval === null;
}
