import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversionByAge, conversionByAge } from '../../src/analysis/conversion-by-age.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { ALL_TIME, cutAt, periodContaining } from '../../src/model/period.js';
import { day, dealsOf } from '../support/deals.js';
import { period, questionOf } from '../support/question.js';

type Deal = readonly [outcome: string, created: string, closed: string];

const tableOf = (deals: readonly Deal[]) =>
  dealsOf(['outcome created_at closed_at', ...deals.map((deal) => deal.join(' '))].join('\n'));
const times = (n: number, deal: Deal): Deal[] => Array.from({ length: n }, () => deal);
const rows = (found: ConversionByAge | null): unknown =>
  found?.rows.map(({ period: own, size, won }) => [own.label, size, won]);

/** Twenty created in January, ten in February: won after 5 and 40 days, or lost. */
const TWO_MONTHS = [
  ...times(6, ['won', '2024-01-10', '2024-01-15']),
  ...times(4, ['won', '2024-01-10', '2024-02-19']),
  ...times(10, ['lost', '2024-01-10', '2024-01-12']),
  ...times(3, ['won', '2024-02-10', '2024-02-15']),
  ...times(6, ['lost', '2024-02-10', '2024-02-12']),
  ['open', '2024-02-10', '.'],
] satisfies Deal[];

