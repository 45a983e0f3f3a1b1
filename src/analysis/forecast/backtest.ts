/** What the same forecast would have said in the past, made from what was known then, beside what came. */
import { LEAST_WON } from '../../kpi/closing-curves.js';
import type { CivilDay } from '../../model/civil-day.js';
import type { Period } from '../../model/period.js';
import type { Predicted } from '../../stats/forecast-scores.js';
import { quantiles } from '../../stats/quantile.js';
import { BASELINES, type Baseline, baselineTotal } from './baselines.js';
import { type Expectation, expectationOf, expectedIn } from './expectation.js';
import type { Facts } from './facts.js';
import { type Fit, fitAt } from './fit.js';
import { type Grid, monthOf } from './grid.js';
import { type Pipeline, pipelineAt, withoutStages } from './pipeline.js';
import { PAST_SIMULATIONS, type Simulated, simulate } from './simulate.js';

/** Months that a forecast is tested on: the next one, and a quarter. */
export const HORIZONS = [1, 3] as const;
export type Horizon = (typeof HORIZONS)[number];
const QUARTER = 3;

/** The newest so many months are forecast anew. */
const MOST_ORIGINS = 24;
/** Months on record before a forecast is made of them, and months with closings among them (judgements). */
const LEAST_MONTHS = 6;
const LEAST_CLOSING_MONTHS = 3;

/** Levels of the quantiles that are kept: of a 95 % and an 80 % interval. */
export const LEVELS = [0.025, 0.1, 0.9, 0.975] as const;
export type Quantiles = readonly [number, number, number, number];

/** One forecast of the past beside what came. */
export interface Trial {
  readonly horizon: Horizon;
  readonly actual: number;
  readonly forecast: number;
  readonly quantiles: Quantiles;
  /** Standard deviation of the simulations. */
  readonly spread: number;
  readonly baselines: Readonly<Record<Baseline, number | null>>;
}

/** The forecasts of one day of the past. */
export interface Origin {
  /** The last day that was known. */
  readonly t: CivilDay;
  /** The month after it. */
  readonly month: Period;
  readonly index: number;
  readonly next: Trial;
  /** Null where the quarter is not over. */
  readonly quarter: Trial | null;
  /** P(win within the quarter) of the deals open then, and how many were; empty where the quarter is not over. */
  readonly chances: readonly Predicted[];
  /** The same by their ages alone; null where their stages played no part. */
  readonly byAge: readonly Predicted[] | null;
}

/** Won value by month of the grid, of what is known. */
export function wonByMonth({ closed, won, amount, size }: Facts, grid: Grid, asOf: CivilDay): Float64Array {
  const value = new Float64Array(grid.months.length);
  for (let at = 0; at < size; at++) {
    const day = closed[at] as number;
    if (won[at] !== 1 || day > asOf || day < grid.start || Number.isNaN(amount[at] as number)) continue;
    const month = monthOf(grid, day);
    value[month] = (value[month] as number) + (amount[at] as number);
  }
  return value;
}

/** First month that has a closing, by its place on the grid; null where none has. */
export function firstClosingMonth({ closed, size }: Facts, grid: Grid, asOf: CivilDay): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (let at = 0; at < size; at++) if ((closed[at] as number) < first) first = closed[at] as number;
  return first > asOf ? null : monthOf(grid, Math.max(first, grid.start));
}

/**
 * The forecasts of the newest past months, oldest first. Each is made from the facts known on the day before its month:
 * nothing that happened later takes part, so the file as it was on a later day gives the same ones. The grid must reach
 * a quarter beyond the last known month.
 *
 * @param own whether the deals' own amounts may be used (see `ownAmounts`)
 */
