/** How long deals stay open and what becomes of them, as rows. */
import type { Report } from '../../report/schema.js';
import { ends, type FigureRow, type Group, groupsOf, leftOut } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Survival = NonNullable<Report['survival']>;

const SECTION = 'survival';

/** The figures of all deals, then what holds at an age, of the groups and of the stages. */
export function* survivalRows({ survival }: Report): Rows {
  if (survival === null) return;
  const { n, won, lost, open, asOf, excluded, reason } = survival;
  const base = { section: SECTION, end: asOf };
  for (const [measure, value] of Object.entries({ deals: n, won, lost, open })) {
    yield { ...base, measure, value, unit: 'count', ...(measure === 'deals' ? { reason } : {}) };
  }
  for (const one of excluded) yield { ...base, ...leftOut(one.reason, one.n) };
  yield* figureRows(survival, base);
  yield* curveRows(survival.curve, base);
  for (const { by, test, groups, reason: untested } of survival.groups) {
    for (const group of groups) yield* groupRows(by, group, base);
    yield {
      ...base,
      measure: 'log_rank',
      ...groupsOf(by.map((name): Group => [name, ''])),
      value: test?.statistic,
      p_value: test?.pValue,
      reason: untested,
    };
  }
  for (const { pipeline, stage, points } of survival.winFromAge) {
    for (const point of points) yield* ageRows(stageGroups(stage, pipeline), point, base);
  }
  for (const { pipeline, stage, n: stays, ended, median, interval, p75 } of survival.stageTimes ?? []) {
    const mine = { ...base, ...groupsOf(stageGroups(stage, pipeline)) };
    yield { ...mine, measure: 'stage_stays', value: stays, unit: 'count' };
    yield { ...mine, measure: 'stage_stays_ended', value: ended, unit: 'count' };
    yield { ...mine, measure: 'stage_median', value: median, unit: 'days', n: stays, ...ends(interval) };
    yield { ...mine, measure: 'stage_p75', value: p75, unit: 'days', n: stays };
  }
}

function* figureRows({ n, eventualWinRate, timeToClose }: Survival, base: FigureRow): Rows {
  const { value, interval, reach, stillOpen, reason } = eventualWinRate;
  yield { ...base, measure: 'eventual_win_rate', value, unit: 'ratio', n, ...ends(interval), reason };
  yield { ...base, measure: 'still_open', value: stillOpen, unit: 'ratio', n };
  yield { ...base, measure: 'reach', value: reach, unit: 'days', n };
  const { median, restrictedMean, eventsOnlyMedian } = timeToClose;
  const days = { unit: 'days', n };
  yield {
    ...base,
    ...days,
    measure: 'median',
    value: median,
    ...ends(timeToClose.interval),
    reason: timeToClose.reason,
  };
  yield { ...base, ...days, measure: 'events_only_median', value: eventsOnlyMedian };
  if (restrictedMean === null) return;
  const horizon = groupsOf([['horizon', String(restrictedMean.horizon)]]);
  yield {
    ...base,
    ...days,
    measure: 'restricted_mean',
    ...horizon,
    value: restrictedMean.value,
    ...ends(restrictedMean.interval),
  };
}

function* curveRows(curve: Survival['curve'], base: FigureRow): Rows {
  for (const { day, atRisk, won, wonInterval, lost, open, openInterval } of curve) {
    const at = { ...base, ...groupsOf([['day', String(day)]]), unit: 'ratio', n: atRisk };
    yield { ...at, measure: 'won_by_day', value: won, ...ends(wonInterval) };
    yield { ...at, measure: 'lost_by_day', value: lost };
    yield { ...at, measure: 'open_by_day', value: open, ...ends(openInterval) };
  }
}

type SurvivalGroup = Survival['groups'][number]['groups'][number];

function* groupRows(by: readonly string[], group: SurvivalGroup, base: FigureRow): Rows {
  const { key, n, eventualWinRate, interval, median, curve, reason } = group;
  const mine = by.map((name, at): Group => [name, key[at] ?? '']);
  const one = { ...base, ...groupsOf(mine), n };
  yield { ...one, measure: 'eventual_win_rate', value: eventualWinRate, unit: 'ratio', ...ends(interval), reason };
  yield { ...one, measure: 'median', value: median, unit: 'days', reason };
  // A third pair of columns would be one of every table.
  if (mine.length > 1) return;
  for (const { day, won, open } of curve) {
    const at = { ...base, ...groupsOf([...mine, ['day', String(day)]]), unit: 'ratio' };
    yield { ...at, measure: 'won_by_day', value: won };
    yield { ...at, measure: 'open_by_day', value: open };
  }
}

type Point = Survival['winFromAge'][number]['points'][number];

function* ageRows(
  groups: readonly Group[],
  { age, n, pWin, interval, pLost, medianRest }: Point,
  base: FigureRow,
): Rows {
  const at = { ...base, ...groupsOf([...groups, ['age', String(age)]]), n };
  yield { ...at, measure: 'win_from_age', value: pWin, unit: 'ratio', ...ends(interval) };
  yield { ...at, measure: 'loss_from_age', value: pLost, unit: 'ratio' };
  yield { ...at, measure: 'median_rest', value: medianRest, unit: 'days' };
}

/** A stage by its name and its pipeline; nothing for all open deals. */
function stageGroups(stage: string | null, pipeline: string | null): readonly Group[] {
  if (stage === null) return pipeline === null ? [] : [['pipeline', pipeline]];
  return [['stage', stage], ...(pipeline === null ? [] : [['pipeline', pipeline] as const])];
}