describe('conversionByAge', () => {
  it('counts the wins of each month by the days they took, where every deal has had so many', () => {
    const asOf = day('2024-03-31');
    const found = conversionByAge(questionOf(tableOf(TWO_MONTHS), { asOf, dataEnd: asOf }), null);
    // Nine in ten of thirteen wins took 40 days at most: ages up to 60 days.
    expect(found?.ages).toEqual([7, 14, 30, 45, 60]);
    // 31 January and 60 days are 31 March; 29 February and 30 days are 30 March.
    expect(rows(found)).toEqual([
      ['2024-01', 20, [6, 6, 6, 10, 10]],
      ['2024-02', 10, [3, 3, 3, null, null]],
    ]);
    expect(found?.unseen).toBeNull();
  });

  it('ends with the asked period: what was won later is not won yet', () => {
    const asOf = day('2024-03-31');
    const question = questionOf(tableOf(TWO_MONTHS), { asOf, dataEnd: asOf, period: '2024-01-15..2024-02-14' });
    // Six wins by 14 February.
    expect(conversionByAge(question, null)).toBeNull();
    const more = tableOf([...TWO_MONTHS, ...times(4, ['won', '2024-01-20', '2024-01-20'])]);
    const found = conversionByAge(questionOf(more, { asOf, dataEnd: asOf, period: '2024-01-15..2024-02-14' }), null);
    expect([found?.ages, found && isoDay(found.until)]).toEqual([[1, 2, 3, 5, 7], '2024-02-14']);
    expect(rows(found)).toEqual([
      ['2024-01', 24, [4, 4, 4, 10, 10]],
      ['2024-02', 10, [null, null, null, null, null]],
    ]);
  });

  it('leaves out months whose wins an export by close date cannot have seen, and says from when it has closings', () => {
    // Half of the deals are won after 5 days; those of November and December that were are not in the file.
    const month = (label: string): Deal[] => [
      ...times(6, ['won', `${label}-03`, `${label}-08`]),
      ...times(6, ['lost', `${label}-03`, `${label}-08`]),
    ];
    const early = ['2023-11', '2023-12'].flatMap((label) => times(6, ['open', `${label}-03`, '.']));
    const asOf = day('2024-04-30');
    const cut = conversionByAge(
      questionOf(tableOf([...early, ...month('2024-01'), ...month('2024-02')]), { asOf, dataEnd: asOf }),
      'month',
    );
    expect(cut?.rows.map(({ period: own }) => own.label)).toEqual(['2024-01', '2024-02']);
    expect(cut?.unseen).toEqual({ periods: 2, closingsFrom: day('2024-01-08') });
    // Two early deals that are open still are chance: one win of the two was to be expected.
    const few = conversionByAge(
      questionOf(tableOf([...times(2, ['open', '2023-12-03', '.']), ...month('2024-01'), ...month('2024-02')]), {
        asOf,
        dataEnd: asOf,
      }),
      'month',
    );
    expect([few?.rows.length, few?.unseen]).toEqual([3, null]);
  });

  it('is nothing under ten wins, without dates, and where the file holds nothing but wins', () => {
    const asOf = day('2024-03-31');
    const options = { asOf, dataEnd: asOf };
    const wins = times(12, ['won', '2024-01-10', '2024-01-15']);
    expect(conversionByAge(questionOf(tableOf(wins), options), null)).toBeNull();
    const all = { hasLost: false, hasWon: true };
    const settings = { retentionWindow: 365, assumeComplete: true };
    expect(conversionByAge(questionOf(tableOf(wins), { ...options, file: all, settings }), null)?.rows).toHaveLength(1);
    const nine = [...times(9, ['won', '2024-01-10', '2024-01-15']), ['lost', '2024-01-10', '2024-01-15'] as const];
    expect(conversionByAge(questionOf(tableOf(nine), options), null)).toBeNull();
    expect(conversionByAge(questionOf(dealsOf('outcome created_at\nlost 2024-01-10'), options), null)).toBeNull();
    expect(conversionByAge(questionOf(dealsOf('outcome\nlost'), options), null)).toBeNull();
  });

  it('says which deals it leaves out', () => {
    const asOf = day('2024-03-31');
    const more: Deal[] = [
      ['won', '2024-01-10', '.'],
      ['lost', '.', '2024-01-12'],
      ['won', '.', '2024-01-12'],
      ['excluded', '2024-01-10', '2024-01-12'],
    ];
    const found = conversionByAge(questionOf(tableOf([...TWO_MONTHS, ...more]), { asOf, dataEnd: asOf }), null);
    expect(found?.rows[0]?.size).toBe(20);
    expect(found?.ages.at(-1)).toBe(60);
    expect(Object.fromEntries((found?.excluded ?? []).map(({ reason, rows: own }) => [reason, own.length]))).toEqual({
      outcome_excluded: 1,
      undated_created: 2,
      undated_closed: 1,
    });
  });

  it('agrees with a count deal by deal, for any deals, period, snapshot and grain', () => {
    const start = civilDay(2022, 7, 1);
    const deal = fc.record({
      outcome: fc.constantFrom('won', 'won', 'won', 'lost', 'open', 'excluded'),
      created: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null, freq: 9 }),
      took: fc.option(fc.integer({ min: -5, max: 300 }), { nil: null, freq: 9 }),
    });
    const asked = fc.constantFrom(null, '2023', '2024-Q1', '2023-03-12..2024-02-05', '1402');
    const grain = fc.constantFrom<('month' | 'quarter' | 'year' | 'day' | null)[]>(
      'month',
      'quarter',
      'year',
      'day',
      null,
    );
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 12, maxLength: 60 }),
        asked,
        fc.integer({ min: 400, max: 1_300 }),
        grain,
        (deals, text, after, by) => {
          const dayOf = (at: number | null): string => (at === null ? '.' : isoDay(start + at));
          const table = tableOf(
            deals.map(({ outcome, created, took }) => [
              outcome,
              dayOf(created),
              outcome === 'open' || took === null || created === null ? '.' : dayOf(created + took),
            ]),
          );
          const asOf = start + after;
          const whole = text === null ? ALL_TIME : cutAt(period(text, asOf), asOf);
          const found = conversionByAge(questionOf(table, { asOf, dataEnd: asOf, period: whole }), by);
          if (found === null) return;
          const until = Math.min(asOf, text === null ? asOf : whole.end - 1);
          expect(found.until).toBe(until);
          const shown = new Set<number>();
          for (const { period: own, size, won } of found.rows) {
            const cohort = deals.flatMap(({ outcome, created, took }) =>
              created !== null &&
              outcome !== 'excluded' &&
              (outcome !== 'won' || took !== null) &&
              start + created >= own.start &&
              start + created < own.end &&
              start + created <= until
                ? [outcome === 'won' && start + created + (took ?? 0) <= until ? Math.max(0, took ?? 0) : null]
                : [],
            );
            expect(size).toBe(cohort.length);
            shown.add(own.start);
            found.ages.forEach((age, at) => {
              const wins = cohort.filter((one) => one !== null && one <= age).length;
              expect(won[at]).toBe(own.end - 1 + age <= until ? wins : null);
            });
            const known = won.filter((one) => one !== null);
            expect(known).toEqual([...known].sort((a, b) => a - b));
          }
          if (found.unseen !== null) return;
          const counted = deals.filter(
            ({ outcome, created, took }) =>
              created !== null &&
              outcome !== 'excluded' &&
              (outcome !== 'won' || took !== null) &&
              start + created <= until,
          );
          for (const { created } of counted) {
            const own = periodContaining(start + (created ?? 0), found.grain, whole.calendar);
            expect([...shown]).toContain(own.start);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
