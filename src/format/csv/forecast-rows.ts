/** Expected won value, and how such forecasts did on past months, as rows. */
import type { Report } from '../../report/schema.js';
import { ends, type FigureRow, type Group, groupsOf } from './report-columns.js';

type Rows = Generator<FigureRow, void, undefined>;
type Forecast = NonNullable<Report['forecast']>;
type Expectation = NonNullable<Forecast['total']>;

/** Months, their sum, what it is made of, targets, stages, and the record of the past. */
export function* forecastRows({ forecast }: Report): Rows {
  if (forecast === null) return;
  const { from, until, currency, reason, total, unit } = forecast;
  const base = { section: 'forecast' };
  const money = { ...base, unit: unit === 'money' ? 'money' : 'count', currency };
  if (reason !== null) yield { ...money, measure: 'expected', start: from, end: until, value: null, reason };
  for (const { label, start, end, partial, ...month } of forecast.months) {
    yield* expectationRows(month, { ...money, period: label, start, end, partial }, '');
  }
  // Told apart from the months, so that no sum counts both.
  if (total !== null) yield* expectationRows(total, { ...money, start: from, end: until }, 'total_');
  yield* openRows(forecast, money);
  yield* groupRows(forecast, money);
  yield* pacingRows(forecast, money);
  yield* stageRows(forecast, money);
  yield* backtestRows(forecast, money);
}

function* expectationRows(one: Expectation, base: FigureRow, which: string): Rows {
  yield { ...base, measure: `${which}expected`, value: one.expected, ...ends(one.interval) };
  yield { ...base, measure: `${which}won_so_far`, value: one.wonSoFar };
  yield { ...base, measure: `${which}pipeline`, value: one.pipeline };
  yield { ...base, measure: `${which}new_business`, value: one.newBusiness };
  yield { ...base, measure: `${which}best`, value: one.best };
  yield { ...base, measure: `${which}worst`, value: one.worst };
  yield { ...base, measure: `${which}baseline`, value: one.baseline };
  yield { ...base, measure: `${which}wins`, value: one.wins, unit: 'count', currency: '' };
}

function* openRows({ open, asOf }: Forecast, money: FigureRow): Rows {
  if (open === null) return;
  const base = { section: money.section, end: asOf, unit: 'count' };
  yield { ...base, measure: 'open_deals', value: open.deals };
  yield { ...base, measure: 'open_priced', value: open.priced };
  yield { ...base, measure: 'open_unpriced', value: open.unpriced };
  yield { ...base, measure: 'open_undated', value: open.undated };
  yield { ...base, measure: 'open_expected_wins', value: open.expectedWins, n: open.deals };
  yield { ...money, end: asOf, measure: 'open_amount', value: open.amount, n: open.priced };
  yield {
    ...money,
    end: asOf,
    measure: 'open_unpriced_value',
    value: open.unpricedValue,
    n: open.unpriced,
    bounds_low: open.bounds?.low,
    bounds_high: open.bounds?.high,
  };
}

function* groupRows({ groups, from, until }: Forecast, money: FigureRow): Rows {
  for (const { by, groups: parts } of groups) {
    for (const {
      key,
      deals,
      amount,
      expected,
      interval,
      quota,
      attainment,
      wonSoFar,
      pipeline,
      newBusiness,
    } of parts) {
      const mine = {
        ...money,
        start: from,
        end: until,
        ...groupsOf(by.map((name, at): Group => [name, key[at] ?? ''])),
      };
      const target = { target_min: quota, reached: attainment };
      yield { ...mine, measure: 'group_expected', value: expected, n: deals, ...ends(interval), ...target };
      yield { ...mine, measure: 'group_won_so_far', value: wonSoFar };
      yield { ...mine, measure: 'group_pipeline', value: pipeline, n: deals };
      yield { ...mine, measure: 'group_new_business', value: newBusiness };
      yield { ...mine, measure: 'group_open_amount', value: amount, n: deals };
    }
  }
}

function* pacingRows({ pacing }: Forecast, money: FigureRow): Rows {
  for (const { kpi, owner, period, target, wonSoFar, expected, interval, probability, needed, reason } of pacing) {
    const days = { period: period.label, start: period.start, end: period.end };
    const mine = {
      ...money,
      kpi,
      ...days,
      ...(owner === null ? {} : groupsOf([['owner', owner]])),
      target_min: target,
    };
    yield { ...mine, measure: 'pacing_expected', value: expected, ...ends(interval), reason };
    yield { ...mine, measure: 'pacing_won_so_far', value: wonSoFar };
    yield { ...mine, measure: 'pacing_needed', value: needed };
    yield { ...mine, measure: 'pacing_probability', value: probability, unit: 'ratio', currency: '' };
  }
}

function* stageRows({ byStage, asOf }: Forecast, money: FigureRow): Rows {
  for (const { pipeline, stage, n, amount, pWin, expected } of byStage) {
    const own: readonly Group[] = [['stage', stage], ...(pipeline === null ? [] : [['pipeline', pipeline] as const])];
    const mine = { ...money, end: asOf, ...groupsOf(own), n };
    yield { ...mine, measure: 'stage_expected', value: expected };
    yield { ...mine, measure: 'stage_open_amount', value: amount };
    yield { ...mine, measure: 'stage_win_probability', value: pWin, unit: 'ratio', currency: '' };
  }
}

function* backtestRows({ backtest, crm }: Forecast, money: FigureRow): Rows {
  const base = { section: money.section, unit: 'ratio' };
  for (const { label, start, actual, forecast, interval, baselines } of backtest.months) {
    const month = { ...money, period: label, start };
    yield { ...month, measure: 'past_actual', value: actual };
    yield { ...month, measure: 'past_forecast', value: forecast, ...ends(interval) };
    for (const [name, value] of Object.entries(baselines)) yield { ...month, measure: `past_${name}`, value };
  }
  for (const { method, horizon, wape, bias, coverage, coverage80, n } of backtest.scores) {
    const months: Group = ['months_ahead', String(horizon)];
    const mine = { ...base, ...groupsOf([['method', method], months]), n };
    yield { ...mine, measure: 'wape', value: wape };
    yield { ...mine, measure: 'bias', value: bias };
    yield { ...mine, measure: 'coverage', value: coverage };
    yield { ...mine, measure: 'coverage_80', value: coverage80 };
  }
  yield { ...base, measure: 'brier', value: backtest.brier, reason: backtest.reason };
  yield* calibrationRows(backtest.calibration, base, 'calibration');
  if (crm === null) return;
  yield { ...base, measure: 'crm_brier', value: crm.brier, reason: crm.reason };
  yield { ...base, measure: 'crm_wape', value: crm.wape, reason: crm.wapeReason };
  yield* calibrationRows(crm.calibration, base, 'crm_calibration');
}

function* calibrationRows(bins: Forecast['backtest']['calibration'], base: FigureRow, measure: string): Rows {
  for (const { from, to, n, predicted, won, interval } of bins) {
    const bin = { ...base, ...groupsOf([['probability', `${from}-${to}`]]), n };
    yield { ...bin, measure: `${measure}_predicted`, value: predicted };
    yield { ...bin, measure: `${measure}_won`, value: won, ...ends(interval) };
  }
}
