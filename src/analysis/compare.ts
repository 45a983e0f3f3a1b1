import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { BOOTSTRAP_FROM, isMean, STUDENT_FROM } from '../kpi/figures.js';
import type { NoVerdict } from '../locale/no-verdict.js';
import type { Period } from '../model/period.js';
import { bootstrapDifference } from '../stats/bootstrap.js';
import { type Interval, newcombe, welch } from '../stats/interval.js';
import { fisherExact } from '../stats/two-rates.js';
import {
  asRate,
  atEqualAge,
  breaksRhythm,
  type Frame,
  overlap,
  type Share,
  type Sides,
  samePartBefore,
} from './alike.js';

/** Least number of records on each side before a change of a rate may be called real (a rule of thumb in use). */
export const RATE_FROM = 20;

/** Whether more than chance stands behind a difference. */
interface Verdict {
  /** Null where no test applies. */
  readonly significant: boolean | null;
  readonly pValue: number | null;
  /** 95 % interval of the difference. */
  readonly interval: Interval | null;
}

/** How a KPI differs between two periods. */
export interface Change extends Verdict {
  /** Current less previous, in the KPI's own unit; for ratios in points. */
  readonly absolute: number;
  /** `absolute` as a share of the previous value's size; null when that was 0. */
  readonly relative: number | null;
  /** Why there is no verdict; null where there is one. */
  readonly reason: NoVerdict | null;
  /** Where the two figures are not alike: a comparison of what is. */
  readonly likeForLike: LikeForLike | null;
}

/** A comparison of two figures that are alike. */
export interface LikeForLike extends Verdict {
  /** What makes them so: the same age of deals, the same part of a quarter, a share instead of a count. */
  readonly by: 'age' | 'part_of_quarter' | 'share_of_open_deals';
  /** Days that every deal had, by age. */
  readonly days: number | null;
  /** What is compared with instead, by part of the quarter. */
  readonly period: Period | null;
  readonly value: number;
  readonly previous: number;
  readonly absolute: number;
}

/**
 * The change from one period to another; null when either has no value.
 *
 * Rates of records: significant when Newcombe's interval leaves 0 out and both sides have 20 records; the p-value is
 * Fisher's. Means: Welch's t from 30 values on each side, else the seeded BCa bootstrap from five (which has no p-value).
 * Counts and sums have no test. There is no verdict either, but a reason, where the two figures are not alike: figures to
 * date, the same records on both sides, cohorts of unequal age, other parts of a quarter in a file whose quarters have a
 * rhythm. Where something alike can be compared, that is `likeForLike`; deals open at both snapshots stand on both sides
 * of a share of open deals, which makes its test the more careful, for what was stalled mostly stays so.
 *
 * @param frame the question that both figures answer; without it nothing is looked for that needs the deals
 */
export function compareMeasurements(
  kpi: Judged,
  current: Measurement,
  previous: Measurement,
  frame: Frame | null = null,
): Change | null {
  if (current.value === null || previous.value === null) return null;
  const absolute = current.value - previous.value;
  const relative = previous.value === 0 ? null : absolute / Math.abs(previous.value);
  const without = (reason: NoVerdict, likeForLike: LikeForLike | null = null): Change => {
    return { absolute, relative, significant: null, pValue: null, interval: null, reason, likeForLike };
  };
  const reason = noVerdict(kpi, current, previous, frame);
  if (reason === 'judged_as_share') return without(reason, shareOfOpen(current, previous));
  if (reason !== null && frame !== null && kpi.id !== undefined) {
    if (reason === 'unequal_age') return without(reason, ofEqualAge(kpi.id, { current, previous }, frame));
    if (reason === 'rhythm_of_quarter') return without(reason, ofSamePart(kpi.id, current, frame));
  }
  if (reason !== null) return without(reason);
  const test = testOf(current, previous);
  return test === null ? without('few_records') : { absolute, relative, ...test, reason: null, likeForLike: null };
}

type Judged = Pick<Kpi, 'basis'> & Partial<Pick<Kpi, 'id' | 'unit' | 'cumulative' | 'needs'>>;

