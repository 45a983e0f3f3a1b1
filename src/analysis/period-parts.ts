/** A period part by part, beside the parts of the compared one: July against April, August against May. */
import type { Kpi } from '../kpi/definition.js';
import type { Measured, Question } from '../kpi/measure.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Frame } from './alike.js';
import { isTold, shiftOf } from './compared-points.js';
import { coarser, grainFor, knownUntil, rangeOf, type SeriesGrain } from './grain.js';
import { type GroupChange, type GroupSides, groupChanges } from './group-changes.js';
import { type MeasuredPoint, measuredPoints, measurersOfSplits } from './points.js';
import { daysOf, splitByDays } from './split-by-days.js';

/** What is told of each part unless KPIs are asked for. */
export const TOLD_OF_PARTS = ['new_deals', 'won_deals', 'win_rate', 'revenue_won', 'avg_deal_size', 'sales_cycle'];

/** One part of the period. */
export interface PeriodPart {
  readonly period: Period;
  readonly partial: boolean;
  /** The part at the same place of the compared period; null where it has none. */
  readonly compared: { readonly period: Period; readonly partial: boolean } | null;
  /** In the order of the KPIs. */
  readonly measured: readonly Measured[];
  /** Of the compared part; null where there is none, and where the figure of the compared period is null. */
  readonly previous: readonly (Measured | null)[];
  /** Null for counts and sums of cut parts of unlike lengths, and for a figure that has no change. */
  readonly changes: readonly (GroupChange | null)[];
}

export interface PeriodParts {
  readonly grain: SeriesGrain;
  readonly kpis: readonly Kpi[];
  readonly rows: readonly PeriodPart[];
}

/** The compared period, and what verdicts on changes look at. */
export interface ComparedWith {
  readonly before: Question;
  readonly previous: readonly Measured[];
  readonly frame: Frame;
}

/** More parts are a series. */
const MOST_PARTS = 12;

/**
 * The months of a quarter, the quarters of a year: one grain coarser than the series of the period, two to twelve parts.
 * Each figure is that of a report of the part alone. Where the months of a quarter differ, a month says little beside the
 * month before it: the part at the same place of the compared period is what it is like. Changes are corrected over the
 * parts, as those of groups are. Null of all data, of a month or less, and without a KPI that has days.
 */
export function periodParts(
  catalogue: readonly Kpi[],
  ids: readonly string[],
  question: Question,
  compared: ComparedWith | null,
): PeriodParts | null {
  const grain = grainOf(question);
  if (grain === null) return null;
  const now = measuredIn(catalogue, ids, question, grain);
  const kpis = [...now.keys()];
  const [first] = now.values();
  if (first === undefined || first.length < 2 || first.length > MOST_PARTS) return null;
  const told = new Set((compared?.previous ?? []).filter(isTold).map(({ kpi }) => kpi.id));
  const isCompared = compared !== null && !isAllTime(compared.before.period);
  const then = isCompared ? measuredIn(catalogue, ids, compared.before, grain) : new Map<Kpi, MeasuredPoint[]>();
  const [before = []] = then.values();
  const shift = isCompared ? shiftOf(first, before, question.period, compared.before.period) : 0;
  const previousOf = (kpi: Kpi, index: number): Measured | null =>
    told.has(kpi.id) ? (then.get(kpi)?.[index + shift]?.measured ?? null) : null;
  const changesOf = (kpi: Kpi): readonly (GroupChange | null)[] => {
    const sides = first.map((_, index) =>
      sidesOf(kpi, now.get(kpi)?.[index], previousOf(kpi, index), then.get(kpi)?.[index + shift]),
    );
    const known = sides.flatMap((one) => one ?? []);
    const found = compared === null ? [] : groupChanges(kpi, known, compared.frame);
    return sides.map((one) => (one === null ? null : (found[known.indexOf(one)] ?? null)));
  };
  const changes = kpis.map(changesOf);
  return {
    grain,
    kpis,
    rows: first.map(({ period, partial }, index) => {
      const other = before[index + shift];
      return {
        period,
        partial: partial || kpis.some((kpi) => partOf(now, kpi, index).partial),
        compared: other === undefined ? null : { period: other.period, partial: other.partial },
        measured: kpis.map((kpi) => partOf(now, kpi, index).measured),
        previous: kpis.map((kpi) => previousOf(kpi, index)),
        changes: changes.map((own) => own[index] ?? null),
      };
    }),
  };
}

/** One grain coarser than that of a series of the period; null of all data, and where that is no month or longer. */
function grainOf(question: Question): SeriesGrain | null {
  const { period } = question;
  if (isAllTime(period)) return null;
  const range = rangeOf([], question.population, period, knownUntil(question));
  const grain = range === null ? null : grainFor(range.last - range.first + 1);
  return grain === null || grain === 'day' ? null : coarser(grain);
}

/** Every part of the period by the KPIs that have days; all of them have the same parts. */
function measuredIn(
  catalogue: readonly Kpi[],
  ids: readonly string[],
  question: Question,
  grain: SeriesGrain,
): Map<Kpi, readonly MeasuredPoint[]> {
  const measurers = measurersOfSplits(question);
  const found = new Map<Kpi, readonly MeasuredPoint[]>();
  for (const kpi of catalogue.filter(({ id, basis }) => ids.includes(id) && basis !== 'leads')) {
    const split = splitByDays(daysOf(kpi, question), question, grain);
    if (split !== null) found.set(kpi, measuredPoints(kpi, split, catalogue, question, measurers(split)));
  }
  return found;
}

function partOf(parts: ReadonlyMap<Kpi, readonly MeasuredPoint[]>, kpi: Kpi, index: number): MeasuredPoint {
  const found = parts.get(kpi)?.[index];
  if (found === undefined) throw new RangeError(`${kpi.id} has no part ${index}`);
  return found;
}

/** Both figures of a part; null where one is not there, and for counts and sums of cut parts of unlike lengths. */
function sidesOf(
  { adds }: Kpi,
  now: MeasuredPoint | undefined,
  previous: Measured | null,
  then: MeasuredPoint | undefined,
): GroupSides | null {
  if (now === undefined || then === undefined || previous === null) return null;
  const areCut = now.partial || then.partial;
  if (adds === true && areCut && now.period.end - now.period.start !== then.period.end - then.period.start) return null;
  return { current: now.measured, previous };
}
