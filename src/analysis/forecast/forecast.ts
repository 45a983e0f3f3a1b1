/** The forecast of won value: what is expected month by month, how sure that is, and how such forecasts did in the past. */
import { LEAST_WON } from '../../kpi/closing-curves.js';
import type { Reason } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import type { WithoutStages } from '../../locale/en/forecasts.js';
import { type CivilDay, NO_DAY } from '../../model/civil-day.js';
import { OPEN, WON } from '../../model/outcome.js';
import { ALL_TIME, type Period } from '../../model/period.js';
import { knownUntil, rangeOf } from '../grain.js';
import type { QuarterCalendar } from '../part-of-quarter.js';
import { ownAmounts, type WonAmounts, wonAmounts } from './amounts.js';
import { firstClosingMonth, type Origin, originsOf, wonByMonth } from './backtest.js';
import { baselineOutlook } from './baseline-draws.js';
import { type Baseline, baselineForecast } from './baselines.js';
import { type Correction, correctionOf, shownOrigins } from './correction.js';
import { type Expectation, expectationOf } from './expectation.js';
import { type Facts, factsOf } from './facts.js';
import { type Fit, fitAt } from './fit.js';
import { type Grid, gridOf, monthOf } from './grid.js';
import { type Pipeline, pipelineAt } from './pipeline.js';
import { keptProducts } from './product-worth.js';
import { stageScores, trialsOf, type Verdict, verdictOf } from './scores.js';
import { SIMULATIONS, type Simulated, simulate } from './simulate.js';
import { stagesOf } from './stages.js';

/** What a forecast is asked with, beside the deals. */
export interface ForecastOptions {
  /** Months ahead, the running one counted in. */
  readonly horizon: number;
  readonly calendar: QuarterCalendar;
  /** Last day that something is asked about beside the horizon, as the end of a quarter with a target. */
  readonly until?: CivilDay | undefined;
  /**
   * Nothing is asked about later days: in place of the horizon's months those up to this day, the last one as far as this
   * day.
   */
  readonly lastDay?: CivilDay | undefined;
}

/** One coming month. */
export interface ForecastMonth {
  readonly period: Period;
  /** The first day that is not known yet. */
  readonly from: CivilDay;
  /** The last day that is forecast: that of the month, or the last one asked about. */
  readonly until: CivilDay;
  readonly wonSoFar: number;
  readonly pipeline: number;
  readonly newBusiness: number;
  /** Expected wins, those so far counted in. */
  readonly wins: number;
  /** Of a running month what is won so far and its share of the days left; null where no baseline reaches so far. */
  readonly baseline: number | null;
}

export interface Forecast {
  /** Whether values are money; else no win has an amount, and they are won deals. */
  readonly inMoney: boolean;
  /** The last day known. */
  readonly t: CivilDay;
  readonly method: 'model' | 'baseline';
  readonly verdict: Verdict;
  /** The horizon's months, and after them those that are asked about beside it. */
  readonly months: readonly ForecastMonth[];
  readonly horizon: number;
  /** By month, what of it is still to come, drawn many times; as is: see `correction`. */
  readonly simulated: Simulated;
  /** By month, what of it is still to come. */
  readonly expected: Float64Array;
  /** Of months, and of several months together. */
  readonly correction: { readonly month: Correction; readonly months: Correction };
  /** What everything of the model is multiplied with, so that its parts add up to what is shown. */
  readonly scale: readonly number[];
  readonly facts: Facts;
  readonly grid: Grid;
  readonly fit: Fit;
  readonly pipeline: Pipeline;
  readonly expectation: Expectation;
  readonly own: boolean;
  readonly amounts: WonAmounts;
  /** As they would have been shown at their time. */
  readonly origins: readonly Origin[];
  /** Whether the stages of open deals play a part, or why not. */
  readonly stages: StagesUsed;
}

/** What stages are worth beside ages, by the past. */
export interface StagesUsed {
  readonly reason: WithoutStages | null;
  /** Brier scores of P(win within a quarter) with and without stages; null where no past day tells. */
  readonly brier: { readonly byStage: number; readonly byAge: number } | null;
}

