import { describe, expect, it } from 'vitest';
import { BASELINES, baselineForecast, baselineTotal } from '../../../src/analysis/forecast/baselines.js';

describe('baselines', () => {
  // January to December, then January: 13 months.
  const history = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

  it('say of the next month what they are named for', () => {
    expect(BASELINES.map((one) => baselineForecast(one, history, 1))).toEqual([13, 12, 11, 2]);
  });

  it('turn with the quarter and the year', () => {
    const ahead = [1, 2, 3, 4, 13];
    expect(ahead.map((n) => baselineForecast('same_month_last_quarter', history, n))).toEqual([11, 12, 13, 11, 11]);
    expect(ahead.map((n) => baselineForecast('same_month_last_year', history, n))).toEqual([2, 3, 4, 5, 2]);
  });

  it('add up, and say nothing where the history is too short', () => {
    expect(BASELINES.map((one) => baselineTotal(one, history, 3))).toEqual([39, 36, 36, 9]);
    expect(BASELINES.map((one) => baselineTotal(one, [5, 7], 1))).toEqual([7, null, null, null]);
    expect(BASELINES.map((one) => baselineForecast(one, [], 1))).toEqual([null, null, null, null]);
  });
});
