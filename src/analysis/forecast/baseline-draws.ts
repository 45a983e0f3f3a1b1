/** What is shown where a baseline is as good as the model: its months, and how far off it has been. */
import { drawsOf } from '../../stats/draws.js';
import { normalQuantile } from '../../stats/normal.js';
import { studentQuantile } from '../../stats/student-t.js';
import type { Origin } from './backtest.js';
import { type Baseline, baselineForecast } from './baselines.js';
import { trialsOf } from './scores.js';
import { SIMULATIONS, type Simulated } from './simulate.js';

const SEED = 271_828;

export interface BaselineOutlook {
  /** By month, of what is still to come of it. */
  readonly expected: Float64Array;
  readonly simulated: Simulated;
}

/**
 * A baseline's months with errors as it has made them: normal with the root mean square of its errors one month ahead,
 * wider by Student's t as those are few, and so correlated between months as its errors over a quarter are larger than
 * three of one month. Null where the history does not reach back far enough.
 *
 * @param shareOf share of a month that is asked about and still to come: the rule has so much of it, with as much of its
 *   variance
 */
export function baselineOutlook(
  baseline: Baseline,
  history: ArrayLike<number>,
  months: number,
  origins: readonly Origin[],
  shareOf: (month: number) => number,
): BaselineOutlook | null {
  const expected = new Float64Array(months);
  for (let month = 0; month < months; month++) {
    const value = baselineForecast(baseline, history, month + 1);
    if (value === null) return null;
    expected[month] = shareOf(month) * value;
  }
  const one = errorOf(origins, baseline, 1);
  const quarter = errorOf(origins, baseline, 3);
  const n = trialsOf(origins, 1).length;
  const wider = n > 1 ? studentQuantile(0.975, n - 1) / normalQuantile(0.975) : 2;
  const common = one > 0 ? Math.min(1, Math.max(0, ((quarter / one) ** 2 - 3) / 6)) : 0;
  const draws = drawsOf(SEED);
  const simulated = Array.from({ length: months }, () => new Float64Array(SIMULATIONS));
  for (let s = 0; s < SIMULATIONS; s++) {
    const level = draws.normal() * Math.sqrt(common);
    for (let month = 0; month < months; month++) {
      const z = level + draws.normal() * Math.sqrt(1 - common);
      (simulated[month] as Float64Array)[s] = Math.max(
        0,
        (expected[month] as number) + z * one * wider * Math.sqrt(shareOf(month)),
      );
    }
  }
  return { expected, simulated };
}

/** Root mean square error. */
function errorOf(origins: readonly Origin[], baseline: Baseline, horizon: 1 | 3): number {
  const errors = trialsOf(origins, horizon).flatMap(({ actual, baselines }) => {
    const said = baselines[baseline];
    return said === null ? [] : [(actual - said) ** 2];
  });
  return errors.length === 0 ? 0 : Math.sqrt(errors.reduce((sum, value) => sum + value, 0) / errors.length);
}