/** Least months on record for a forecast of any kind (a judgement); deals won as for curves of what becomes of deals. */
const LEAST_MONTHS = 3;
const LONGEST_MONTH = 31;

/**
 * The forecast at the snapshot of a question, or why there is none. Deals are those of the question, whatever its
 * period.
 */
export function forecastOf(question: Question, options: ForecastOptions): Forecast | Reason {
  const { population } = question;
  if (question.undated === true) return 'no_snapshot_date';
  if (population.size === 0) return 'no_deals';
  if (!population.has('closed_at')) return 'missing_field:closed_at';
  const t = knownUntil(question);
  const dates = [population.column('created_at'), population.column('closed_at')];
  if (!dates.some((days) => population.rows.some((row) => days[row] !== NO_DAY && (days[row] as number) <= t))) {
    return 'no_dated_deals';
  }
  const range = rangeOf(dates, population, ALL_TIME, t);
  if (range === null) return 'no_dated_deals';
  const told = keptProducts(factsOf(population, range.first), t);
  const inMoney = told.amount.some((value, at) => told.won[at] === 1 && (told.closed[at] as number) <= t && value > 0);
  const facts = inMoney ? told : { ...told, amount: new Float64Array(told.size).fill(1) };
  const found = forecastFrom({ ...facts, stages: stagesOf(question) }, t, inMoney, options);
  return typeof found !== 'string' && isSurvivors(question) ? 'no_lost_deals_in_file' : found;
}

/**
 * A file of deals that were talked about before they were won, and none of them lost: an export of the survivors, in
 * which every open deal would come to be won, also in each forecast of the past. Orders, which nobody loses, are none.
 */
function isSurvivors({ population, file, settings }: Question): boolean {
  if (file.hasLost || settings.assumeComplete || !file.hasWon) return false;
  const [outcome, created, closed] = [
    population.column('outcome'),
    population.column('created_at'),
    population.column('closed_at'),
  ];
  return population.rows.some((row) => {
    const [begun, ended] = [created[row] as number, closed[row] as number];
    return outcome[row] === OPEN || (outcome[row] === WON && begun !== NO_DAY && ended !== NO_DAY && begun < ended);
  });
}

/**
 * The same from the facts. Stages play a part where a history tells them, unless chances by age alone were the better
 * ones on the past of these files.
 */
export function forecastFrom(facts: Facts, t: CivilDay, inMoney: boolean, options: ForecastOptions): Forecast | Reason {
  const found = forecastBy(facts, t, inMoney, options);
  if (typeof found === 'string' || found.stages.brier === null) return found;
  const { brier } = found.stages;
  if (brier.byStage <= brier.byAge) return found;
  const plain = forecastBy({ ...facts, stages: null }, t, inMoney, options);
  return typeof plain === 'string' ? plain : { ...plain, stages: { reason: 'stages_do_not_help', brier } };
}

