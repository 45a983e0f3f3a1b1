import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coarser, grainFor, knownUntil, rangeOf } from '../../src/analysis/grain.js';
import { isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { OUTCOMES } from '../../src/model/outcome.js';
import { ALL_TIME } from '../../src/model/period.js';
import type { Population } from '../../src/model/population.js';
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

test.each([
  ['day', 'week'],
  ['quarter', 'year'],
  ['year', null],
] as const)('coarser than a %s is a %s', (grain, expected) => {
  expect(coarser(grain)).toBe(expected);
});

test('knownUntil is the snapshot, or the newest record where the snapshot was said for more than a year later', () => {
  const dataEnd = day('2024-06-01');
  expect(knownUntil({ asOf: day('2025-06-01'), dataEnd })).toBe(day('2025-06-01'));
  expect(knownUntil({ asOf: day('9999-12-31'), dataEnd })).toBe(dataEnd);
  expect(knownUntil({ asOf: day('2023-01-01'), dataEnd })).toBe(day('2023-01-01'));
});

describe('rangeOf', () => {
  const days = (...texts: string[]): Int32Array =>
    Int32Array.from(texts, (text) => (text === '.' ? NO_DAY : day(text)));
  const rows = (n: number): Pick<Population, 'inPieces' | 'size' | 'some'> => ({
    size: n,
    some: (test) => Array.from({ length: n }, (_, row) => row).some(test),
    inPieces: (work) => {
      for (let from = 0; from < n; from += 7)
        work(Uint32Array.from({ length: Math.min(7, n - from) }, (_, at) => from + at));
    },
  });
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

  it('leaves the first days aside where the day of 99.5 % lies half way to far ones', () => {
    // Of 301 days the one at place 1.5 counts: half way between 1 and 1,000.
    const column = Int32Array.from({ length: 301 }, (_, row) => (row < 2 ? row : 1_000));
    expect(rangeOf([column], rows(301), ALL_TIME, 2_000)).toEqual({ first: 1_000, last: 2_000 });
  });

  it('is the same by the tally of the days', () => {
    const some = fc.array(
      fc.oneof(fc.constant(NO_DAY), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 19_000, max: 20_500 })),
      { minLength: 1, maxLength: 400 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: -10, max: 21_000 }), (cells, until) => {
        const counts = new Uint32Array(21_000 * OUTCOMES.length);
        for (const [row, at] of cells.entries())
          if (at !== NO_DAY)
            counts[at * OUTCOMES.length + (row % 3)] = (counts[at * OUTCOMES.length + (row % 3)] ?? 0) + 1;
        const tally = { first: 0, last: 20_999, counts, undated: new Uint32Array(OUTCOMES.length) };
        const by = (one: typeof tally | null) =>
          rangeOf([Int32Array.from(cells)], rows(cells.length), ALL_TIME, until, one);
        expect(by(tally)).toEqual(by(null));
      }),
    );
  });

  it('begins with the first day that is not more than a year before 99.5 % of all', () => {
    const all = fc.tuple(fc.nat(400), fc.nat(2_000)).chain(([early, later]) =>
      fc.record({
        cells: fc.shuffledSubarray(
          [
            ...Array.from({ length: early }, (_, at) => at % 50),
            ...Array.from({ length: later }, (_, at) => 300 + (at % 200)),
          ],
          { minLength: early + later, maxLength: early + later },
        ),
        until: fc.constantFrom(20, 45, 310, 400, 600),
      }),
    );
    fc.assert(
      fc.property(all, fc.constantFrom(0, 40, 70, 2_000), ({ cells, until }, gap) => {
        // Days 0 to 49, and 300 to 499 or those so much later.
        const column = cells.map((day) => (day < 300 ? day : day + gap));
        const known = column.filter((day) => day <= until).sort((a, b) => a - b);
        const position = (known.length - 1) * 0.005;
        const [low, high] = [known[Math.floor(position)] ?? 0, known[Math.ceil(position)] ?? 0];
        const from = low + (position - Math.floor(position)) * (high - low) - 366;
        const first = Math.min(...column.filter((day) => day >= from));
        const expected = known.length === 0 ? null : { first, last: Math.max(first, until) };
        expect(rangeOf([Int32Array.from(column)], rows(column.length), ALL_TIME, until)).toEqual(expected);
        const counts = new Uint32Array(3_000 * OUTCOMES.length);
        for (const day of column) counts[day * OUTCOMES.length] = (counts[day * OUTCOMES.length] ?? 0) + 1;
        const tally = { first: 0, last: 2_999, counts, undated: new Uint32Array(OUTCOMES.length) };
        expect(rangeOf([Int32Array.from(column)], rows(column.length), ALL_TIME, until, tally)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('looks at a few of many records where the first days are among nearly all', () => {
    const column = Int32Array.from({ length: 40_000 }, (_, row) => day('2023-01-01') + (row % 700));
    let looked = 0;
    const { some, ...others } = rows(40_000);
    const counted = { ...others, some: (test: (row: number) => boolean) => some((row) => ++looked > 0 && test(row)) };
    expect(shown(rangeOf([column], counted, ALL_TIME, asOf))).toBe('2023-01-01..2024-12-31');
    expect(looked).toBeLessThan(1_000);
  });

  it('is told by every so many-th row of very many, with a tally or without', () => {
    // Of 200,000 rows every fourth is looked at: those lie in 2024, all others long before.
    const early = day('1990-01-01');
    const column = Int32Array.from({ length: 200_000 }, (_, row) => (row % 4 === 0 ? day('2024-02-03') : early));
    const counts = new Uint32Array((day('2024-02-03') - early + 1) * OUTCOMES.length);
    counts[0] = 150_000;
    counts[counts.length - 1] = 50_000;
    const tally = { first: early, last: day('2024-02-03'), counts, undated: new Uint32Array(OUTCOMES.length) };
    for (const one of [tally, null])
      expect(shown(rangeOf([column], rows(200_000), ALL_TIME, asOf, one))).toBe('2024-02-03..2024-12-31');
  });
});
