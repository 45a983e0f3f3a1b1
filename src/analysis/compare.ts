import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { BOOTSTRAP_FROM, STUDENT_FROM } from '../kpi/figures.js';
import { bootstrapDifference } from '../stats/bootstrap.js';
import { type Interval, newcombe, welch } from '../stats/interval.js';
import { fisherExact } from '../stats/two-rates.js';

/** Least number of records on each side before a change of a rate may be called real (a rule of thumb in use). */
export const RATE_FROM = 20;

/** How a KPI differs between two periods. */
export interface Change {
  /** Current less previous, in the KPI's own unit; for ratios in points. */
  readonly absolute: number;
  /** `absolute` as a share of the previous value's size; null when that was 0. */
  readonly relative: number | null;
  /** Whether more than chance stands behind it; null where no test applies (counts, sums, overlapping records). */
  readonly significant: boolean | null;
  readonly pValue: number | null;
  /** 95 % interval of `absolute`. */
  readonly interval: Interval | null;
}

/**
 * The change from one period to another; null when either has no value.
 *
 * Rates of records: significant when Newcombe's interval leaves 0 out and both sides have 20 records; the p-value is
 * Fisher's. Means: Welch's t from 30 values on each side, else the seeded BCa bootstrap from five (which has no p-value).
 * Everything else has no test; nor have KPIs that look back
 * over all data or at a snapshot, because the same records stand on both sides.
 */
export function compareMeasurements(
  kpi: Pick<Kpi, 'basis'>,
  current: Measurement,
  previous: Measurement,
): Change | null {
  if (current.value === null || previous.value === null) return null;
  const absolute = current.value - previous.value;
  const relative = previous.value === 0 ? null : absolute / Math.abs(previous.value);
  const independent = kpi.basis !== 'all' && kpi.basis !== 'snapshot';
  const test = independent ? (ofRates(current, previous) ?? ofMeans(current, previous)) : null;
  return { absolute, relative, ...(test ?? { significant: null, pValue: null, interval: null }) };
}

type Test = Pick<Change, 'significant' | 'pValue' | 'interval'>;

/** Rates of records are those with Wilson's interval; a ratio of money is none. */
function ofRates(current: MeasuredValue, previous: MeasuredValue): Test | null {
  if (current.interval?.method !== 'wilson' || previous.interval?.method !== 'wilson') return null;
  const [x1, n1] = [current.numerator?.total ?? 0, current.denominator?.total ?? 0];
  const [x2, n2] = [previous.numerator?.total ?? 0, previous.denominator?.total ?? 0];
  const interval = newcombe(x1, n1, x2, n2);
  if (interval === null) return null;
  return {
    significant: leavesOut0(interval) && n1 >= RATE_FROM && n2 >= RATE_FROM,
    pValue: fisherExact(x1, n1, x2, n2),
    interval,
  };
}

/** Resampling more values than this costs more than it tells: beside thousands, under thirty decide little. */
const BOOTSTRAP_UP_TO = 500;
/** Any constant does: the same files must give the same interval. */
const BOOTSTRAP_SEED = 20_240_101;

function ofMeans({ sample: first }: MeasuredValue, { sample: second }: MeasuredValue): Test | null {
  if (first === undefined || second === undefined) return null;
  const [least, most] = [Math.min(first.length, second.length), Math.max(first.length, second.length)];
  if (least >= STUDENT_FROM) {
    const test = welch(first, second);
    return test === null
      ? null
      : { significant: leavesOut0(test.interval), pValue: test.pValue, interval: test.interval };
  }
  if (least < BOOTSTRAP_FROM || most > BOOTSTRAP_UP_TO) return null;
  const interval = bootstrapDifference(first, second, BOOTSTRAP_SEED);
  // Two constant samples have a point for an interval, and nothing to tell chance by.
  if (interval.low === interval.high) return null;
  return { significant: leavesOut0(interval), pValue: null, interval };
}

function leavesOut0({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
