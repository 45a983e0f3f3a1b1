import { describe, expect, it } from 'vitest';
import { brier, calibration, coverage, pinball, relativeBias, wape } from '../../src/stats/forecast-scores.js';

describe('scores of forecasts', () => {
  const actual = [100, 80, 120, 0, 60];
  const forecast = [90, 100, 110, 10, 60];

  it('gives the published WAPE and bias', () => {
    expect(wape(actual, forecast)).toBeCloseTo(0.138889, 6);
    expect(relativeBias(actual, forecast)).toBeCloseTo(0.027778, 6);
  });

  it('has no percentage of nothing', () => {
    expect([wape([0, 0], [1, 2]), relativeBias([0], [1]), wape([], []), wape([5, -9], [1, 1])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([coverage([], []), pinball([], [], 0.5), brier([])]).toEqual([null, null, null]);
  });

  it('counts what lies in its interval, ends included', () => {
    const wide = { low: 80, high: 100 };
    expect(coverage(actual, [wide, wide, wide, wide, wide])).toBe(0.4);
  });

  it('weighs misses of a quantile by their side', () => {
    // Misses 10, −20, 10, −10, 0 at p = 0.9: 9 + 2 + 9 + 1 + 0 of five.
    expect(pinball(actual, forecast, 0.9)).toBeCloseTo(21 / 5, 12);
    // At the median it is half the mean absolute error.
    expect(pinball(actual, forecast, 0.5)).toBeCloseTo(50 / 5 / 2, 12);
  });

  it('gives the Brier score of events that share their probability', () => {
    // 0.8 given to five of which four came, 0.1 to ten of which none: (4·0.04 + 0.64 + 10·0.01) / 15.
    const events = [
      { p: 0.8, n: 5, happened: 4 },
      { p: 0.1, n: 10, happened: 0 },
    ];
    expect(brier(events)).toBeCloseTo(0.9 / 15, 12);
    expect(brier([{ p: 0.5, n: 7, happened: 3 }])).toBeCloseTo(0.25, 12);
  });

  it('sorts events into bands, the last of which holds certainty', () => {
    const bands = calibration(
      [
        { p: 0.1, n: 4, happened: 1 },
        { p: 0.2, n: 6, happened: 0 },
        { p: 1, n: 2, happened: 2 },
      ],
      [0, 0.2, 0.5, 1],
    );
    expect(bands.map(({ n, happened }) => [n, happened])).toEqual([
      [4, 1],
      [6, 0],
      [2, 2],
    ]);
    bands.forEach(({ predicted }, at) => {
      expect(predicted).toBeCloseTo([0.1, 0.2, 1][at] ?? Number.NaN, 12);
    });
    // Wilson: 1 of 4 is 4.56 % to 69.94 % (Newcombe 1998, by his formula).
    expect(bands[0]?.interval?.low).toBeCloseTo(0.0456, 4);
    expect(bands[0]?.interval?.high).toBeCloseTo(0.6994, 4);
  });
});
