import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { grainFor, rangeOf, timeline } from '../../src/analysis/grain.js';
import { isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { ALL_TIME } from '../../src/model/period.js';
import { day } from '../support/deals.js';
import { period } from '../support/question.js';

describe('grainFor', () => {
  test.each([
    [1, 'day'],
    [31, 'day'],
    [32, 'week'],
    [92, 'week'],
    [183, 'month'],
    [1098, 'month'],
    [1099, 'quarter'],
    [3661, 'year'],
  ])('shows %i days by %s', (days, grain) => {
    expect(grainFor(days)).toBe(grain);
  });
});

describe('timeline', () => {
  it('holds every day of the range in exactly one period, without a gap', () => {
    const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year' as const);
    const start = fc.integer({ min: day('1990-01-01'), max: day('2060-01-01') });
    fc.assert(
      fc.property(grains, start, fc.integer({ min: 0, max: 800 }), fc.boolean(), (grain, first, days, jalali) => {
        const line = timeline(first, first + days, grain, jalali ? 'jalali' : 'gregorian');
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
    const line = timeline(day('2024-01-05'), day('2024-03-31'), 'month');
    expect(line.periods.map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect([line.indexOf(day('2024-01-01')), line.indexOf(day('2024-03-31'))]).toEqual([0, 2]);
    expect([line.indexOf(day('2023-12-31')), line.indexOf(day('2024-04-01')), line.indexOf(NO_DAY)]).toEqual([
      -1, -1, -1,
    ]);
  });

  it('begins fiscal years where they begin', () => {
    const line = timeline(day('2024-01-05'), day('2024-12-31'), 'quarter', 'gregorian', 4);
    expect(line.periods.map(({ label }) => label)).toEqual(['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3']);
  });
});

describe('rangeOf', () => {
  const days = (...texts: string[]): Int32Array =>
    Int32Array.from(texts, (text) => (text === '.' ? NO_DAY : day(text)));
  const rows = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, row) => row);
  const asOf = day('2024-12-31');
  const shown = (range: ReturnType<typeof rangeOf>): string | null =>
    range === null ? null : `${isoDay(range.first)}..${isoDay(range.last)}`;

  it('is the asked period up to the snapshot', () => {
    expect(shown(rangeOf([], rows(0), period('2024-Q4'), day('2024-11-10')))).toBe('2024-10-01..2024-11-10');
    expect(rangeOf([], rows(0), period('2025-Q1'), asOf)).toBeNull();
  });

  it('runs from the first date to the snapshot without a period', () => {
    const column = days('2024-02-03', '.', '2023-07-01', '2025-02-01');
    expect(shown(rangeOf([column], rows(4), ALL_TIME, asOf))).toBe('2023-07-01..2024-12-31');
    expect(rangeOf([days('.', '.')], rows(2), ALL_TIME, asOf)).toBeNull();
  });

  it('leaves a lone date of long ago aside', () => {
    const column = days(
      '1999-01-01',
      ...Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? '2024-02-03' : '2024-06-01')),
    );
    expect(shown(rangeOf([column], rows(401), ALL_TIME, asOf))).toBe('2024-02-03..2024-12-31');
  });
});
