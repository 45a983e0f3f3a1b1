/** The columns of a report as a table: one row for each figure, the same columns in every section. */
import type { KpiEntry, Report } from '../../report/schema.js';

/** The columns before those of the groups, and those after them. */
const FIRST = ['section', 'kpi', 'title', 'measure'] as const;
const LAST = [
  'period',
  'start',
  'end',
  'value',
  'unit',
  'currency',
  'n',
  'numerator',
  'denominator',
  'low',
  'high',
  'bounds_low',
  'bounds_high',
  'previous',
  'previous_n',
  'change',
  'change_relative',
  'significant',
  'p_value',
  'p_adjusted',
  'target_min',
  'target_max',
  'target_met',
  'target_per',
  'elapsed',
  'reached',
  'partial',
  'reason',
  'change_reason',
] as const;

type ColumnName = (typeof FIRST)[number] | (typeof LAST)[number];
export type CellValue = string | number | boolean | null | undefined;

/** What a figure belongs to: `owner` and `Ann`, `stage` and `Won`. */
export type Group = readonly [by: string, group: string];

/** One row. A cell that is not there is empty. */
export type FigureRow = { readonly [N in ColumnName]?: CellValue } & {
  readonly section: string;
  readonly groups?: readonly Group[];
};

/** What is the same in every row of a KPI. */
export type About = Pick<FigureRow, 'kpi' | 'title' | 'unit' | 'currency'>;

/** The header. `pairs` = how many fields the widest row is grouped by, at least one: `by`, `group`, `by_2`, `group_2`. */
export function headerOf(pairs: number): string[] {
  const grouped = Array.from({ length: pairs }, (_, at) =>
    at === 0 ? ['by', 'group'] : [`by_${at + 1}`, `group_${at + 1}`],
  );
  return [...FIRST, ...grouped.flat(), ...LAST];
}

/** The columns before and after those of the groups, in order. */
export const columnsBesideGroups = { first: FIRST, last: LAST } as const;

type Period = Report['period'];
type Figures = Pick<KpiEntry, 'value' | 'n' | 'numerator' | 'denominator' | 'interval' | 'bounds' | 'reason'>;
type Change = Pick<NonNullable<KpiEntry['change']>, 'absolute' | 'relative' | 'significant' | 'pValue' | 'reason'> & {
  readonly adjustedPValue?: number | null;
};

/** Label and days of a period; nothing for all data. */
export function periodCells(period: Period): Pick<FigureRow, 'period' | 'start' | 'end'> {
  return period === null ? {} : { period: period.label, start: period.start, end: period.end };
}

/** A measured value with what it rests on. */
export function figureCells({
  value,
  n,
  numerator,
  denominator,
  interval,
  bounds,
  reason,
}: Figures): Partial<FigureRow> {
  return {
    value,
    n,
    numerator,
    denominator,
    low: interval?.low,
    high: interval?.high,
    bounds_low: bounds?.low,
    bounds_high: bounds?.high,
    reason,
  };
}

/** The ends of an interval, where there is one. */
export function ends(
  interval: { readonly low: number | null; readonly high: number | null } | null,
): Pick<FigureRow, 'low' | 'high'> {
  return { low: interval?.low, high: interval?.high };
}

/** What a value was before, and what may be said of the difference. */
export function changeCells(previous: KpiEntry['previous'], change: Change | null): Partial<FigureRow> {
  return {
    previous: previous?.value,
    previous_n: previous?.n,
    change: change?.absolute,
    change_relative: change?.relative,
    significant: change?.significant,
    p_value: change?.pValue,
    p_adjusted: change?.adjustedPValue,
    change_reason: change?.reason,
  };
}

export function targetCells(target: KpiEntry['target']): Partial<FigureRow> {
  return {
    target_min: target?.min,
    target_max: target?.max,
    target_met: target?.met,
    target_per: target?.per,
    elapsed: target?.pacing?.elapsed,
    reached: target?.pacing?.reached,
  };
}

export function leftOut(reason: string, n: number): Omit<FigureRow, 'section'> {
  return { measure: 'left_out', ...groupsOf([['left_out', reason]]), value: n, unit: 'count' };
}

export function groupsOf(groups: readonly Group[]): { readonly groups: readonly Group[] } {
  return { groups };
}
