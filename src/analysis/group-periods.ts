/** Groups of a breakdown period by period. */
import { type Kpi, none } from '../kpi/definition.js';
import { type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import { partition } from '../kpi/populations.js';
import type { Reason } from '../locale/reasons.js';
import type { DealField } from '../model/deals.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Codes } from '../model/text-column.js';
import { coarser, knownUntil, rangeOf, type SeriesGrain } from './grain.js';
import { measuredPoints, pointMeasurers } from './points.js';
import { daysOf, MOST_POINTS, periodCodes, type Split } from './split-by-days.js';
import { daysBeside, periodsAround, type Timeline, timeline } from './timeline.js';

/** A breakdown by time: `month`, as it was named. */
export interface TimeAxis {
  readonly name: string;
  readonly grain: SeriesGrain;
}

/** A group in one period. */
export interface Cell {
  /** Null = the records without the day that decides the figure. */
  readonly period: Period | null;
  readonly partial: boolean;
  /** Records created or closed in it. */
  readonly n: number;
  /** In the order of the KPIs. */
  readonly measured: readonly Measured[];
}

const FIELDS = ['created_at', 'closed_at'] as const;
export type DateField = (typeof FIELDS)[number];

/** The periods that all groups of a breakdown share, and what is found once for all of them. */
export interface Periods {
  readonly line: Timeline;
  readonly all: readonly Period[];
  readonly codes: ReadonlyMap<DateField, Codes>;
}

/**
 * The periods of all records, cut to the asked one; of all data those beyond the usual days too, where one holds a
 * record. A coarser grain where there would be more than anybody reads. Null where the asked period has no known day.
 */
export function periodsOf(grain: SeriesGrain, records: Population<DealField>, question: Question): Periods | null {
  const columns = FIELDS.filter((field) => records.has(field)).map((field) => records.column(field));
  const { period, asOf } = question;
  const found = columns.length === 0 ? null : rangeOf(columns, records, period, knownUntil(question));
  // Of all data without a usual day there are still the records beyond, and those without any.
  const range = found ?? (isAllTime(period) ? { first: asOf, last: asOf - 1 } : null);
  if (range === null) return null;
  const line = timeline(range, grain, period, !isAllTime(period));
  const beside = isAllTime(period)
    ? columns.flatMap((days) => records.withRows((rows) => periodsAround(line, daysBeside(line, days, rows))))
    : [];
  const byStart = new Map([...line.periods, ...beside].map((one) => [one.start, one]));
  const next = coarser(grain);
  if (byStart.size > MOST_POINTS && next !== null) return periodsOf(next, records, question);
  const all = [...byStart.values()].sort((a, b) => a.start - b.start);
  const codes = records.withRows(
    (rows) => new Map(FIELDS.map((field) => [field, periodCodes(records.column(field), rows, all)])),
  );
  return { line, all, codes };
}

export interface CellOptions {
  /** Why no group has a figure of a KPI; null where groups do. */
  barred(kpi: Kpi): Reason | null;
  /** The group as it was known at the end of a period, for figures of open deals; null where closing overwrote it. */
  openIn(period: Period): Population<DealField> | null;
}

/**
 * Each KPI of a group in each period: deals won and lost by the day of closing, new ones by that of creation, what is open
 * or a customer at the end of the period, as a report of that period alone has it. So the periods of a figure that is
 * added up add up to the group's. Periods in which nothing happened and nothing stands are left out. Leads have no period
 * of deals.
 */
export function cellsOf(
  periods: Periods,
  kpis: readonly Kpi[],
  catalogue: readonly Kpi[],
  question: Question,
  options: CellOptions,
): Cell[] {
  const { barred } = options;
  const parts = partsIn(periods, question);
  return figuresIn(periods, parts, kpis, catalogue, question, options).flatMap((found, index): Cell[] => {
    const n = new Set([...parts.values()].flatMap((own) => [...(own[index]?.rows ?? [])])).size;
    const period = periods.all[index] ?? null;
    if (![...found.values()].some(({ measured }) => isSomething(measured)) && (period === null || n === 0)) return [];
    return [
      {
        period,
        partial: [...found.values()].some(({ partial }) => partial),
        n,
        measured: kpis.map(
          (kpi) =>
            found.get(kpi)?.measured ?? absent(kpi, barred(kpi) ?? (period === null ? 'not_by_group' : 'outside_data')),
        ),
      },
    ];
  });
}

/** A KPI of a group in one period. */
export interface CellFigure {
  readonly measured: Measured;
  readonly partial: boolean;
}

type PartsByDay = ReadonlyMap<DateField, readonly Population<DealField>[]>;

/** The group's records of each period, by each kind of day; behind them those without one. */
export function partsIn({ all, codes }: Pick<Periods, 'all' | 'codes'>, question: Question): PartsByDay {
  const records = recordsOf(question);
  return new Map([...codes].map(([field, own]) => [field, partition(records, own, all.length + 2)] as const));
}

function recordsOf({ population, subscriptions = null }: Question): Population<DealField> {
  return subscriptions !== null && population.size === 0 ? subscriptions : population;
}

/** Each KPI of a group by the periods, and behind them of its records without a day; what has no figure is not there. */
export function figuresIn(
  { line, all }: Pick<Periods, 'line' | 'all'>,
  parts: PartsByDay,
  kpis: readonly Kpi[],
  catalogue: readonly Kpi[],
  question: Question,
  { barred, openIn }: CellOptions,
): readonly ReadonlyMap<Kpi, CellFigure>[] {
  const population = recordsOf(question);
  const periods = [...all, null].map(() => new Map<Kpi, CellFigure>());
  const measurers = pointMeasurers(question);
  const undatedOf = new Map<Population<DealField>, Measurer>();
  for (const kpi of kpis) {
    if (barred(kpi) !== null) continue;
    const days = daysOf(kpi, question);
    const byDay = days.alone && days.of === 'deals' ? (parts.get(days.fields[0] as DateField) ?? null) : null;
    const open = kpi.basis === 'snapshot' ? all.map(openIn) : null;
    const split: Split = { line, periods: all, parts: open?.map((one) => one ?? population) ?? byDay };
    for (const { index, measured, partial } of measuredPoints(kpi, split, catalogue, question, measurers)) {
      const overwritten = open !== null && open[index] === null;
      periods[index]?.set(kpi, {
        measured: overwritten ? { kpi, measurement: none('overwritten_at_closing'), byCurrency: null } : measured,
        partial,
      });
    }
    const undated = byDay?.[all.length];
    if (undated !== undefined && undated.size > 0 && isAllTime(question.period)) {
      const measurer = undatedOf.get(undated) ?? measurerOf(catalogue, { ...question, population: undated });
      undatedOf.set(undated, measurer);
      const measured = measurer.measure(kpi.id);
      if (measured.measurement.n > 0) periods[all.length]?.set(kpi, { measured, partial: false });
    }
  }
  return periods;
}

function isSomething({ measurement, byCurrency }: Measured): boolean {
  return [measurement, ...(byCurrency ?? []).map((one) => one.measurement)].some(
    ({ value }) => value !== null && value !== 0,
  );
}

function absent(kpi: Kpi, reason: Reason): Measured {
  return { kpi, measurement: none(reason), byCurrency: null };
}
