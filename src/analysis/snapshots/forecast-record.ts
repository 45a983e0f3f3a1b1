/** How far off several forecasts were from what came. */
import { relativeBias, wape } from '../../stats/forecast-scores.js';

/** What was expected of some days, and what came. */
export interface Told {
  readonly expected: number;
  readonly actual: number;
  /** Whether it lay in the interval; null where there is none. */
  readonly within: boolean | null;
}

export interface ForecastRecord {
  readonly n: number;
  /** Σ|actual − expected| / Σ actual, and Σ(expected − actual) / Σ actual; null where nothing came. */
  readonly wape: number | null;
  readonly bias: number | null;
  readonly within: number | null;
}

/** Fewer forecasts are no record (a judgement). */
const LEAST_FORECASTS = 3;

/** Null under three. */
export function recordOf(told: readonly Told[]): ForecastRecord | null {
  if (told.length < LEAST_FORECASTS) return null;
  const [actual, expected] = [told.map((one) => one.actual), told.map((one) => one.expected)];
  const hasIntervals = told.every(({ within }) => within !== null);
  return {
    n: told.length,
    wape: wape(actual, expected),
    bias: relativeBias(actual, expected),
    within: hasIntervals ? told.filter(({ within }) => within === true).length : null,
  };
}
