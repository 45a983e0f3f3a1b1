/** A forecast as the document has it: months, parts, targets. */
import { stageForecasts } from '../../../analysis/forecast/eventual.js';
import type { Forecast } from '../../../analysis/forecast/forecast.js';
import { groupForecasts } from '../../../analysis/forecast/groups.js';
import { spreadOf } from '../../../analysis/forecast/intervals.js';
import { type Asked, monthsIn, pacingOf } from '../../../analysis/forecast/pacing.js';
import { openDealsOf, totalOf } from '../../../analysis/forecast/totals.js';
import { stagesAt } from '../../../kpi/stages.js';
import { foldText } from '../../../locale/fold.js';
import { type CivilDay, isoDay } from '../../../model/civil-day.js';
import { type CategoryColumn, categoryAt } from '../../../model/column.js';
import type { DealField } from '../../../model/deals.js';
import { breakdownColumn } from '../../measure-request.js';
import type { SectionContext } from '../context.js';
import type { Forecast as Entry } from './forecast-schema.js';

type Month = Entry['months'][number];

export function monthEntries(forecast: Forecast): Month[] {
  return forecast.months.slice(0, forecast.horizon).map((month, at) => {
    const { period, from, wonSoFar, pipeline, newBusiness } = month;
    return {
      label: period.label,
      start: isoDay(period.start),
      end: isoDay(period.end - 1),
      partial: from > period.start,
      wonSoFar,
      pipeline,
      newBusiness,
      expected: wonSoFar + (forecast.expected[at] as number),
      ...spreadOf(forecast, at, at + 1, wonSoFar),
      baseline: month.baseline,
      wins: month.wins,
    };
  });
}

export function totalEntry(forecast: Forecast): NonNullable<Entry['total']> {
  const total = totalOf(forecast);
  return { ...total, ...spreadOf(forecast, 0, forecast.horizon, total.wonSoFar) };
}

/** The open deals, and between what the forecast lies whatever those without an amount or a date are worth. */
export function openEntry(forecast: Forecast): NonNullable<Entry['open']> {
  const { inMoney } = forecast;
  const { deals, priced, amount, undated, expectedWins, unpricedValue, bounds } = openDealsOf(forecast);
  const withAmount = inMoney ? priced : 0;
  return {
    deals,
    priced: withAmount,
    unpriced: deals - withAmount,
    undated,
    expectedWins,
    amount: withAmount > 0 ? amount : null,
    unpricedValue: inMoney ? unpricedValue : null,
    bounds,
  };
}

/** By what a forecast is split where nobody says. */
const USUAL: readonly DealField[] = ['owner', 'product'];

/** What to split by: columns of names, each set of them once. A breakdown by days alone, as by month, has none. */
function splits({ dataset: { deals }, by }: SectionContext): (readonly string[])[] {
  const named = by.filter((columns) => columns.length > 0);
  if (named.length === 0) return USUAL.filter((field) => deals.has(field)).map((field) => [field]);
  return [...new Map(named.map((columns) => [JSON.stringify(columns), columns])).values()];
}

export function groupEntries(forecast: Forecast, context: SectionContext, pacing: Entry['pacing']): Entry['groups'] {
  const { dataset, resolved } = context;
  const { deals } = dataset;
  const first = forecast.months[0]?.period.start ?? forecast.t;
  const pace = forecast.months.length;
  return splits(context).map((columns) => {
    const { codeOf, keys } = together(
      columns.map((name) => breakdownColumn(deals, name, dataset.sources, resolved.calendar).column),
      deals.size,
    );
    const groups = groupForecasts(forecast, codeOf, keys.length, [0, Math.min(forecast.horizon, pace)], first);
    return {
      by: [...columns],
      groups: groups
        .sort((a, b) => b.expected - a.expected || a.code - b.code)
        .map(({ code, deals: open, amount, wonSoFar, pipeline, newBusiness, expected, interval }) => ({
          key: [...(keys[code] as readonly string[])],
          deals: open,
          amount: forecast.inMoney ? amount : null,
          wonSoFar,
          pipeline,
          newBusiness,
          expected,
          interval,
          ...quotaOf(columns, keys[code] as readonly string[], pacing),
        })),
    };
  });
}

