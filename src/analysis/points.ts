/** A KPI in the periods of a line of time. */
import type { Kpi, KpiSettings } from '../kpi/definition.js';
import type { DataEdges } from '../kpi/edges.js';
import { type Measured, measurerOf, type Question } from '../kpi/measure.js';
import { isAllTime, type Period, periodContaining } from '../model/period.js';
import type { Split } from './split-by-days.js';

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

/** Periods are cut to the asked one; of those apart from the usual days only the ones that hold a record are there. */
export function measuredPoints(
  kpi: Kpi,
  { line, periods, parts }: Split,
  catalogue: readonly Kpi[],
  question: Question,
): MeasuredPoint[] {
  const { population, asOf, period: all } = question;
  const end = all.fullEnd ?? all.end;
  // A count over a period without deals is 0, but over no deals at all it is null: one deal of another period stands in.
  const elsewhere = population.select(population.rows.subarray(0, 1));
  const [first, last] = [line.periods[0], line.periods[line.periods.length - 1]];
  return periods.flatMap((cut, index): MeasuredPoint[] => {
    const grained = periodContaining(cut.start, line.grain, cut.calendar, cut.fiscalYearStart);
    // What the snapshot cuts off is still to come; what the asked period does is not asked.
    const full = Math.min(grained.end, end);
    const period = !isAllTime(all) && full > cut.end ? { ...cut, fullEnd: full } : cut;
    const part = parts?.[index];
    const own = part === undefined ? population : part.size === 0 ? elsewhere : part;
    const apart = first !== undefined && last !== undefined && (cut.end <= first.start || cut.start >= last.end);
    // A target is of the whole period asked about; nobody said how much of it a month is to bring.
    const settings = periods.length === 1 ? question.settings : withoutTargets(question.settings);
    const measuredIn = (edges: DataEdges | null): Measured =>
      measurerOf(catalogue, { ...question, population: own, period, edges, settings }).measure(kpi.id);
    const within = apart ? null : measuredIn(question.edges ?? null);
    // Of all data no deal is left out, however it lies to the edges of the usual days and to the snapshot.
    const beyond =
      within === null || (isAllTime(all) && within.coverage?.state === 'outside') ? measuredIn(null) : null;
    const measured = within === null || (beyond !== null && beyond.measurement.n > 0) ? beyond : within;
    if (measured === null || (apart && measured.measurement.n === 0)) return [];
    const clipped = cut.start > grained.start || cut.end < grained.end;
    const partial = clipped || grained.end - 1 > asOf || measured.coverage?.state === 'partly';
    return [{ index, period, measured, partial, apart }];
  });
}

function withoutTargets({ revenueTarget: _, quotas: __, ...settings }: KpiSettings): KpiSettings {
  return settings;
}