export function originsOf(facts: Facts, grid: Grid, asOf: CivilDay, own: boolean): Origin[] {
  const value = wonByMonth(facts, grid, asOf);
  const firstClosing = firstClosingMonth(facts, grid, asOf);
  if (firstClosing === null) return [];
  let known = 0;
  while (known < grid.months.length && (grid.months[known] as Period).end - 1 <= asOf) known++;
  const least = Math.max(LEAST_MONTHS, firstClosing + LEAST_CLOSING_MONTHS);
  const origins: Origin[] = [];
  for (let index = Math.max(least, known - MOST_ORIGINS); index < known; index++) {
    const origin = originAt(facts, grid, index, { known, firstClosing, value, own });
    if (origin !== null) origins.push(origin);
  }
  return origins;
}

interface Past {
  readonly known: number;
  readonly firstClosing: number;
  readonly value: Float64Array;
  readonly own: boolean;
}

function originAt(facts: Facts, grid: Grid, index: number, past: Past): Origin | null {
  const month = grid.months[index] as Period;
  const t = month.start - 1;
  const fit = fitAt(facts, grid, t);
  if (fit === null || fit.won < LEAST_WON) return null;
  // A quarter is forecast whether or not it is over by now: what is drawn must not depend on it.
  const isQuarter = index + QUARTER <= past.known;
  const last = (grid.months[index + QUARTER - 1] as Period).end - 1;
  const pipeline = pipelineAt(facts, t, past.own, fit.amounts, fit.stages?.stages);
  const expected = expectationOf(fit, grid, pipeline, last);
  const simulated = simulate(fit, pipeline, expected, PAST_SIMULATIONS);
  const history = past.value.subarray(past.firstClosing, index);
  const trial = (horizon: Horizon): Trial => {
    const totals = totalOf(simulated, horizon);
    return {
      horizon,
      actual: total(past.value.subarray(index, index + horizon)),
      forecast: total(expected.openValue.subarray(0, horizon)) + total(expected.laterValue.subarray(0, horizon)),
      quantiles: quantiles(totals, LEVELS) as unknown as Quantiles,
      spread: spreadOf(totals),
      baselines: Object.fromEntries(
        BASELINES.map((baseline) => [baseline, baselineTotal(baseline, history, horizon)]),
      ) as Trial['baselines'],
    };
  };
  return {
    t,
    month,
    index,
    next: trial(1),
    quarter: isQuarter ? trial(QUARTER) : null,
    chances: isQuarter ? chancesOf(facts, t, last, pipeline, expected) : [],
    byAge: isQuarter && fit.stages !== null ? chancesOf(facts, t, last, ...byAge(fit, pipeline, expected)) : null,
  };
}

/** The first so many months of each simulation together. */
export function totalOf(simulated: Simulated, months: number): Float64Array {
  const totals = new Float64Array(simulated[0]?.length ?? 0);
  for (const values of simulated.slice(0, months)) {
    for (let s = 0; s < totals.length; s++) totals[s] = (totals[s] as number) + (values[s] as number);
  }
  return totals;
}

/** The open deals with nothing told of their stages, and what is expected of them then. */
function byAge(fit: Fit, pipeline: Pipeline, { future }: Expectation): readonly [Pipeline, Expectation] {
  const plain = withoutStages(pipeline);
  return [plain, expectedIn(fit, plain, future, fit.hazards, null)];
}

/** Of each class of deals, the chance it was given and what became of its deals. */
function chancesOf(
  { created, closed, won, size }: Facts,
  t: CivilDay,
  last: CivilDay,
  { classes, count, classAt }: Pipeline,
  { pWin, future }: Expectation,
): Predicted[] {
  const happened = new Float64Array(classes);
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    const day = closed[at] as number;
    if (won[at] !== 1 || day <= t || day > last) continue;
    const index = classAt(at);
    happened[index] = (happened[index] as number) + 1;
  }
  const chances: Predicted[] = [];
  for (let index = 0; index < classes; index++) {
    const n = count[index] as number;
    if (n === 0) continue;
    const p = Math.min(1, total(pWin.subarray(index * future.months, (index + 1) * future.months)));
    chances.push({ p, n, happened: happened[index] as number });
  }
  return chances;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function spreadOf(values: Float64Array): number {
  const mean = total(values) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
}
