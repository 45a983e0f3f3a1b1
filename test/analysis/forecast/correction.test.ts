import { describe, expect, it } from 'vitest';
import type { Trial } from '../../../src/analysis/forecast/backtest.js';
import { asShown, corrected, correctionOf } from '../../../src/analysis/forecast/correction.js';

const trial = (actual: number, forecast: number, spread: number): Trial => ({
  horizon: 1,
  actual,
  forecast,
  spread,
  quantiles: [forecast - 2 * spread, forecast - spread, forecast + spread, forecast + 2 * spread],
  baselines: { last_period: null, mean_of_three: null, same_month_last_quarter: null, same_month_last_year: null },
});

describe('correctionOf', () => {
  it('changes nothing where little is known, or all was as said', () => {
    expect(correctionOf([trial(500, 100, 10)])).toEqual({ level: 1, width: 1 });
    const right = [110, 90, 110, 90].map((actual) => trial(actual, 100, 10));
    expect(correctionOf(right)).toEqual({ level: 1, width: 1 });
  });

  it('lifts the level by a part of what was missed', () => {
    // Eight months at 120 of 100, spread 20: 160 missed where √(8 · 400) are usual, so that 1 − 2 · 3,200 / 160² = ¾ of
    // it count, of which eight months of sixteen are believed: 1 + 0.2 · ¾ · ½.
    expect(correctionOf(Array.from({ length: 8 }, () => trial(120, 100, 20))).level).toBeCloseTo(1.075, 12);
    // Spread 60: 160 missed where √(8 · 3,600) = 170 are usual.
    expect(correctionOf(Array.from({ length: 8 }, () => trial(120, 100, 60))).level).toBe(1);
  });

  it('widens what was too narrow', () => {
    // Errors of three spreads each in 24 months: √((24 + 24 · 9) / 48) = √5.
    const off = Array.from({ length: 24 }, (_, at) => trial(at % 2 === 0 ? 130 : 70, 100, 10));
    expect(correctionOf(off).width).toBeCloseTo(Math.sqrt(5), 12);
  });

  it('moves quantiles about what is expected, and never below what is won', () => {
    expect(corrected(90, 100, { level: 1.1, width: 2 })).toBeCloseTo(88, 12);
    expect(corrected(10, 100, { level: 1, width: 2 })).toBe(0);
    expect(asShown(trial(0, 100, 10), { level: 1, width: 2 }).quantiles).toEqual([60, 80, 120, 140]);
  });
});
