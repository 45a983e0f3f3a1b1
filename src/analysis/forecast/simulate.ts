/** What the coming months may bring: the same months drawn many times over. */
import { type Draws, drawsOf } from '../../stats/draws.js';
import { type Expectation, expectedIn } from './expectation.js';
import type { Fit } from './fit.js';
import type { Hazards } from './hazards.js';
import { SPANS } from './landmarks.js';
import type { ByAge } from './outlook.js';
import { type Pipeline, withoutStages } from './pipeline.js';
import { type StageEffects, spanOfMonth } from './stage-effects.js';

/** Of a forecast that is shown, and of one among two dozen of the past. */
export const SIMULATIONS = 4_000;
export const PAST_SIMULATIONS = 1_000;

/** Sets of hazards that the history could as well have been drawn from. */
const VARIANTS = 32;
/** Any number: the same input gives the same draws. */
const SEED = 20_170_331;
/** Up to so many wins their amounts are drawn one by one. */
const FEW_WINS = 24;

/** By month, the won value of each simulation. */
export type Simulated = readonly Float64Array[];

/**
 * Draws of the won value of each month. What varies: which deals are won (the largest one by one, the others as sums of
 * the same mean and variance), how many are created and won of those, and for how much (amounts of past wins); the
 * hazards, whose endings are few (Gamma per band and outcome), and what stages have beside them; the level, its drift and the trend; and months as such,
 * as far as past months lay further apart than chance (over-dispersion).
 */
export function simulate(
  fit: Fit,
  pipeline: Pipeline,
  expected: Expectation,
  simulations: number,
  seed = SEED,
): Simulated {
  const { future, pWin, newWins } = expected;
  const { months } = future;
  const draws = drawsOf(seed);
  const variants = variantsOf(fit, pipeline, expected, draws);
  const rest = restOf(pipeline, pWin, months);
  const { amounts, won } = fit;
  // The error of a mean amount is common to all wins of a simulation.
  const meanError = amounts.mean > 0 ? amounts.variance / amounts.mean ** 2 / Math.max(1, amounts.sample.length) : 0;
  const out = Array.from({ length: months }, () => new Float64Array(simulations));
  const [closing, creating] = [new Float64Array(months), new Float64Array(months)];
  for (let s = 0; s < simulations; s++) {
    const { open, later } = variants[s % variants.length] as Variant;
    common(draws, closing, (ahead) => Math.max(0, fit.wins.levelVariance(ahead) - 1 / won), fit.wins.monthVariance);
    common(draws, creating, (ahead) => fit.creations.levelVariance(ahead), fit.creations.monthVariance);
    const worth = draws.gamma(1, meanError);
    for (let month = 0; month < months; month++) {
      const shock = closing[month] as number;
      const [openX, laterX] = [shock * (open[month] as number), shock * (later[month] as number)];
      let value = draws.gamma((rest.mean[month] as number) * openX, (rest.variance[month] as number) * openX);
      let wins = countOf(draws, (rest.wins[month] as number) * openX, (rest.winsVariance[month] as number) * openX);
      if (pipeline.imputed !== amounts.perWin && wins > 0 && amounts.mean > 0) {
        value += worthOf(draws, fit, wins) * worth * (pipeline.imputed / amounts.mean);
        wins = 0;
      }
      let fresh = 0;
      for (let from = 0; from <= month; from++) {
        fresh += (newWins[from * months + month] as number) * (creating[from] as number);
      }
      const later1 = draws.poisson(fresh * laterX) + wins;
      value += worthOf(draws, fit, thinned(draws, later1, amounts.priced)) * worth;
      (out[month] as Float64Array)[s] = value;
    }
    for (const { classOf, amount } of pipeline.largest) {
      let u = draws.uniform();
      for (let month = 0; month < months; month++) {
        const p = (pWin[classOf * months + month] as number) * (closing[month] as number) * (open[month] as number);
        if (u < p) {
          const column = out[month] as Float64Array;
          column[s] = (column[s] as number) + amount;
          break;
        }
        u -= p;
      }
    }
  }
  return out;
}

/** A level for all months and a deviation for each. */
function common(draws: Draws, out: Float64Array, level: (ahead: number) => number, spread: number): void {
  const z = draws.normal();
  for (let month = 0; month < out.length; month++) {
    // Lognormal with a mean of 1: a level that drifts keeps its side.
    const variance = Math.log1p(level(month + 1));
    out[month] = Math.exp(z * Math.sqrt(variance) - variance / 2) * draws.gamma(1, spread);
  }
}

function countOf(draws: Draws, mean: number, variance: number): number {
  if (mean > FEW_WINS) return Math.round(draws.gamma(mean, variance));
  // Wins that are worth several usual ones lie further apart than a Poisson count.
  return draws.poisson(variance > mean ? draws.gamma(mean, variance - mean) : mean);
}

/** Of so many wins, how many have an amount. */
function thinned(draws: Draws, wins: number, share: number): number {
  if (share >= 1) return wins;
  if (wins > FEW_WINS) return Math.round(draws.gamma(wins * share, wins * share * (1 - share)));
  let kept = 0;
  for (let win = 0; win < wins; win++) if (draws.uniform() < share) kept++;
  return kept;
}

