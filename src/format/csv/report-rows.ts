/** A report as rows, one for each figure, section by section. */
import type { KpiEntry, Report } from '../../report/schema.js';
import { breakdownRows } from './breakdown-rows.js';
import { changesForecastRows } from './changes-forecast-rows.js';
import { changesRows } from './changes-rows.js';
import { forecastRows } from './forecast-rows.js';
import { lifetimeRows } from './lifetime-rows.js';
import {
  type About,
  changeCells,
  type FigureRow,
  figureCells,
  type Group,
  groupsOf,
  leftOut,
  periodCells,
  targetCells,
} from './report-columns.js';
import { cycleRows, evidenceRows, pipelineRows } from './section-rows.js';
import { survivalRows } from './survival-rows.js';
import { whyRows } from './why-rows.js';

type Rows = Generator<FigureRow, void, undefined>;

/** Every figure of a report, each once. */
export function* figureRows(report: Report): Rows {
  const known = new Map(report.kpis.map((entry) => [entry.id, entry]));
  const about = (id: string): About => aboutKpi(id, known.get(id), report.currency);
  yield* partitionRows(report);
  for (const entry of report.kpis) yield* kpiRows(entry, report, about(entry.id));
  for (const breakdown of report.breakdowns) yield* breakdownRows(breakdown, report, about);
  for (const line of report.series) yield* seriesRows(line, about(line.kpi));
  yield* funnelRows(report);
  yield* pipelineRows(report);
  yield* cycleRows(report);
  yield* cohortRows(report);
  yield* survivalRows(report);
  yield* lifetimeRows(report);
  yield* forecastRows(report);
  yield* changesRows(report);
  yield* changesForecastRows(report);
  yield* whyRows(report);
  yield* findingRows(report);
  yield* actionRows(report);
  yield* evidenceRows(report, about);
  yield* qualityRows(report);
}

const MONEY: readonly string[] = ['money', 'money_per_day'];

function aboutKpi(id: string, entry: KpiEntry | undefined, currency: string | null): About {
  if (entry === undefined) return { kpi: id };
  const { title, unit } = entry;
  return { kpi: id, title, unit, ...(MONEY.includes(unit) ? { currency } : {}) };
}

function* partitionRows({ partition }: Report): Rows {
  for (const [measure, value] of Object.entries(partition)) {
    yield { section: 'records', measure, value, unit: 'count' };
  }
}

function* kpiRows(entry: KpiEntry, { period }: Report, about: About): Rows {
  const base = { section: 'kpis', ...about, ...periodCells(period) };
  const target = targetCells(entry.target);
  yield* measuredRows(entry, { ...base, measure: 'value' }, target);
  for (const one of entry.byCurrency ?? []) yield* measuredRows(one, inCurrency(base, one), {});
}

/** The part of a figure in one of several currencies: told apart from the whole, so that no sum counts both. */
function inCurrency(row: FigureRow, { currency }: { readonly currency: string }): FigureRow {
  return { ...row, measure: 'by_currency', currency };
}

type Measured = NonNullable<KpiEntry['byCurrency']>[number] | KpiEntry;

/** A value with its target, then the numbers beside it: its distribution, details, parts, and what was left out. */
function* measuredRows(entry: Measured, base: FigureRow, target: Partial<FigureRow>): Rows {
  yield {
    ...base,
    ...figureCells(entry),
    ...changeCells(entry.previous, entry.change),
    ...target,
  };
  for (const [measure, value] of Object.entries(entry.distribution ?? {})) yield { ...base, measure, value };
  // Details have units of their own, which only their names tell.
  for (const [measure, value] of Object.entries(entry.details)) yield { ...base, measure, value, unit: '' };
  const alike = entry.change?.likeForLike ?? null;
  if (alike !== null) {
    yield {
      ...base,
      measure: 'like_for_like',
      ...groupsOf([['like_for_like', alike.by]]),
      value: alike.value,
      previous: alike.previous,
      change: alike.absolute,
      significant: alike.significant,
      p_value: alike.pValue,
      low: alike.interval?.low,
      high: alike.interval?.high,
    };
  }
  for (const { reason, n } of entry.excluded) yield { ...base, ...leftOut(reason, n) };
  for (const { key, n, amount, share } of entry.ranking ?? []) {
    const part = { ...base, ...groupsOf([['part', key]]) };
    yield { ...part, measure: 'deals', value: n, unit: 'count' };
    if (amount !== null) yield { ...part, measure: 'amount', value: amount, unit: 'money' };
    if (share !== null) yield { ...part, measure: 'share', value: share, unit: 'ratio' };
  }
}