/** The quota of a group that is an owner, and how much of it is expected. */
function quotaOf(
  [column, ...others]: readonly string[],
  [owner = '']: readonly string[],
  pacing: Entry['pacing'],
): { quota: number | null; attainment: number | null } {
  const own =
    column === 'owner' && others.length === 0
      ? pacing.find((one) => one.owner !== null && foldText(one.owner) === foldText(owner))
      : undefined;
  if (own === undefined) return { quota: null, attainment: null };
  return { quota: own.target, attainment: own.expected === null ? null : own.expected / own.target };
}

/** A code for each combination of values that there is. */
function together(
  columns: readonly CategoryColumn[],
  size: number,
): { readonly codeOf: (row: number) => number; readonly keys: readonly (readonly string[])[] } {
  const [only] = columns;
  if (only !== undefined && columns.length === 1) {
    return { codeOf: (row) => only.codes[row] as number, keys: only.values.map((value) => [value]) };
  }
  const codes = new Uint32Array(size);
  const known = new Map<string, number>();
  const keys: string[][] = [];
  for (let row = 0; row < size; row++) {
    const key = columns.map(({ codes: own }) => own[row] as number).join(' ');
    const code = known.get(key) ?? keys.push(columns.map((column) => categoryAt(column, row))) - 1;
    known.set(key, code);
    codes[row] = code;
  }
  return { codeOf: (row) => codes[row] as number, keys };
}

export function pacingEntries(forecast: Forecast, { dataset }: SectionContext, asked: Asked): Entry['pacing'] {
  if (!forecast.inMoney) return [];
  const { deals } = dataset;
  const { label, start, end } = asked.period;
  const reason = monthsIn(forecast, asked.period) === null ? 'not_whole_months' : null;
  return pacingOf(forecast, asked, deals.has('owner') ? deals.column('owner') : null).map(
    ({ owner, target, wonSoFar, outlook }) => ({
      kpi: owner === null ? 'revenue_won' : null,
      owner,
      period: { label, start: isoDay(start), end: isoDay(end - 1) },
      target,
      wonSoFar,
      expected: outlook?.expected ?? null,
      interval: outlook?.interval ?? null,
      probability: outlook?.probability ?? null,
      needed: Math.max(0, target - wonSoFar),
      reason: outlook === null ? reason : null,
    }),
  );
}

/** Stages that are listed. */
const MOST_STAGES = 50;

/** Where deals stand now, or stood on the day of the forecast as far as a history tells. */
export function stageEntries(forecast: Forecast, { dataset, question }: SectionContext): Entry['byStage'] {
  const { deals, history } = dataset;
  if (!deals.has('stage')) return [];
  const stage = stageColumn(deals.column('stage'), forecast.t, question.dataEnd, history, deals.size);
  if (stage === null) return [];
  const pipeline = deals.has('pipeline') ? deals.column('pipeline') : null;
  return stageForecasts(forecast, (row) => ({
    pipeline: pipeline === null ? '' : categoryAt(pipeline, row),
    stage: stage(row),
  }))
    .slice(0, MOST_STAGES)
    .map((one) => ({
      pipeline: pipeline === null ? null : one.pipeline,
      stage: one.stage,
      n: one.deals,
      amount: forecast.inMoney && one.priced > 0 ? one.amount : null,
      pWin: one.deals > 0 ? one.wins / one.deals : null,
      expected: one.value,
    }));
}

function stageColumn(
  now: CategoryColumn,
  t: CivilDay,
  dataEnd: CivilDay,
  history: SectionContext['dataset']['history'],
  size: number,
): ((row: number) => string) | null {
  if (t >= dataEnd) return (row) => categoryAt(now, row);
  if (history === null) return null;
  const { stage } = stagesAt(history, size, t);
  return (row) => history.stages[stage[row] as number] ?? '';
}
