import { describe, expect, it } from 'vitest';
import type { Origin, Trial } from '../../../src/analysis/forecast/backtest.js';
import { chancesOf, scoresOf, verdictOf } from '../../../src/analysis/forecast/scores.js';
import { monthPeriod } from '../../../src/model/period.js';

const trial = (
  horizon: 1 | 3,
  actual: number,
  forecast: number,
  last: number | null,
  year: number | null = null,
): Trial => ({
  horizon,
  actual,
  forecast,
  spread: 10,
  quantiles: [forecast - 20, forecast - 10, forecast + 10, forecast + 20],
  baselines: { last_period: last, mean_of_three: null, same_month_last_quarter: null, same_month_last_year: year },
});

const origin = (index: number, next: Trial, quarter: Trial | null = null): Origin => ({
  t: index,
  month: monthPeriod(2024, 1),
  index,
  next,
  quarter,
  chances: quarter === null ? [] : [{ p: 0.5, n: 10, happened: index }],
  byAge: null,
});

/** Section 7 of the KPI reference: WAPE .138889 and bias +.027778. */
const PUBLISHED = [100, 80, 120, 0, 60].map((actual, at) =>
  origin(at, trial(1, actual, [90, 100, 110, 10, 60][at] as number, 70)),
);

describe('scoresOf', () => {
  it('gives the published WAPE and bias, and what lay in the intervals', () => {
    const [model, last] = scoresOf(PUBLISHED);
    expect(model?.wape).toBeCloseTo(0.138889, 6);
    expect(model?.bias).toBeCloseTo(0.027778, 6);
    expect([model?.coverage, model?.inner, model?.n]).toEqual([1, 0.8, 5]);
    // |100 − 70| + 10 + 50 + 70 + 10 of 360.
    expect([last?.method, last?.wape]).toEqual(['last_period', 170 / 360]);
  });
});

describe('verdictOf', () => {
  it('needs some months, and a baseline to beat', () => {
    expect(verdictOf(PUBLISHED.slice(0, 3)).beats).toBeNull();
    expect(verdictOf(PUBLISHED)).toMatchObject({ beats: true, best: 'last_period' });
  });

  it('is lost to a baseline that is as good', () => {
    const even = PUBLISHED.map((one) => ({
      ...one,
      next: { ...one.next, baselines: { ...one.next.baselines, last_period: one.next.forecast } },
    }));
    expect(verdictOf(even)).toMatchObject({ beats: false, best: 'last_period' });
  });

  it('holds a baseline against the model on the months that both have', () => {
    // The last year is right in four easy months, in which the model is off by 1 of 100; elsewhere by 50.
    const mixed = [
      ...[0, 1, 2, 3].map((at) => origin(at, trial(1, 100, 101, 40, 102))),
      ...[4, 5, 6, 7].map((at) => origin(at, trial(1, 100, 150, 20))),
    ];
    const { beats, best } = verdictOf(mixed);
    expect([beats, best]).toEqual([true, 'same_month_last_year']);
  });
});

describe('chancesOf', () => {
  it('takes every third origin, so that no win is seen twice', () => {
    const quarter = trial(3, 300, 300, 300);
    const origins = [1, 2, 3, 4, 5].map((at) => origin(at, trial(1, 100, 100, 90), quarter));
    // Origins 2 and 5: 7 of 20 at 0.5.
    const { bands, brier } = chancesOf(origins);
    expect(bands.map(({ n, happened }) => [n, happened])).toEqual([[20, 7]]);
    expect(brier).toBeCloseTo(0.25, 12);
  });
});
