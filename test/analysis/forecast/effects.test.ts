import { describe, expect, it } from 'vitest';
import { type Counted, effectsOf } from '../../../src/analysis/forecast/effects.js';
import { gridOf, PARTS } from '../../../src/analysis/forecast/grid.js';
import { drawsOf } from '../../../src/stats/draws.js';
import { day } from '../../support/deals.js';

const grid = gridOf(day('2020-01-01'), day('2024-12-31'), { calendar: 'gregorian' });

/** Poisson counts of so many months with a mean for each, a third of it in each part. */
function counted(months: number, mean: (month: number) => number, seed = 1): Counted {
  const draws = drawsOf(seed);
  const cells = months * PARTS;
  return {
    observed: Float64Array.from({ length: cells }, (_, cell) => draws.poisson(mean(Math.floor(cell / PARTS)) / PARTS)),
    expected: new Float64Array(cells).fill(100 / PARTS),
    from: 0,
    to: cells - 1,
  };
}

const asked = { prior: 0, trend: true };

describe('effectsOf', () => {
  it('sees no rhythm, trend or spread where there is chance alone', () => {
    const effects = [1, 2, 3, 4, 5].map((seed) =>
      effectsOf(
        grid,
        counted(30, () => 100, seed),
        asked,
      ),
    );
    for (const { quarter, part, year, growth } of effects) {
      for (const factor of [...quarter, ...part, ...year]) expect(Math.abs(factor - 1)).toBeLessThan(0.08);
      expect(Math.abs(growth)).toBeLessThan(0.01);
    }
    const next = effects.map((one) => one.at(30 * PARTS));
    for (const factor of next) expect(Math.abs(factor - 1)).toBeLessThan(0.12);
  });

  it('finds the rhythm of quarters, near what it is', () => {
    const { quarter } = effectsOf(
      grid,
      counted(24, (month) => [70, 90, 140][month % 3] as number),
      asked,
    );
    [0.7, 0.9, 1.4].forEach((factor, place) => {
      expect(quarter[place]).toBeCloseTo(factor, 1);
    });
  });

  it('finds the rhythm of a year only from two years on', () => {
    const season = (month: number): number => 100 * (1 + 0.4 * Math.sin((2 * Math.PI * month) / 12));
    expect(effectsOf(grid, counted(23, season), asked).year).toEqual([]);
    const { at } = effectsOf(grid, counted(48, season), asked);
    expect(Math.abs(at(51 * PARTS) - 1.4)).toBeLessThan(0.2);
    expect(Math.abs(at(57 * PARTS) - 0.6)).toBeLessThan(0.2);
  });

  it('follows growth and damps it', () => {
    const effects = effectsOf(
      grid,
      counted(36, (month) => 50 * 1.03 ** month),
      asked,
    );
    expect(effects.growth).toBeGreaterThan(0.015);
    // 50 · 1.03³⁶ is 145; the month after twelve more would be 207 undamped.
    expect(Math.abs(effects.at(36 * PARTS) / 1.449 - 1)).toBeLessThan(0.12);
    expect(effects.at(48 * PARTS)).toBeGreaterThan(effects.at(36 * PARTS));
    expect(effects.at(48 * PARTS)).toBeLessThan(2.07);
  });

  it('forgets a level that is over', () => {
    const { at } = effectsOf(
      grid,
      counted(36, (month) => (month < 24 ? 200 : 80)),
      { prior: 20, trend: false },
    );
    expect(Math.abs(at(36 * PARTS) - 0.8)).toBeLessThan(0.15);
  });

  it('says how far months lie apart beside chance', () => {
    const draws = drawsOf(9);
    const levels = Array.from({ length: 48 }, () => draws.gamma(100, 900));
    const { monthVariance } = effectsOf(
      grid,
      counted(48, (month) => levels[month] as number),
      asked,
    );
    expect(monthVariance).toBeGreaterThan(0.04);
    expect(monthVariance).toBeLessThan(0.15);
  });
});
