import { describe, expect, it } from 'vitest';
import { winFromAge } from '../../../src/analysis/survival/win-from-age.js';
import { lifeTable } from '../../../src/stats/survival/life-table.js';

/** 30 won after 10 days, 15 lost after 20, 15 won after 40. */
const DAYS = [...Array(30).fill(10), ...Array(15).fill(20), ...Array(15).fill(40)];
const CAUSES = [...Array(30).fill(1), ...Array(15).fill(2), ...Array(15).fill(1)];
const table = lifeTable(DAYS, CAUSES);

describe('what becomes of deals that are open at an age', () => {
  it('is the share of those that were as old: 45 of 60 at first, 15 of 30 after day 10', () => {
    expect(winFromAge(table, 0)).toMatchObject({ n: 60, pWin: 0.75, pLost: 0.25, medianRest: 10 });
    expect(winFromAge(table, 10)).toMatchObject({ age: 10, n: 30, pWin: 0.5, pLost: 0.5, medianRest: 10 });
    expect(winFromAge(table, 12)?.medianRest).toBe(8);
  });

  it('is not said of under 20 deals, nor where under ten have closed since', () => {
    expect(winFromAge(table, 20)).toBeNull();
    const quiet = lifeTable([...Array(9).fill(30), ...Array(99).fill(60)], [...Array(9).fill(1), ...Array(99).fill(0)]);
    expect(winFromAge(quiet, 5)).toBeNull();
    expect(winFromAge(lifeTable([], []), 0)).toBeNull();
  });
});
