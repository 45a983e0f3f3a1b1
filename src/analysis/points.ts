/** A KPI in the periods of a line of time. */
import type { Kpi, KpiSettings } from '../kpi/definition.js';
import type { DataEdges } from '../kpi/edges.js';
import { type Measured, type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import type { DealField } from '../model/deals.js';
import { isAllTime, type Period, periodContaining } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Split } from './split-by-days.js';
import type { Timeline } from './timeline.js';

/** A KPI in one period. */
export interface MeasuredPoint {
  /** Index into the periods of the split. */
  readonly index: number;
  readonly period: Period;
  readonly measured: Measured;
  /** Not the whole of its period: it goes on after the snapshot, the asked range cuts it, or the data begins in it. */
  readonly partial: boolean;
  /** Beyond the usual days of the file, with a gap before the next point: a typo, or a record taken over. */
  readonly apart: boolean;
}

/** What the KPIs of one population have in common, period by period: each is then measured once, also where others use it. */
export interface PointMeasurers {
  /** A count over a period without deals is 0, but over no deals at all it is null: one deal of another period stands in. */
  readonly elsewhere: Population<DealField>;
  /** By the index of the period. */
  readonly byPeriod: Map<Population<DealField>, Measurer>[];
}

export function pointMeasurers({ population }: Question): PointMeasurers {
  return { elsewhere: population.select(population.rows.subarray(0, 1)), byPeriod: [] };
}

/** {@link pointMeasurers} of every split that a question meets. */
export function measurersOfSplits(question: Question): (split: Split) => PointMeasurers {
  const known = new Map<Split, PointMeasurers>();
  return (split) => {
    const found = known.get(split) ?? pointMeasurers(question);
    known.set(split, found);
    return found;
  };
}

/** Periods are cut to the asked one; of those apart from the usual days only the ones that hold a record are there. */
export function measuredPoints(
  kpi: Kpi,
  { line, periods, parts }: Split,
  catalogue: readonly Kpi[],
  question: Question,
  { elsewhere, byPeriod }: PointMeasurers,
): MeasuredPoint[] {
  const { population, asOf, period: all } = question;
  // A target is of the whole period asked about; nobody said how much of it a month is to bring.
  const settings = periods.length === 1 ? question.settings : withoutTargets(question.settings);
  return cutsOf(periods, line, all).flatMap(({ period, apart, clipped, grainEnd }, index): MeasuredPoint[] => {
    const part = parts?.[index];
    const own = part === undefined ? population : part.size === 0 ? elsewhere : part;
    const measurerIn = (edges: DataEdges | null): Measurer =>
      measurerOf(catalogue, { ...question, population: own, period, edges, settings });
    const usual = (): Measurer => {
      byPeriod[index] ??= new Map();
      const known = byPeriod[index].get(own) ?? measurerIn(question.edges ?? null);
      byPeriod[index].set(own, known);
      return known;
    };
    const within = apart ? null : usual().measure(kpi.id);
    // Of all data no deal is left out, however it lies to the edges of the usual days and to the snapshot.
    const beyond =
      within === null || (isAllTime(all) && within.coverage?.state === 'outside')
        ? measurerIn(null).measure(kpi.id)
        : null;
    const measured = within === null || (beyond !== null && beyond.measurement.n > 0) ? beyond : within;
    if (measured === null || (apart && measured.measurement.n === 0)) return [];
    const partial = clipped || grainEnd - 1 > asOf || measured.coverage?.state === 'partly';
    return [{ index, period, measured, partial, apart }];
  });
}

/** A period of a line as figures are asked about it. */
interface Cut {
  readonly period: Period;
  readonly apart: boolean;
  /** The asked period, or the data, cuts the month or quarter that it is. */
  readonly clipped: boolean;
  readonly grainEnd: number;
}

interface Cuts {
  readonly line: Timeline;
  readonly all: Period;
  readonly cuts: readonly Cut[];
}

const known = new WeakMap<readonly Period[], Cuts>();

/** Found once for all groups and KPIs, so that what is kept for a period is found again. */
export function cutsOf(periods: readonly Period[], line: Timeline, all: Period): readonly Cut[] {
  const before = known.get(periods);
  if (before !== undefined && before.line === line && before.all === all) return before.cuts;
  const end = all.fullEnd ?? all.end;
  const [first, last] = [line.periods[0], line.periods[line.periods.length - 1]];
  const cuts = periods.map((cut): Cut => {
    const grained = periodContaining(cut.start, line.grain, cut.calendar, cut.fiscalYearStart);
    // What the snapshot cuts off is still to come; what the asked period does is not asked.
    const full = Math.min(grained.end, end);
    return {
      period: !isAllTime(all) && full > cut.end ? { ...cut, fullEnd: full } : cut,
      apart: first !== undefined && last !== undefined && (cut.end <= first.start || cut.start >= last.end),
      clipped: cut.start > grained.start || cut.end < grained.end,
      grainEnd: grained.end,
    };
  });
  known.set(periods, { line, all, cuts });
  return cuts;
}

function withoutTargets({ revenueTarget: _, quotas: __, ...settings }: KpiSettings): KpiSettings {
  return settings;
}
