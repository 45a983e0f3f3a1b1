import { describe, expect, it } from 'vitest';
import { closingsFrom, dealDurations, lifeTableOf } from '../../src/kpi/durations.js';
import { ALL_TIME } from '../../src/model/period.js';
import { day, dealsOf, SIXTEEN_AS_OF, sixteenDeals } from '../support/deals.js';
import { idsOf, period } from '../support/question.js';

const NOW = { period: ALL_TIME, asOf: SIXTEEN_AS_OF, dataEnd: SIXTEEN_AS_OF };

const DEALS = dealsOf(`id outcome  created_at closed_at
                       A  won      2024-01-01 2024-01-31
                       B  lost     2024-01-01 2024-06-30
                       C  open     2024-06-30 2024-09-01
                       D  won      2024-03-01 2024-03-01
                       E  won      2024-03-05 2024-03-01
                       F  won      .          2024-03-01
                       G  lost     2024-03-01 .
                       H  excluded 2024-01-01 2024-12-01
                       I  open     .          .
                       J  open     2025-06-01 .
                       K  won      2024-05-01 2025-02-01`);

describe('durations of deals', () => {
  it('end with the closing, or go on at the snapshot; what cannot count is told by its reason', () => {
    const found = dealDurations(DEALS.all(), NOW, null);
    expect(idsOf(found.rows, DEALS)).toEqual(['A', 'B', 'C', 'D']);
    // C has been open from 30 June to 31 December; the day planned for its closing is none.
    expect([...found.days]).toEqual([30, 181, 184, 0]);
    expect([...found.causes]).toEqual([1, 2, 0, 1]);
    expect([found.won, found.lost, found.open, found.entry, found.at]).toEqual([2, 1, 1, null, SIXTEEN_AS_OF]);
    expect(Object.fromEntries(found.excluded.map(({ reason, rows }) => [reason, idsOf(rows, DEALS)]))).toEqual({
      outcome_excluded: ['H'],
      undated_created: ['F', 'I'],
      undated_closed: ['G'],
      closed_before_created: ['E'],
      after_snapshot: ['J', 'K'],
    });
  });

  it('are those known at a snapshot in the past: who closed later was open, who came later was not there', () => {
    const then = dealDurations(DEALS.all(), { ...NOW, period: period('2024-Q1') }, null);
    expect(idsOf(then.rows, DEALS)).toEqual(['A', 'B', 'D', 'H']);
    // Open on 31 March: B, and H, which ended on 1 December, who knows how.
    expect([...then.days]).toEqual([30, 90, 0, 90]);
    expect([...then.causes]).toEqual([1, 0, 1, 0]);
    expect(then.at).toBe(day('2024-03-31'));
    expect(then.excluded.map(({ reason }) => reason)).toEqual([
      'undated_created',
      'undated_closed',
      'closed_before_created',
    ]);
    const asOf = dealDurations(DEALS.all(), { ...NOW, asOf: day('2024-03-31') }, null);
    expect([...asOf.days]).toEqual([...then.days]);
  });

  it('of the sixteen deals are eleven ended (one before it began is left out) and four going on', () => {
    const found = dealDurations(sixteenDeals().all(), NOW, null);
    expect([found.won, found.lost, found.open]).toEqual([7, 4, 4]);
    expect([...found.days]).toEqual([45, 60, 44, 90, 30, 90, 90, 30, 0, 100, 60, 120, 77, 41, 21]);
  });

  it('count from the age that deals had when the closings of the file begin', () => {
    const found = dealDurations(DEALS.all(), NOW, day('2024-02-01'));
    // A closed before (a stray closing): it was seen. B was 31 days old on that day, so a closing at 30 was not seen.
    expect([...(found.entry ?? [])]).toEqual([-1, 30, -1, -1]);
    const table = lifeTableOf(found);
    expect([[...table.times], [...table.atRisk]]).toEqual([
      [0, 30, 181, 184],
      [3, 2, 2, 1],
    ]);
  });
});

describe('where the closings of a file begin', () => {
  const DAY_OF = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  /** A deal a day from 1 January, won after ten days; of those closed before day `from` the file does not tell. */
  const filed = (from: number, days = 100): ReturnType<typeof dealsOf> =>
    dealsOf(
      ['id outcome created_at closed_at']
        .concat(
          Array.from({ length: days }, (_, n) => n)
            .filter((n) => n + (n % 2 === 0 ? 10 : 40) >= from)
            .map((n) => `D${n} won ${DAY_OF(n)} ${DAY_OF(n + (n % 2 === 0 ? 10 : 40))}`),
        )
        .join('\n'),
    );

  it('is not asked where they begin as early as such deals can close', () => {
    expect(closingsFrom(filed(0).all(), NOW)).toBeNull();
    expect(closingsFrom(sixteenDeals().all(), NOW)).toBeNull();
  });

  it('is said where three or more closings should have come before: an export by close date', () => {
    // Of the deals created before day 45, those won after ten days are not there where they closed before it.
    expect(closingsFrom(filed(45).all(), NOW)).toBe(day(DAY_OF(45)));
  });

  it('is null without a closing', () => {
    expect(closingsFrom(dealsOf('id outcome created_at closed_at\nA open 2024-01-01 .').all(), NOW)).toBeNull();
    expect(closingsFrom(dealsOf('id outcome created_at closed_at').all(), NOW)).toBeNull();
  });
});
