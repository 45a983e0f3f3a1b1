/** How the figures of the groups of a breakdown differ from those of the compared period. */
import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { WHOLE } from '../kpi/edges.js';
import type { Measured } from '../kpi/measure.js';
import type { NoVerdict } from '../locale/no-verdict.js';
import { benjaminiHochberg } from '../stats/false-discovery.js';
import type { Frame } from './alike.js';
import { exactTest, noVerdict } from './compare.js';
import { FALSE_DISCOVERY } from './group-differences.js';

/** The change of a figure of one group. */
export interface GroupChange {
  /** Current less previous, in the KPI's own unit; for ratios in points. */
  readonly absolute: number;
  /** `absolute` as a share of the previous value's size; null when that was 0. */
  readonly relative: number | null;
  /** At 5 % of the adjusted p-value; null where there is no verdict, and then there is a reason. */
  readonly significant: boolean | null;
  readonly pValue: number | null;
  /** After Benjamini–Hochberg over the groups of the breakdown for which the figure is tested. */
  readonly adjustedPValue: number | null;
  readonly reason: NoVerdict | null;
}

/** A figure of a group in both periods. */
export interface GroupSides {
  readonly current: Measured;
  readonly previous: Measured;
}

/**
 * The changes of one KPI in all groups of a breakdown, in their order; null where either side has no value or the files
 * do not tell the whole of both periods. Among thirty owners chance alone moves one beyond 5 %: a change is called
 * significant only after a correction over all groups, so it takes all of them, whichever are shown. Where the same
 * figure of all deals has no verdict (deals of unequal age, another part of a quarter, a figure to date) no group has.
 */
export function groupChanges(kpi: Kpi, groups: readonly GroupSides[], frame: Frame): readonly (GroupChange | null)[] {
  let barred: { readonly reason: NoVerdict | null } | null = null;
  const changes = groups.map(({ current, previous }): GroupChange | null => {
    const [now, then] = [current.measurement, previous.measurement];
    if (!isKnown(current) || !isKnown(previous) || previous.coverage?.running !== undefined) return null;
    if (now.value === null || then.value === null) return null;
    barred ??= { reason: noVerdict(kpi, now, then, frame) };
    return changeIn(now, then, barred.reason);
  });
  const adjusted = benjaminiHochberg(changes.flatMap((change) => (change?.pValue == null ? [] : [change.pValue])));
  let next = 0;
  return changes.map((change) => {
    if (change === null || change.pValue === null) return change;
    const adjustedPValue = adjusted[next++] ?? 1;
    return { ...change, adjustedPValue, significant: change.significant === true && adjustedPValue <= FALSE_DISCOVERY };
  });
}

/** The change of money in one of several currencies, which nothing tests. */
export function untestedChange(current: Measurement, previous: Measurement): GroupChange | null {
  return current.value === null || previous.value === null ? null : changeIn(current, previous, 'no_test');
}

function changeIn(current: MeasuredValue, previous: MeasuredValue, barred: NoVerdict | null): GroupChange {
  const absolute = current.value - previous.value;
  const relative = previous.value === 0 ? null : absolute / Math.abs(previous.value);
  const none = { absolute, relative, significant: null, pValue: null, adjustedPValue: null };
  if (barred !== null) return { ...none, reason: barred };
  const test = exactTest(current, previous);
  if (test === null || test.pValue === null) return { ...none, reason: 'few_records' };
  return { ...none, significant: test.significant, pValue: test.pValue, reason: null };
}

function isKnown({ coverage = WHOLE }: Measured): boolean {
  return coverage.state === 'whole';
}
