/** Forecasts that need no model: what a forecast has to beat. */

/** In the order of preference between equals. */
export const BASELINES = ['last_period', 'mean_of_three', 'same_month_last_quarter', 'same_month_last_year'] as const;
export type Baseline = (typeof BASELINES)[number];

const MEAN_OF = 3;
const QUARTER = 3;
const YEAR = 12;

/**
 * What a baseline says of the month `ahead` months after the last known one (1 = the next): the last month; the mean of
 * the last three; the same month of the last quarter, or year, that is known. Null where the history does not reach
 * back so far.
 *
 * @param history won value of the known months, the last one last
 */
export function baselineForecast(baseline: Baseline, history: ArrayLike<number>, ahead: number): number | null {
  const n = history.length;
  const back = (months: number): number | null => (n >= months ? (history[n - months] as number) : null);
  switch (baseline) {
    case 'last_period':
      return back(1);
    case 'mean_of_three': {
      if (n < MEAN_OF) return null;
      return ((history[n - 1] as number) + (history[n - 2] as number) + (history[n - 3] as number)) / MEAN_OF;
    }
    case 'same_month_last_quarter':
      return back(turned(ahead, QUARTER));
    case 'same_month_last_year':
      return back(turned(ahead, YEAR));
  }
}

/** How many months back from the end of the history the same place of the last known turn lies. */
function turned(ahead: number, turn: number): number {
  return turn - ((ahead - 1) % turn);
}

/** The same of several months together; null where it says nothing of one of them. */
export function baselineTotal(baseline: Baseline, history: ArrayLike<number>, months: number): number | null {
  let total = 0;
  for (let ahead = 1; ahead <= months; ahead++) {
    const value = baselineForecast(baseline, history, ahead);
    if (value === null) return null;
    total += value;
  }
  return total;
}
