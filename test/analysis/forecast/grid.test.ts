import { describe, expect, it } from 'vitest';
import { cellDays, cellOf, gridOf, monthOf, PARTS, placeInQuarter } from '../../../src/analysis/forecast/grid.js';
import { day } from '../../support/deals.js';

describe('gridOf', () => {
  it('has whole months, each in three parts', () => {
    const grid = gridOf(day('2024-02-15'), day('2024-04-01'), { calendar: 'gregorian' });
    expect(grid.months.map(({ label }) => label)).toEqual(['2024-02', '2024-03', '2024-04']);
    expect([monthOf(grid, day('2024-02-01')), monthOf(grid, day('2024-04-30'))]).toEqual([0, 2]);
    expect([cellOf(grid, day('2024-02-10')), cellOf(grid, day('2024-02-11')), cellOf(grid, day('2024-02-29'))]).toEqual(
      [0, 1, 2],
    );
    expect(cellDays(grid, PARTS + 2)).toEqual({ start: day('2024-03-21'), end: day('2024-04-01') });
  });

  it('knows which month of the fiscal quarter each is', () => {
    const places = (calendar: Parameters<typeof gridOf>[2]): number[] => {
      const grid = gridOf(day('2024-03-25'), day('2024-07-01'), calendar);
      return grid.months.map((_, month) => placeInQuarter(grid, month));
    };
    expect(places({ calendar: 'gregorian' })).toEqual([2, 0, 1, 2, 0]);
    expect(places({ calendar: 'gregorian', fiscalYearStart: 3 })).toEqual([0, 1, 2, 0, 1]);
    // 25 March 2024 is 6 Farvardin 1403, 1 July 11 Tir.
    expect(places({ calendar: 'jalali' })).toEqual([0, 1, 2, 0]);
  });
});
