/** What becomes of the deals in question, all of it that rests on their durations. */
import { type ClosingCurves, closingCurves } from '../../kpi/closing-curves.js';
import type { Note, Reason } from '../../kpi/definition.js';
import { closingsFrom, type DealDurations, dealDurations } from '../../kpi/durations.js';
import type { Question } from '../../kpi/measure.js';
import { wholeOf } from '../../kpi/whole.js';
import { curveQuantile, type OpenInterval } from '../../stats/survival/quantile.js';
import { type RestrictedMean, restrictedMean } from '../../stats/survival/restricted-mean.js';
import { type ByStage, byStage } from './by-stage.js';
import { type CurvePoint, curvePoints } from './curve.js';
import { roundAges } from './round-days.js';
import { type AgePoint, winFromAge } from './win-from-age.js';

export interface DealSurvival {
  readonly curve: readonly CurvePoint[];
  /** Of the median of the time to close. */
  readonly medianInterval: OpenInterval | null;
  readonly mean: RestrictedMean | null;
  /** Of all deals, by their age. */
  readonly fromAge: readonly AgePoint[];
  /** Null without a history of stages. */
  readonly stages: ByStage | null;
  readonly notes: readonly Note[];
}

/** Points of the curve: with its last day forty at most. */
const MOST_POINTS = 36;

const DATES = ['outcome', 'created_at', 'closed_at'] as const;

/** The durations of the deals as known at the snapshot; null where the files lack a date. */
export function durationsOf(question: Question): DealDurations | null {
  if (!DATES.every((field) => question.population.has(field))) return null;
  return dealDurations(question.population, question, closingsFrom(wholeOf(question).population, question));
}

/** Everything, or why there is nothing. The files must have both dates. */
export function survivalOf(question: Question): DealSurvival | Reason {
  const found = closingCurves(question, { wins: false });
  return 'reason' in found ? found.reason : told(found, question);
}

function told(found: ClosingCurves, question: Question): DealSurvival {
  const { curves, table, reach, durations, notes } = found;
  return {
    curve: curvePoints(found, MOST_POINTS),
    medianInterval: curveQuantile(curves).interval,
    // Of no days at all a mean says nothing.
    mean: reach > 0 ? restrictedMean(curves, reach) : null,
    fromAge: roundAges(reach).flatMap((age) => winFromAge(table, age) ?? []),
    stages: byStage(question, durations),
    notes,
  };
}