/** The amounts of so many priced wins together. */
function worthOf(draws: Draws, { amounts }: Fit, wins: number): number {
  const { sample, mean, variance } = amounts;
  if (sample.length === 0 || wins <= 0) return 0;
  if (wins > FEW_WINS) return draws.gamma(mean * wins, variance * wins);
  let value = 0;
  for (let win = 0; win < wins; win++) value += sample[Math.floor(draws.uniform() * sample.length)] as number;
  return value;
}

/** By month: mean and variance of the value of the open deals that are not drawn one by one; wins of the unpriced ones. */
function restOf(pipeline: Pipeline, pWin: Float64Array, months: number) {
  const column = (): Float64Array => new Float64Array(months);
  const rest = { mean: column(), variance: column(), wins: column(), winsVariance: column() };
  for (let index = 0; index < pipeline.classes; index++) {
    for (let month = 0; month < months; month++) {
      const p = pWin[index * months + month] as number;
      const add = (to: Float64Array, value: number): void => {
        to[month] = (to[month] as number) + value;
      };
      add(rest.mean, p * (pipeline.restAmount[index] as number));
      add(rest.variance, p * (1 - p) * (pipeline.restSquares[index] as number));
      if (pipeline.imputed > 0) {
        add(rest.wins, p * (pipeline.unpriced[index] as number));
        add(rest.winsVariance, p * (1 - p) * (pipeline.unpricedSquares[index] as number));
      }
    }
  }
  return rest;
}

/** Wins of open and of new deals by month, as shares of the expected ones. */
interface Variant {
  readonly open: Float64Array;
  readonly later: Float64Array;
}

function variantsOf(fit: Fit, pipeline: Pipeline, expected: Expectation, draws: Draws): Variant[] {
  const { stages } = fit;
  const plain = withoutStages(pipeline);
  const base = stages === null ? expected : expectedIn(fit, plain, expected.future, fit.hazards, null);
  const shares = stages === null ? null : stageShares(pipeline, expected);
  return Array.from({ length: VARIANTS }, () => {
    const own = expectedIn(fit, plain, expected.future, varied(fit.hazards, draws), null);
    // Value and wins of open deals vary alike: their ages do.
    const [now, then] = expected.openValue.some((value) => value > 0)
      ? [own.openValue, base.openValue]
      : [own.openWins, base.openWins];
    const open = ratios(now, then);
    if (stages !== null && shares !== null) varyStages(open, stages, shares, draws);
    return { open, later: ratios(own.laterWins, expected.laterWins) };
  });
}

/** Multiplies the open deals' wins by month with how uncertain the multipliers of their stages are (Gamma, by stage and span). */
function varyStages(open: Float64Array, { weight }: StageEffects, shares: Float64Array, draws: Draws): void {
  const months = open.length;
  const factors = weight.map((events) => draws.gamma(1, 1 / events));
  const codes = shares.length / months;
  for (let month = 0; month < months; month++) {
    let factor = 0;
    for (let stage = 0; stage < codes; stage++) {
      const own = stage === 0 ? 1 : (factors[stage * SPANS.length + spanOfMonth(month)] as number);
      factor += own * (shares[stage * months + month] as number);
    }
    open[month] = (open[month] as number) * factor;
  }
}

/** Share of each stage in what is expected of the open deals, by month: `stage × months`. */
function stageShares({ ages, classes, count, amount, unpriced, imputed }: Pipeline, expected: Expectation) {
  const { months } = expected.future;
  const inValue = expected.openValue.some((value) => value > 0);
  const shares = new Float64Array((classes / ages) * months);
  for (let index = 0; index < classes; index++) {
    if (count[index] === 0) continue;
    const worth = inValue
      ? (amount[index] as number) + (unpriced[index] as number) * imputed
      : (count[index] as number);
    for (let month = 0; month < months; month++) {
      const whole = (inValue ? expected.openValue : expected.openWins)[month] as number;
      const slot = Math.floor(index / ages) * months + month;
      if (whole > 0)
        shares[slot] = (shares[slot] as number) + (worth * (expected.pWin[index * months + month] as number)) / whole;
    }
  }
  return shares;
}

function ratios(now: Float64Array, then: Float64Array): Float64Array {
  return now.map((value, month) => ((then[month] as number) > 0 ? value / (then[month] as number) : 1));
}

/** Hazards as uncertain as the endings of each band are few. */
function varied({ win, loss, bandOf, bands }: Hazards, draws: Draws): ByAge {
  const factors = bands.map(({ wins, losses }) => ({
    win: draws.gamma(1, 1 / (wins + 1)),
    loss: draws.gamma(1, 1 / (losses + 1)),
  }));
  const last = bands.length - 1;
  const factor = (age: number) =>
    factors[age === win.length - 1 ? last : (bandOf[age] as number)] as (typeof factors)[0];
  return {
    win: win.map((value, age) => value * factor(age).win),
    loss: loss.map((value, age) => value * factor(age).loss),
  };
}