function* seriesRows({ grain, points, undated, trend, trendReason }: Report['series'][number], about: About): Rows {
  const base = { section: 'series', ...about };
  for (const { label, start, end, value, n, bounds, partial, byCurrency } of points) {
    const point = { ...base, measure: 'value', ...groupsOf([[grain, label]]), period: label, start, end, partial };
    yield { ...point, value, n, bounds_low: bounds?.low, bounds_high: bounds?.high };
    for (const one of byCurrency ?? []) yield { ...inCurrency(point, one), value: one.value, n: one.n };
  }
  if (undated !== null) yield { ...base, measure: 'undated', value: undated.value, n: undated.n };
  if (trend === null && trendReason === null) return;
  yield {
    ...base,
    measure: 'trend',
    ...groupsOf([[grain, '']]),
    value: trend?.slope,
    n: trend?.n,
    low: trend?.interval?.low,
    high: trend?.interval?.high,
    significant: trend?.significant,
    p_value: trend?.pValue,
    reason: trendReason,
  };
}

const FUNNEL_UNITS = {
  entered: 'count',
  advanced: 'count',
  lost: 'count',
  open: 'count',
  rate: 'ratio',
  lostValue: 'money',
  stays: 'count',
  medianDays: 'days',
  p75Days: 'days',
} as const;

function* funnelRows({ funnel, funnelExcluded, period, currency }: Report): Rows {
  for (const stage of funnel) {
    const groups: Group[] = [
      ['stage', stage.stage],
      ...(stage.pipeline === null ? [] : [['pipeline', stage.pipeline] as const]),
    ];
    for (const [measure, unit] of Object.entries(FUNNEL_UNITS)) {
      yield {
        section: 'funnel',
        measure,
        groups,
        ...periodCells(period),
        value: stage[measure as keyof typeof FUNNEL_UNITS],
        unit,
        ...(unit === 'money' ? { currency } : {}),
        ...(measure === 'rate' ? { low: stage.interval?.low, high: stage.interval?.high } : {}),
      };
    }
  }
  for (const { reason, n } of funnelExcluded) yield { section: 'funnel', ...leftOut(reason, n) };
}

function* cohortRows({ cohorts }: Report): Rows {
  if (cohorts === null) return;
  const { grain, rows, excluded } = cohorts;
  for (const { start, size, retained } of rows) {
    const cohort = { section: 'cohorts', start };
    yield { ...cohort, measure: 'size', ...groupsOf([['cohort', start]]), value: size, unit: 'count' };
    for (const [age, value] of retained.entries()) {
      const groups = groupsOf([
        ['cohort', start],
        [grain, String(age)],
      ]);
      yield { ...cohort, measure: 'retained', ...groups, value, unit: 'ratio', n: size };
    }
  }
  for (const { reason, n } of excluded) yield { section: 'cohorts', ...leftOut(reason, n) };
}

function* findingRows({ insights, currency }: Report): Rows {
  for (const { id, title, impact, severity } of insights) {
    if (impact === null) continue;
    const about = { kpi: id, title, ...groupsOf([['severity', severity]]) };
    yield { section: 'insights', measure: 'impact', ...about, value: impact, unit: 'money', currency };
  }
}

function* actionRows({ actions }: Report): Rows {
  for (const { id, total, priced, amount, currency, byCurrency, byOwner, reason } of actions?.kinds ?? []) {
    const base = { section: 'actions', kpi: id, end: actions?.asOf };
    yield { ...base, measure: 'deals', value: total, unit: 'count', reason };
    yield { ...base, measure: 'amount', value: amount, unit: 'money', currency, n: priced };
    for (const one of byCurrency ?? []) {
      yield { ...base, measure: 'amount', value: one.amount, unit: 'money', currency: one.currency, n: one.n };
    }
    for (const owner of byOwner) {
      const mine = { ...base, ...groupsOf([['owner', owner.key]]) };
      yield { ...mine, measure: 'deals', value: owner.n, unit: 'count' };
      yield { ...mine, measure: 'amount', value: owner.amount, unit: 'money', currency, n: owner.n };
    }
  }
}

function* qualityRows({ quality }: Report): Rows {
  if (quality === null) return;
  const { score, strictScore, records, rules } = quality;
  yield { section: 'quality', measure: 'score', value: score, unit: 'ratio', n: records };
  yield { section: 'quality', measure: 'strict_score', value: strictScore, unit: 'ratio', n: records };
  for (const { id, severity, violations } of rules) {
    const rule = groupsOf([
      ['rule', id],
      ['severity', severity],
    ]);
    yield { section: 'quality', measure: 'violations', ...rule, value: violations, unit: 'count' };
  }
}
