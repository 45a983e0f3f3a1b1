import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBeside, periodsAround, timeline } from '../../src/analysis/timeline.js';
import { isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { day } from '../support/deals.js';

describe('timeline', () => {
  it('holds every day of the range in exactly one period, without a gap', () => {
    const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year' as const);
    const start = fc.integer({ min: day('1990-01-01'), max: day('2060-01-01') });
    fc.assert(
      fc.property(grains, start, fc.integer({ min: 0, max: 800 }), fc.boolean(), (grain, first, days, jalali) => {
        const line = timeline({ first, last: first + days }, grain, { calendar: jalali ? 'jalali' : 'gregorian' });
        for (let at = first; at <= first + days; at += 7) {
          const found = line.periods[line.indexOf(at)];
          expect(found !== undefined && found.start <= at && at < found.end).toBe(true);
        }
        line.periods.slice(1).forEach((one, index) => {
          expect(one.start).toBe(line.periods[index]?.end);
        });
      }),
    );
  });

  it('knows no day outside, and no missing one', () => {
    const line = timeline({ first: day('2024-01-05'), last: day('2024-03-31') }, 'month');
    expect(line.periods.map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect([line.indexOf(day('2024-01-01')), line.indexOf(day('2024-03-31'))]).toEqual([0, 2]);
    expect([line.indexOf(day('2023-12-31')), line.indexOf(day('2024-04-01')), line.indexOf(NO_DAY)]).toEqual([
      -1, -1, -1,
    ]);
  });

  it('begins fiscal years where they begin', () => {
    const line = timeline({ first: day('2024-01-05'), last: day('2024-12-31') }, 'quarter', { fiscalYearStart: 4 });
    expect(line.periods.map(({ label }) => label)).toEqual(['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3']);
  });

  it('cuts the periods at both ends of the range where it is told to', () => {
    const range = { first: day('2024-01-05'), last: day('2024-02-10') };
    const line = timeline(range, 'month', {}, true);
    expect(line.periods.map(({ label, start, end }) => [label, isoDay(start), isoDay(end - 1)])).toEqual([
      ['2024-01', '2024-01-05', '2024-01-31'],
      ['2024-02', '2024-02-01', '2024-02-10'],
    ]);
    expect([line.indexOf(day('2024-01-04')), line.indexOf(day('2024-02-11'))]).toEqual([-1, -1]);
  });
});

describe('periodsAround', () => {
  it('gives the periods of days outside, once each and in the order of time', () => {
    const line = timeline({ first: day('2024-01-05'), last: day('2024-03-31') }, 'month');
    const texts = ['2031-07-04', '2024-02-01', '1999-05-05', '.', '2031-07-20', '2024-04-01'];
    const days = Int32Array.from(texts, (text) => (text === '.' ? NO_DAY : day(text)));
    const beside = periodsAround(line, daysBeside(line, days, Uint32Array.from([0, 1, 2, 3, 4, 5])));
    expect(beside.map(({ label }) => label)).toEqual(['1999-05', '2024-04', '2031-07']);
  });
});
