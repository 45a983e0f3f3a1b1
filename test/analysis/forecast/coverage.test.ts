import { describe, expect, it } from 'vitest';
import { originsOf, type Trial } from '../../../src/analysis/forecast/backtest.js';
import { BASELINES } from '../../../src/analysis/forecast/baselines.js';
import { shownOrigins } from '../../../src/analysis/forecast/correction.js';
import { factsOf } from '../../../src/analysis/forecast/facts.js';
import { gridOf } from '../../../src/analysis/forecast/grid.js';
import { coverage, wape } from '../../../src/stats/forecast-scores.js';
import { COMPANY_AS_OF, company, type Kind } from '../../support/companies.js';
import { day } from '../../support/deals.js';

/** Invented companies of each kind; the seeds are the first numbers there are. */
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** Forecasts of past months and quarters as they would have been shown. */
function trialsOf(kind: Kind): { readonly months: Trial[]; readonly quarters: Trial[] } {
  const origins = SEEDS.flatMap((seed) => {
    const facts = factsOf(company({ kind, seed }).all(), day('2015-01-01'));
    const grid = gridOf(facts.created[0] as number, COMPANY_AS_OF + 100, { calendar: 'gregorian' });
    return shownOrigins(originsOf(facts, grid, COMPANY_AS_OF, true));
  });
  return {
    months: origins.map(({ next }) => next),
    quarters: origins.flatMap(({ quarter }) => (quarter === null ? [] : [quarter])),
  };
}

const actualOf = ({ actual }: Trial): number => actual;
const shareIn = (trials: readonly Trial[], low: 0 | 1, high: 2 | 3): number =>
  coverage(
    trials.map(actualOf),
    trials.map(({ quantiles }) => ({ low: quantiles[low], high: quantiles[high] })),
  ) ?? Number.NaN;

describe.each(['steady', 'growing', 'seasonal'] as const)('forecasts of %s companies', (kind) => {
  const { months, quarters } = trialsOf(kind);

  it.each([
    ['a month', months],
    ['a quarter', quarters],
  ])('cover %s as often as their intervals say, to five points', (_, trials) => {
    expect(Math.abs(shareIn(trials, 1, 2) - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(shareIn(trials, 0, 3) - 0.95)).toBeLessThan(0.05);
  });

  it('are nearer than every simple rule, a month and a quarter ahead', () => {
    for (const trials of [months, quarters]) {
      const model = wape(
        trials.map(actualOf),
        trials.map(({ forecast }) => forecast),
      );
      for (const baseline of BASELINES) {
        const said = trials.filter(({ baselines }) => baselines[baseline] !== null);
        const error = wape(
          said.map(actualOf),
          said.map(({ baselines }) => baselines[baseline] as number),
        );
        expect(model, baseline).toBeLessThan(error as number);
      }
    }
  });
});
