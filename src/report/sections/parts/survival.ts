import type { BreakdownColumn } from '../../../analysis/known-then.js';
import { survivalGroups } from '../../../analysis/survival/groups.js';
import { type DealSurvival, durationsOf, survivalOf } from '../../../analysis/survival/of-deals.js';
import type { Measurement } from '../../../kpi/definition.js';
import type { Question } from '../../../kpi/measure.js';
import { pointInTime } from '../../../kpi/snapshot.js';
import { isoDay } from '../../../model/civil-day.js';
import { messageEntry } from '../../documents.js';
import { excludedEntry } from '../../excluded-entry.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart } from '../definition.js';
import { measuredIn } from '../measured.js';
import type { Survival, survivalShape } from './survival-schema.js';

export const survival: BuiltPart<typeof survivalShape> = {
  absent: { survival: null },
  build: (context) => ({ survival: survivalEntry(context) }),
};

function survivalEntry(context: SectionContext): Survival {
  const { question, speech } = context;
  const rate = measuredIn(context, 'eventual_win_rate').measurement;
  const time = measuredIn(context, 'time_to_close').measurement;
  // Few wins are no reason against the rest; whatever else stands against the win rate stands against everything.
  const against = rate.value === null && rate.reason !== 'few_closings' ? rate.reason : null;
  const durations = durationsOf(question);
  const found = against ?? survivalOf(question);
  const reason = typeof found === 'string' ? found : null;
  const head = {
    asOf: question.undated === true ? null : isoDay(pointInTime(question) ?? question.asOf),
    n: durations?.rows.length ?? 0,
    won: durations?.won ?? 0,
    lost: durations?.lost ?? 0,
    open: durations?.open ?? 0,
    excluded: excludedEntry(durations?.excluded ?? []),
    reason,
    eventualWinRate: winRateEntry(rate),
  };
  if (typeof found === 'string') {
    const timeToClose = { median: null, interval: null, restrictedMean: null, eventsOnlyMedian: null, reason };
    return { ...head, timeToClose, curve: [], groups: [], winFromAge: [], stageTimes: null, notes: [] };
  }
  return {
    ...head,
    timeToClose: timeEntry(time, found),
    curve: found.curve.map((point) => ({
      ...point,
      wonInterval: copied(point.wonInterval),
      openInterval: copied(point.openInterval),
    })),
    groups: context.breakdowns.flatMap(({ axes }) => {
      const columns = axes.filter((axis): axis is BreakdownColumn => 'column' in axis);
      // What was closed by a day is no group of deals.
      return columns.length === axes.length ? [groupsEntry(columns, question)] : [];
    }),
    winFromAge: winFromAgeEntry(found),
    stageTimes: found.stages?.times.map((one) => ({ ...one, interval: copied(one.interval) })) ?? null,
    notes: found.notes.map((note) => messageEntry(note, speech)),
  };
}

function winRateEntry(rate: Measurement): Survival['eventualWinRate'] {
  if (rate.value === null) {
    return { value: null, interval: null, reach: null, stillOpen: null, reason: rate.reason };
  }
  const { reach = null, stillOpen = null } = rate.details ?? {};
  return { value: rate.value, interval: copied(rate.interval ?? null), reach, stillOpen, reason: null };
}

function timeEntry(time: Measurement, { mean, medianInterval }: DealSurvival): Survival['timeToClose'] {
  return {
    median: time.value,
    interval: time.value === null ? null : copied(medianInterval),
    restrictedMean:
      mean === null ? null : { value: mean.value, interval: copied(mean.interval), horizon: mean.horizon },
    eventsOnlyMedian: time.details?.['eventsOnlyMedian'] ?? null,
    reason: time.value === null ? time.reason : null,
  };
}

function groupsEntry(columns: readonly BreakdownColumn[], question: Question): Survival['groups'][number] {
  const { by, test, reason, groups, total } = survivalGroups(columns, question);
  return {
    by: [...by],
    test: test === null ? null : { method: test.method, statistic: test.statistic, df: test.df, pValue: test.pValue },
    reason,
    groups: groups.map(({ key, interval, curve, ...group }) => ({
      key: [...key],
      ...group,
      interval: copied(interval),
      curve: curve.map(({ day, won, open }) => ({ day, won, open })),
    })),
    groupsTotal: total,
  };
}

/** Of all deals, then of each stage where the files tell when deals entered it. */
function winFromAgeEntry({ fromAge, stages }: DealSurvival): Survival['winFromAge'] {
  return [{ pipeline: null, stage: null, points: fromAge }, ...(stages?.odds ?? [])].map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, interval: copied(point.interval) })),
  }));
}

function copied<T extends object>(interval: T | null): T | null {
  return interval === null ? null : { ...interval };
}
