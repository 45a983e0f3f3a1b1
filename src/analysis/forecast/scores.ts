/** The record of a forecast and of the baselines on the past, and which of them is to be shown. */
import { brier, type CalibrationBand, calibration, coverage, relativeBias, wape } from '../../stats/forecast-scores.js';
import type { Horizon, Origin, Trial } from './backtest.js';
import { BASELINES, type Baseline } from './baselines.js';

export interface Score {
  readonly method: 'model' | Baseline;
  readonly horizon: Horizon;
  readonly wape: number | null;
  readonly bias: number | null;
  /** Share of what came within the 95 % interval, and within the 80 % one; null for baselines, which have none. */
  readonly coverage: number | null;
  readonly inner: number | null;
  readonly n: number;
}

/** Scores at both horizons: the model first, then the baselines that had an answer every time the model had one. */
export function scoresOf(origins: readonly Origin[]): Score[] {
  return ([1, 3] as const).flatMap((horizon) => {
    const trials = trialsOf(origins, horizon);
    if (trials.length === 0) return [];
    const actual = trials.map((trial) => trial.actual);
    const forecast = trials.map((trial) => trial.forecast);
    const between = (low: 0 | 1, high: 2 | 3) =>
      coverage(
        actual,
        trials.map(({ quantiles }) => ({ low: quantiles[low], high: quantiles[high] })),
      );
    const model: Score = {
      method: 'model',
      horizon,
      wape: wape(actual, forecast),
      bias: relativeBias(actual, forecast),
      coverage: between(0, 3),
      inner: between(1, 2),
      n: trials.length,
    };
    return [model, ...BASELINES.flatMap((baseline) => baselineScore(trials, baseline, horizon))];
  });
}

/** Of the months for which the baseline has an answer. */
function baselineScore(trials: readonly Trial[], baseline: Baseline, horizon: Horizon): Score[] {
  const pairs = trials.flatMap(({ actual, baselines }) => {
    const said = baselines[baseline];
    return said === null ? [] : [{ actual, said }];
  });
  if (pairs.length === 0) return [];
  const [actual, said] = [pairs.map((pair) => pair.actual), pairs.map((pair) => pair.said)];
  return [
    {
      method: baseline,
      horizon,
      wape: wape(actual, said),
      bias: relativeBias(actual, said),
      coverage: null,
      inner: null,
      n: pairs.length,
    },
  ];
}

export function trialsOf(origins: readonly Origin[], horizon: Horizon): Trial[] {
  return origins.flatMap((origin) => {
    const trial = horizon === 1 ? origin.next : origin.quarter;
    return trial === null ? [] : [trial];
  });
}

/** Trials of a month below which nothing is told of which method is better (a judgement). */
export const LEAST_TRIALS = 4;

/** Which method is shown. */
export interface Verdict {
  /** Whether the model beats every baseline; null where too little of the past can be forecast anew. */
  readonly beats: boolean | null;
  /** The best of the baselines; null where none has an answer. */
  readonly best: Baseline | null;
  /** Mean WAPE of a month and a quarter ahead, of the model and of the best baseline on the months both have. */
  readonly error: { readonly model: number; readonly best: number } | null;
}

/**
 * The model stands where the mean of its WAPE one month and a quarter ahead is below that of every baseline: of one
 * month alone while no quarter is over. Each baseline is held against the model on the months both have an answer for,
 * so that one that needs a year of history is not judged on easier ones.
 */
export function verdictOf(origins: readonly Origin[]): Verdict {
  const months = trialsOf(origins, 1);
  const best = months.length < LEAST_TRIALS ? null : bestOf(origins);
  if (best === null) return { beats: null, best: null, error: null };
  const lost = BASELINES.some((baseline) => {
    const [model, other] = [meanWape(origins, null, baseline), meanWape(origins, baseline, baseline)];
    return model !== null && other !== null && other <= model;
  });
  const [model, other] = [meanWape(origins, null, best), meanWape(origins, best, best)];
  return { beats: !lost, best, error: model === null || other === null ? null : { model, best: other } };
}

function bestOf(origins: readonly Origin[]): Baseline | null {
  let best: { readonly baseline: Baseline; readonly ratio: number } | null = null;
  for (const baseline of BASELINES) {
    const [model, other] = [meanWape(origins, null, baseline), meanWape(origins, baseline, baseline)];
    if (model === null || other === null) continue;
    const ratio = other / Math.max(model, 1e-12);
    if (best === null || ratio < best.ratio) best = { baseline, ratio };
  }
  return best?.baseline ?? null;
}

/** Mean WAPE over the horizons of the model (`of` null) or a baseline, where baseline `where` has an answer. */
function meanWape(origins: readonly Origin[], of: Baseline | null, where: Baseline): number | null {
  const found = ([1, 3] as const).flatMap((horizon) => {
    const trials = trialsOf(origins, horizon).filter(({ baselines }) => baselines[where] !== null);
    if (trials.length < (horizon === 1 ? LEAST_TRIALS : 1)) return [];
    const said = trials.map((trial) => (of === null ? trial.forecast : (trial.baselines[of] as number)));
    const error = wape(
      trials.map((trial) => trial.actual),
      said,
    );
    return error === null ? [] : [error];
  });
  return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0) / found.length;
}

/** Bands of P(win within a quarter). */
const EDGES = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1];

export interface Chances {
  readonly bands: readonly CalibrationBand[];
  readonly brier: number | null;
}

/**
 * P(win within the quarter) of single open deals against what became of them: of every third origin counted from the
 * newest, so that no win is seen twice.
 */
export function chancesOf(origins: readonly Origin[]): Chances {
  const events = apart(origins).flatMap(({ chances }) => chances);
  return { bands: calibration(events, EDGES).filter(({ n }) => n > 0), brier: brier(events) };
}

/** Every third origin whose quarter is over, counted from the newest. */
function apart(origins: readonly Origin[]): Origin[] {
  const over = origins.filter(({ quarter }) => quarter !== null);
  const last = over[over.length - 1]?.index ?? 0;
  return over.filter(({ index }) => (last - index) % 3 === 0);
}

/** Brier scores of the same deals with and without their stages; null where stages played no part at any origin. */
export function stageScores(origins: readonly Origin[]): { readonly byStage: number; readonly byAge: number } | null {
  const both = apart(origins).filter(({ byAge }) => byAge !== null);
  const byStage = brier(both.flatMap(({ chances }) => chances));
  const byAge = brier(both.flatMap((origin) => origin.byAge ?? []));
  return byStage === null || byAge === null ? null : { byStage, byAge };
}