function forecastBy(
  facts: Facts,
  t: CivilDay,
  inMoney: boolean,
  { horizon: ahead, calendar, lastDay, until = lastDay ?? t }: ForecastOptions,
): Forecast | Reason {
  const { created, closed, won, size } = facts;
  let [wins, endings] = [0, 0];
  for (let at = 0; at < size; at++) {
    if ((closed[at] as number) > t) continue;
    endings++;
    wins += won[at] as number;
  }
  if (endings === 0) return 'no_closed_deals';
  if (wins === 0) return 'no_won_deals';
  const first = created[0] as number;
  const grid = gridOf(first, Math.max(t + 1 + LONGEST_MONTH * Math.max(ahead, 3), until), calendar);
  const start = monthOf(grid, t + 1);
  const horizon = lastDay === undefined ? ahead : monthOf(grid, lastDay) - start + 1;
  const shown = Math.max(start + horizon - 1, until > t ? monthOf(grid, until) : 0);
  if (start < LEAST_MONTHS || t - first < 28 * LEAST_MONTHS) return 'few_months';
  if (wins < LEAST_WON) return 'few_won_deals';
  const fit = fitAt(facts, grid, t);
  if (fit === null) return 'no_won_deals';
  const own = !inMoney || ownAmounts(facts, t);
  const amounts = wonAmounts(facts, t);
  const pipeline = pipelineAt(facts, t, own, amounts, fit.stages?.stages);
  const last = lastDay ?? (grid.months[shown] as Period).end - 1;
  const expectation = expectationOf(fit, grid, pipeline, last);
  const origins = originsOf(facts, grid, t, own);
  const past = shownOrigins(origins);
  const verdict = verdictOf(past);
  const value = wonByMonth(facts, grid, t);
  const firstClosing = firstClosingMonth(facts, grid, t) ?? 0;
  const history = value.subarray(firstClosing, start);
  const months = shown - start + 1;
  const level = correctionOf(trialsOf(origins, 1));
  const modelled = Float64Array.from(
    { length: months },
    (_, month) => level.level * ((expectation.openValue[month] as number) + (expectation.laterValue[month] as number)),
  );
  const wonSoFar = value[start] as number;
  const daysOf = (month: number): { readonly period: Period; readonly from: CivilDay; readonly until: CivilDay } => {
    const period = grid.months[start + month] as Period;
    return { period, from: Math.max(period.start, t + 1), until: Math.min(period.end - 1, last) };
  };
  /** Share of a month that is asked about and still to come. */
  const shareOf = (month: number): number => {
    const { period, from, until: end } = daysOf(month);
    return (end + 1 - from) / (period.end - period.start);
  };
  const naive =
    verdict.beats === false && verdict.best !== null
      ? baselineOutlook(verdict.best, history, months, past, shareOf)
      : null;
  const expected = naive === null ? modelled : naive.expected;
  const scale = Array.from(expected, (now, month) => {
    const model = modelled[month] as number;
    return model > 0 ? (level.level * now) / model : 0;
  });
  return {
    inMoney,
    t,
    method: naive === null ? 'model' : 'baseline',
    verdict,
    months: Array.from({ length: months }, (_, month): ForecastMonth => {
      const days = daysOf(month);
      const factor = scale[month] as number;
      const so = month === 0 ? wonSoFar : 0;
      const ruled = verdict.best === null ? null : baselineForecast(verdict.best, history, month + 1);
      const pipelineValue = factor * (expectation.openValue[month] as number);
      return {
        ...days,
        wonSoFar: so,
        pipeline: pipelineValue,
        newBusiness: Math.max(0, (expected[month] as number) - pipelineValue),
        wins:
          factor * ((expectation.openWins[month] as number) + (expectation.laterWins[month] as number)) +
          winsIn(facts, days.period.start, t),
        baseline: ruled === null ? null : so + shareOf(month) * ruled,
      };
    }),
    horizon,
    simulated: naive === null ? simulate(fit, pipeline, expectation, SIMULATIONS) : naive.simulated,
    expected,
    correction:
      naive === null
        ? { month: level, months: { level: level.level, width: correctionOf(trialsOf(origins, 3)).width } }
        : { month: AS_IS, months: AS_IS },
    scale,
    facts,
    grid,
    fit,
    pipeline,
    expectation,
    own,
    amounts,
    origins: past,
    stages: {
      reason: fit.stages !== null ? null : (facts.stages ?? null) === null ? 'no_stage_history' : 'few_stages_told',
      brier: fit.stages === null ? null : stageScores(past),
    },
  };
}

const AS_IS: Correction = { level: 1, width: 1 };

/** Deals won from a day up to the last one known. */
function winsIn({ closed, won, size }: Facts, from: CivilDay, t: CivilDay): number {
  let wins = 0;
  for (let at = 0; at < size; at++) {
    if (won[at] === 1 && (closed[at] as number) >= from && (closed[at] as number) <= t) wins++;
  }
  return wins;
}

/** The name of a baseline that stands in a forecast. */
export type { Baseline };
