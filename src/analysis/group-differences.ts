import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { countsOf, isMean } from '../kpi/figures.js';
import { benjaminiHochberg } from '../stats/false-discovery.js';
import {
  type GroupRate,
  type GroupsTest,
  kruskalWallis,
  kruskalWallisOfCounts,
  ratesTest,
} from '../stats/several-groups.js';
import type { Axis, Breakdown } from './breakdown.js';

/** One test of whether a figure differs between the groups of a breakdown at all. */
export interface GroupDifference extends GroupsTest {
  readonly kpi: string;
  /** Groups that the test compares. */
  readonly groups: number;
  /** Groups with too few records to be compared. */
  readonly leftOut: number;
  /** Records of the groups compared. */
  readonly n: number;
  /** After Benjamini–Hochberg over all tests of the report. */
  readonly adjustedPValue: number;
  readonly significant: boolean;
}

type Tested = Pick<Breakdown, 'axes' | 'kpis' | 'everyGroup'>;
type Untested = Omit<GroupDifference, 'adjustedPValue' | 'significant'>;

/** What is tested where no KPI is asked for by its name: a rate, a size and a time. */
const HEADLINES = ['win_rate', 'avg_deal_size', 'sales_cycle'];
/** Chance finds something in one of twenty breakdowns; with this share of false finds it does not. */
export const FALSE_DISCOVERY = 0.05;
/** Fewer records in all tell nothing of groups, however they are split. */
const LEAST_RECORDS = 20;
/** Fewest values of a group for the test of ranks (Kruskal and Wallis 1952). */
const LEAST_VALUES = 5;
/** Fewest expected successes, and failures, of a group where there are too many records to permute (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * One test per figure and breakdown, of the hypothesis that all groups are alike: rates of records by
 * {@link ratesTest}, means by {@link kruskalWallis}. Only figures of closed deals are tested: groups of them have no
 * deal in common, and each deal is taken for a case of its own. A rate that is 0 or 1 in every group is settled by the
 * column (an outcome, a stage), and so are sizes by amount and cycles by age: no test must confirm it. The p-values of all breakdowns of a report are adjusted
 * together.
 *
 * @returns the tests of each breakdown, in the order given
 */
export function groupDifferences(
  breakdowns: readonly Tested[],
  ids: readonly string[] | null,
): readonly (readonly GroupDifference[])[] {
  const untested = breakdowns.map((breakdown) => testsOf(breakdown, ids ?? HEADLINES));
  const adjusted = benjaminiHochberg(untested.flatMap((tests) => tests.map(({ pValue }) => pValue)));
  let next = 0;
  return untested.map((tests) =>
    tests.map((test) => {
      const adjustedPValue = adjusted[next++] ?? 1;
      return { ...test, adjustedPValue, significant: adjustedPValue <= FALSE_DISCOVERY };
    }),
  );
}

function testsOf({ axes, everyGroup, kpis }: Tested, ids: readonly string[]): Untested[] {
  return kpis.flatMap((kpi) => {
    if (!ids.includes(kpi.id) || !hasCases(kpi) || axes.some((axis) => isOfItself(kpi, axis))) return [];
    const measurements = everyGroup.map((group) => group.measure(kpi).measurement);
    const test = ofRates(measurements) ?? ofMeans(measurements);
    return test === null ? [] : [{ kpi: kpi.id, ...test }];
  });
}

/** Whether a figure is about the very numbers that the groups are ranges of: sizes by amount, cycles by age. */
function isOfItself({ needs, unit }: Kpi, axis: Axis): boolean {
  if (!('column' in axis)) return false;
  return axis.field === 'amount' ? needs.includes('amount') : axis.onDay !== undefined && unit === 'days';
}

/** Whether the records of a figure are deals that closed, each in one group: a customer may buy in several. */
function hasCases({ basis, of, needs }: Kpi): boolean {
  return basis === 'closed' && of === undefined && !needs.includes('customer');
}

function ofRates(measurements: readonly Measurement[]): Omit<Untested, 'kpi'> | null {
  const rates = measurements.flatMap((one): GroupRate[] => {
    if (one.value === null || isMean(one) || one.interval?.method !== 'wilson') return [];
    return [{ successes: one.numerator?.total ?? 0, n: one.denominator?.total ?? 0 }];
  });
  return rates.length < 2 ? null : rateDifference(rates);
}

/**
 * One test of whether rates differ, with the groups that are too small for it left out; null where there are fewer than
 * two, or 20 records, or where the groups settle the rate.
 */
export function rateDifference(rates: readonly GroupRate[]): Omit<Untested, 'kpi'> | null {
  const there = rates.filter(({ n }) => n > 0);
  if (there.every(({ successes, n }) => successes === 0 || successes === n)) return null;
  const all = ratesTest(there);
  const compared = all === null ? largeEnough(there) : there;
  const test = all ?? ratesTest(compared);
  const n = compared.reduce((total, group) => total + group.n, 0);
  if (test === null || n < LEAST_RECORDS) return null;
  return { ...test, groups: compared.length, leftOut: there.length - compared.length, n };
}

function largeEnough(rates: readonly GroupRate[]): readonly GroupRate[] {
  const n = rates.reduce((total, group) => total + group.n, 0);
  const rate = rates.reduce((total, group) => total + group.successes, 0) / n;
  return rates.filter((group) => group.n * Math.min(rate, 1 - rate) >= 2 * LEAST_EXPECTED);
}

function ofMeans(measurements: readonly Measurement[]): Omit<Untested, 'kpi'> | null {
  const means = measurements.flatMap((one) => (one.value !== null && isMean(one) ? [one] : []));
  const compared = means.filter(({ n }) => n >= LEAST_VALUES);
  const n = compared.reduce((total, one) => total + one.n, 0);
  const test = n < LEAST_RECORDS ? null : testOfMeans(compared);
  return test === null ? null : { ...test, groups: compared.length, leftOut: means.length - compared.length, n };
}

/** Of values that were counted none is gathered. */
function testOfMeans(means: readonly MeasuredValue[]): GroupsTest | null {
  const counted = means.flatMap((mean) => countsOf(mean) ?? []);
  if (counted.length === means.length) return kruskalWallisOfCounts(counted);
  return kruskalWallis(means.flatMap(({ sample }) => sample ?? []));
}
