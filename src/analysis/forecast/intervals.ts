/** Intervals and chances of a forecast: read off its draws, as its past errors correct them. */
import type { Interval } from '../../stats/interval.js';
import { quantiles } from '../../stats/quantile.js';
import { LEVELS } from './backtest.js';
import { corrected } from './correction.js';
import type { Forecast } from './forecast.js';

/** What may come, of a month or of several together. */
export interface Spread {
  /** 95 %. */
  readonly interval: Interval;
  /** 90 % and 10 % quantile: better, or worse, in one case of ten. */
  readonly best: number;
  readonly worst: number;
}

/**
 * What the draws reach, added to what is won already. Where few large deals make the mean it lies beyond the quantiles:
 * they are widened to hold it, so that nothing is expected that is called out of reach.
 *
 * @param coming the mean that is shown of what the draws are of
 */
export function reachOfDraws(draws: Float64Array, coming: number, won: number): Spread {
  const [low, worst, best, high] = quantiles(draws, LEVELS) as [number, number, number, number];
  return {
    interval: {
      low: won + Math.min(low, coming),
      high: won + Math.max(high, coming),
      level: 0.95,
      method: 'simulation',
    },
    best: won + Math.max(best, coming),
    worst: won + Math.min(worst, coming),
  };
}

/** Of what is still to come in the months `from`…`to` (exclusive), added to what is won already. */
export function spreadOf(forecast: Forecast, from: number, to: number, won: number): Spread {
  const coming = forecast.expected.subarray(from, to).reduce((sum, value) => sum + value, 0);
  return reachOfDraws(correctedDraws(forecast, from, to), coming, won);
}

/** The sums of the months of each simulation after the correction, none below 0. */
export function correctedDraws(forecast: Forecast, from: number, to: number): Float64Array {
  const { simulated, correction, expected } = forecast;
  const { level, width } = to - from > 1 ? correction.months : correction.month;
  const mean = expected.subarray(from, to).reduce((sum, value) => sum + value, 0) / level;
  const totals = new Float64Array(simulated[0]?.length ?? 0);
  for (const values of simulated.slice(from, to)) {
    for (let s = 0; s < totals.length; s++) totals[s] = (totals[s] as number) + (values[s] as number);
  }
  return totals.map((value) => corrected(value, mean, { level, width }));
}

/** Share of the simulations in which the months bring at least so much. */
export function chanceOf(forecast: Forecast, from: number, to: number, least: number): number {
  const draws = correctedDraws(forecast, from, to);
  let reached = 0;
  for (let s = 0; s < draws.length; s++) if ((draws[s] as number) >= least) reached++;
  return reached / draws.length;
}
