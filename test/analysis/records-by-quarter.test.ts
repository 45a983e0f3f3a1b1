import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedTally } from '../../src/analysis/day-tally.js';
import { decidedByQuarter, recordsByQuarter } from '../../src/analysis/records-by-quarter.js';
import { civilDay, isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { dealsOf } from '../support/deals.js';

describe('records by the months of quarters', () => {
  it('are those whose dates say so, in the order of the rows', () => {
    const from = civilDay(2023, 2, 10);
    const record = fc.record({
      day: fc.oneof(fc.constant(NO_DAY), fc.integer({ min: from, max: from + 700 })),
      score: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (records) => {
        const until = civilDay(2024, 9, 15);
        const days = Int32Array.from(records, ({ day }) => day);
        const rows = Uint32Array.from(records.keys());
        const scores = records.map(({ score }) => score);
        const found = recordsByQuarter({ rows, scores, days, until }, { calendar: 'gregorian' });
        // By the letters of their dates: 2023-02 is the second month of the first quarter of 2023.
        const told = records.flatMap(({ day, score }) => {
          if (day === NO_DAY || day > until) return [];
          const [year, month] = isoDay(day).split('-').map(Number) as [number, number];
          const quarter = Math.floor((month - 1) / 3);
          return [{ quarter: civilDay(year, quarter * 3 + 1, 1), month: (month - 1) % 3, score, day }];
        });
        const seen = [...new Set(told.map(({ quarter }) => quarter))];
        const reach = Math.max(...told.map(({ day }) => day)) - Math.min(...told.map(({ day }) => day));
        if (told.length === 0 || reach < 120) {
          expect(found).toBeNull();
          return;
        }
        if (found === null) throw new Error('two quarters are there');
        expect(found.quarters.map((quarter) => found.startOf(quarter))).toEqual(seen);
        const some = found.quarters.filter((_, index) => index % 2 === 0);
        const strata = found.strata(some);
        some.forEach((quarter, index) => {
          const own = told.filter((one) => one.quarter === found.startOf(quarter));
          expect([...(strata[index]?.scores ?? [])]).toEqual(own.map(({ score }) => score));
          expect([...(strata[index]?.groups ?? [])]).toEqual(own.map(({ month }) => month));
          const sizes = [0, 1, 2].map((month) => own.filter((one) => one.month === month).length);
          expect(found.sizes(quarter)).toEqual(sizes);
        });
        const months = [0, 1, 2].map((month) => {
          const own = told.filter(
            (one) => one.month === month && some.some((quarter) => found.startOf(quarter) === one.quarter),
          );
          return { n: own.length, sum: own.reduce((sum, { score }) => sum + score, 0) };
        });
        expect(found.months(some)).toEqual(months);
        // Of records that score 1 or 0 those that score 1 say the same.
        const isOne = scores.map((score) => (score > 4 ? 1 : 0));
        const ones = rows.filter((row) => isOne[row] === 1);
        const [byOnes, byScores] = [{ ones }, isOne].map((given) =>
          recordsByQuarter({ rows, scores: given, days, until }, { calendar: 'gregorian' }),
        );
        expect(byOnes?.months(some)).toEqual(byScores?.months(some));
        expect(byOnes?.strata(some)).toEqual(byScores?.strata(some));
        const halves = scores.map((score) => score + 0.5);
        const found2 = recordsByQuarter({ rows, scores: halves, days, until }, { calendar: 'gregorian' });
        expect(found2?.months(some)).toBeNull();
      }),
    );
  });

  it('begin quarters where the fiscal year does', () => {
    const days = Int32Array.of(civilDay(2024, 2, 1), civilDay(2024, 5, 3), civilDay(2024, 12, 9));
    const asked = { rows: Uint32Array.of(0, 1, 2), scores: [1, 1, 1], days, until: civilDay(2025, 1, 1) };
    const found = recordsByQuarter(asked, { calendar: 'gregorian', fiscalYearStart: 2 });
    expect(found?.quarters.map((quarter) => isoDay(found.startOf(quarter)))).toEqual([
      '2024-02-01',
      '2024-05-01',
      '2024-11-01',
    ]);
    expect(found?.sizes(found.quarters[2] as number)).toEqual([0, 1, 0]);
    expect(found && isoDay(found.startOf(found.quarters[2] as number, 1))).toBe('2024-12-01');
    expect(found && isoDay(found.startOf(found.quarters[2] as number, 2))).toBe('2024-11-01');
  });

  it('are told by the days of a tally too, won deals as those that score 1', () => {
    const from = civilDay(2023, 2, 10);
    const deal = fc.tuple(fc.constantFrom('won', 'lost', 'open'), fc.integer({ min: 0, max: 900 }));
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 12 }), (list, month) => {
        const until = civilDay(2025, 3, 15);
        const lines = list.map(([outcome, day]) => `${outcome} ${isoDay(from + day)}`);
        const deals = dealsOf(['outcome closed_at', ...lines].join('\n')).all();
        const { tally } = closedTally(deals);
        if (tally === null) throw new Error('the days are those of three years');
        const by = { calendar: 'gregorian' as const, fiscalYearStart: month };
        const rows = deals.rows.filter((row) => list[row]?.[0] !== 'open');
        const ones = deals.rows.filter((row) => list[row]?.[0] === 'won');
        const found = recordsByQuarter({ rows, scores: { ones }, days: deals.column('closed_at'), until }, by);
        const held = decidedByQuarter(tally, until, by).filter((months) => months.some(({ n }) => n > 0));
        const inTime = [...(found?.quarters ?? [])].sort((a, b) => a - b);
        expect(held).toEqual(inTime.map((quarter) => found?.months([quarter])));
      }),
    );
  });
});
