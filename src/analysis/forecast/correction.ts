/** How a forecast is mended by its own past errors, and how its method is chosen. */
import type { Origin, Quantiles, Trial } from './backtest.js';

/** What a forecast is changed by: its level, and the width of its intervals around it. */
export interface Correction {
  /** Factor of everything expected. */
  readonly level: number;
  /** Factor of the distance of a quantile from what is expected. */
  readonly width: number;
}

/** Weight of "the model is right", in forecasts of the past (judgements). */
const PRIOR_LEVEL = 8;
const PRIOR_WIDTH = 24;
/** Fewer forecasts of the past change nothing. */
const LEAST_TRIALS = 4;
const [NARROWEST, WIDEST] = [0.8, 4];

/**
 * The correction that past forecasts of one horizon call for. Level: won over forecast, drawn to 1 by how many
 * forecasts there are and by how well the difference is told from what their spreads allow (James–Stein, 1 − 2/z²): a
 * level that follows every miss is itself a source of error. Width: root mean
 * square of the errors in units of the spread that the simulation gave them, drawn to 1: split-conformal scaling in the
 * form of a variance ratio, because so few errors carry no quantile (V. Vovk et al., Algorithmic Learning in a Random
 * World, 2005; scaled residuals as in H. Papadopoulos et al., ECML 2002).
 *
 * @param earlier trials whose months were over when the forecast was made
 */
export function correctionOf(earlier: readonly Trial[]): Correction {
  if (earlier.length < LEAST_TRIALS) return { level: 1, width: 1 };
  const [actual, forecast] = [sumOf(earlier, (trial) => trial.actual), sumOf(earlier, (trial) => trial.forecast)];
  const missed = Math.max(0, actual) - forecast;
  const variance = sumOf(earlier, ({ spread }) => spread ** 2);
  const told = missed === 0 ? 0 : Math.max(0, 1 - (2 * variance) / missed ** 2);
  const weight = (told * earlier.length) / (earlier.length + PRIOR_LEVEL);
  const level = forecast > 0 ? 1 + (weight * missed) / forecast : 1;
  const squares = sumOf(earlier, (trial) =>
    trial.spread > 0 ? Math.min(16, ((trial.actual - level * trial.forecast) / (level * trial.spread)) ** 2) : 1,
  );
  const width = Math.sqrt((PRIOR_WIDTH + squares) / (PRIOR_WIDTH + earlier.length));
  return { level, width: Math.min(WIDEST, Math.max(NARROWEST, width)) };
}

/** A quantile after the correction; never below what is won already. */
export function corrected(value: number, expected: number, { level, width }: Correction, least = 0): number {
  return Math.max(least, level * (expected + (value - expected) * width));
}

/** The trial as it would have been shown: corrected by the trials that were over by then. */
export function asShown(trial: Trial, correction: Correction): Trial {
  return {
    ...trial,
    forecast: trial.forecast * correction.level,
    spread: trial.spread * correction.level * correction.width,
    quantiles: trial.quantiles.map((value) => corrected(value, trial.forecast, correction)) as unknown as Quantiles,
  };
}

/** Every origin's forecasts as they would have been shown, each corrected by what was over on its day. */
export function shownOrigins(origins: readonly Origin[]): Origin[] {
  return origins.map((origin) => {
    const next = correctionOf(origins.filter(({ index }) => index < origin.index).map((one) => one.next));
    const quarter = correctionOf(
      origins.flatMap((one) => (one.quarter !== null && one.index + 3 <= origin.index ? [one.quarter] : [])),
    );
    return {
      ...origin,
      next: asShown(origin.next, next),
      quarter: origin.quarter === null ? null : asShown(origin.quarter, { level: next.level, width: quarter.width }),
    };
  });
}

function sumOf<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0);
}
