/** Expected wins and their value, month by month, from a fit and the open deals. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Fit } from './fit.js';
import type { Grid } from './grid.js';
import { type ByAge, type Future, futureOf, winsByClass, winsOfNew } from './outlook.js';
import type { Pipeline } from './pipeline.js';
import { futureIn, type StageEffects } from './stage-effects.js';

export interface Expectation {
  readonly future: Future;
  /** P(win in month m) by class of stage and age: `classes × months`. */
  readonly pWin: Float64Array;
  /** Expected wins of the deals of month j in month m: `months × months`. */
  readonly newWins: Float64Array;
  /** By month: expected wins of open deals and their value, wins of new deals and theirs. */
  readonly openWins: Float64Array;
  readonly openValue: Float64Array;
  readonly laterWins: Float64Array;
  readonly laterValue: Float64Array;
}

export function expectationOf(
  fit: Fit,
  grid: Grid,
  pipeline: Pipeline,
  last: CivilDay,
  hazards: ByAge = fit.hazards,
): Expectation {
  const future = futureOf(fit, grid, last);
  return expectedIn(fit, pipeline, future, hazards);
}

/** The same for hazards that are not quite those of the fit, or nothing told of stages (null: the pipeline has none). */
export function expectedIn(
  fit: Fit,
  pipeline: Pipeline,
  future: Future,
  hazards: ByAge,
  stages: StageEffects | null = fit.stages,
): Expectation {
  const { months } = future;
  const { count: deals, ages } = pipeline;
  const pWin = winsByClass(hazards, future, deals, ages, (stage) => futureIn(future, stages, stage));
  const newWins = winsOfNew(hazards, future);
  const column = (): Float64Array => new Float64Array(months);
  const [openWins, openValue, laterWins, laterValue] = [column(), column(), column(), column()];
  for (let index = 0; index < pipeline.classes; index++) {
    const value = (pipeline.amount[index] as number) + (pipeline.unpriced[index] as number) * pipeline.imputed;
    const count = pipeline.count[index] as number;
    for (let month = 0; month < months; month++) {
      const p = pWin[index * months + month] as number;
      openWins[month] = (openWins[month] as number) + p * count;
      openValue[month] = (openValue[month] as number) + p * value;
    }
  }
  for (let from = 0; from < months; from++) {
    for (let month = from; month < months; month++) {
      laterWins[month] = (laterWins[month] as number) + (newWins[from * months + month] as number);
    }
  }
  for (let month = 0; month < months; month++) {
    laterValue[month] = (laterWins[month] as number) * fit.amounts.perWin;
  }
  return { future, pWin, newWins, openWins, openValue, laterWins, laterValue };
}