/** Why nothing can be said of chance, however many records there are; null where the figures can be tested. */
export function noVerdict(
  kpi: Judged,
  current: MeasuredValue,
  previous: MeasuredValue,
  frame: Frame | null,
): NoVerdict | null {
  if (kpi.cumulative === true) return 'cumulative';
  if (kpi.basis === 'snapshot' || kpi.basis === 'all') {
    if (shareOfOpen(current, previous) !== null) return 'judged_as_share';
    return isTestable(current) ? 'shared_records' : 'no_test';
  }
  if (!isTestable(current)) return 'no_test';
  const ofCustomers = isMean(current) && (kpi.needs ?? []).includes('customer');
  if (ofCustomers || (frame !== null && overlap(frame.question.period, frame.comparedTo))) return 'shared_records';
  if (frame === null || kpi.id === undefined) return null;
  if (kpi.basis === 'created') return 'unequal_age';
  return kpi.basis === 'closed' && breaksRhythm({ id: kpi.id }, frame) ? 'rhythm_of_quarter' : null;
}

/**
 * The test of two rates or means that needs no resampling; null under 20 records of a rate, 30 values of a mean, on
 * either side.
 */
export function exactTest(current: MeasuredValue, previous: MeasuredValue): Verdict | null {
  const enough = Math.min(current.n, previous.n) >= (isMean(current) ? STUDENT_FROM : RATE_FROM);
  return enough ? testOf(current, previous) : null;
}

/** The change of a KPI of the catalogue; null where either side has no value. */
export function changeOf(kpi: Kpi, frame: Frame): Change | null {
  const { question, comparedTo, measure } = frame;
  const [current, previous] = [measure(kpi.id, question.period), measure(kpi.id, comparedTo)];
  return current === null || previous === null ? null : compareMeasurements(kpi, current, previous, frame);
}

/** Whether there is a test for such a figure at all: a rate of records or a mean. */
function isTestable(measured: MeasuredValue): boolean {
  return isMean(measured) || measured.interval?.method === 'wilson';
}

function testOf(current: MeasuredValue, previous: MeasuredValue): Verdict | null {
  return ofRates(current, previous) ?? ofMeans(current, previous);
}

/** The share of open deals that a count of them is; null where the figure is no such count. */
function shareOfOpen(current: MeasuredValue, previous: MeasuredValue): LikeForLike | null {
  const [now, then] = [current, previous].map(({ value, details }): Share | null => {
    const open = details?.['ofOpenDeals'] ?? null;
    return open === null ? null : { successes: value, n: open };
  }) as [Share | null, Share | null];
  return now === null || then === null ? null : likeForLike('share_of_open_deals', asRate(now), asRate(then));
}

/** What closes in a rhythm is won at other ages in other months: then the cohort of the same part of a quarter it is. */
function ofEqualAge(id: string, { current, previous }: Sides, frame: Frame): LikeForLike | null {
  const period = breaksRhythm({ id: CLOSINGS }, frame) ? samePartBefore(frame.question) : null;
  const before = period === null ? previous : frame.measure(id, period);
  if (before === null || before.value === null) return null;
  const { question } = frame;
  const alike = atEqualAge({ current, previous: before }, { question, comparedTo: period ?? frame.comparedTo });
  if (alike === null) return null;
  return likeForLike('age', asRate(alike.current), asRate(alike.previous), { days: alike.days, period });
}

/** The KPI whose rhythm is that of closings. */
const CLOSINGS = 'win_rate';

function ofSamePart(id: string, current: MeasuredValue, { question, measure }: Frame): LikeForLike | null {
  const period = samePartBefore(question);
  return likeForLike('part_of_quarter', current, measure(id, period), { period });
}

function likeForLike(
  by: LikeForLike['by'],
  current: Measurement | null,
  previous: Measurement | null,
  { days = null, period = null }: Partial<Pick<LikeForLike, 'days' | 'period'>> = {},
): LikeForLike | null {
  if (current === null || previous === null || current.value === null || previous.value === null) return null;
  const test = testOf(current, previous) ?? { significant: null, pValue: null, interval: null };
  const [value, before] = [current.value, previous.value];
  return { by, days, period, value, previous: before, absolute: value - before, ...test };
}

/** Rates of records are those with Wilson's interval; a ratio of money is none. */
function ofRates(current: MeasuredValue, previous: MeasuredValue): Verdict | null {
  // The interval of a mean is found when it is read, and is none of a rate.
  if (isMean(current) || isMean(previous)) return null;
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

function ofMeans({ sample: first }: MeasuredValue, { sample: second }: MeasuredValue): Verdict | null {
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
