import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cohorts, cohortsOf } from '../../src/analysis/cohorts.js';
import { civilDay, isoDay } from '../../src/model/civil-day.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { type QuestionOptions, questionOf } from '../support/question.js';

const table = (cohorts: Cohorts | null): unknown =>
  cohorts?.rows.map(({ period, size, active }) => [period.label, size, active]);
const sixteen = (options: QuestionOptions = {}): Cohorts | null => cohortsOf(questionOf(sixteenDeals(), options));

describe('cohortsOf', () => {
  it('follows the customers of the sixteen deals by quarter', () => {
    // Alpha bought in Q1 (twice) and Q3; Gamma in Q1 and Q2; Eps, Eta and Mu once, in Q2.
    expect(table(sixteen())).toEqual([
      ['2024-Q1', 2, [2, 1, 1, 0]],
      ['2024-Q2', 3, [3, 0, 0]],
    ]);
    expect(sixteen()?.partial).toBe(false);
  });

  it('ends with the snapshot: what lies after it is not there, and an unfinished quarter is marked', () => {
    const cohorts = sixteen({ asOf: civilDay(2024, 8, 1) });
    expect(table(cohorts)).toEqual([
      ['2024-Q1', 2, [2, 1, 0]],
      ['2024-Q2', 3, [3, 0]],
    ]);
    expect(cohorts?.partial).toBe(true);
  });

  it('ends with the asked period, but starts with the first purchase', () => {
    expect(table(sixteen({ period: '2024-Q2' }))).toEqual([
      ['2024-Q1', 2, [2, 1]],
      ['2024-Q2', 3, [3]],
    ]);
  });

  it('ends with the data where the snapshot was said for long after it', () => {
    expect(table(sixteen({ asOf: civilDay(9999, 12, 31) }))).toEqual(table(sixteen()));
  });

  it('says what is no dated purchase of a customer', () => {
    const deals = dealsOf(`outcome customer closed_at  amount
                           won     A        2024-01-10 5
                           won     .        2024-01-10 5
                           won     B        .          5
                           won     A        2024-02-10 -5`);
    const cohorts = cohortsOf(questionOf(deals));
    expect(table(cohorts)).toEqual([['2024-Q1', 1, [1, 0, 0, 0]]]);
    expect(cohorts?.excluded.map(({ reason, rows }) => [reason, [...rows]])).toEqual([
      ['undated_closed', [2]],
      ['without_customer', [1]],
    ]);
  });

  it('is null without customers, without closing dates, and where nobody bought', () => {
    expect(cohortsOf(questionOf(dealsOf('outcome closed_at\nwon 2024-01-01')))).toBeNull();
    expect(cohortsOf(questionOf(dealsOf('outcome customer\nwon A')))).toBeNull();
    // Thirty thousand quarters are no table.
    const far = { asOf: civilDay(9999, 12, 31), dataEnd: civilDay(9999, 12, 31) };
    expect(cohortsOf(questionOf(dealsOf('outcome customer closed_at\nwon A 2024-01-01'), far))).toBeNull();
    expect(cohortsOf(questionOf(dealsOf('outcome customer closed_at\nlost A 2024-01-01')))).toBeNull();
  });

  it('counts each customer and quarter as a set would, in any order of the deals', () => {
    const purchase = fc.record({
      customer: fc.integer({ min: 0, max: 8 }),
      day: fc.integer({ min: 19_723, max: 20_088 }),
    });
    fc.assert(
      fc.property(fc.array(purchase, { minLength: 1, maxLength: 40 }), (purchases) => {
        const deals = dealsOf(
          `outcome customer closed_at\n${purchases.map(({ customer, day }) => `won C${customer} ${isoDay(day)}`).join('\n')}`,
        );
        const cohorts = cohortsOf(questionOf(deals));
        const quarter = (day: number): number => Math.floor(Number(isoDay(day).slice(5, 7)) / 3.01);
        const bought = new Map<number, Set<number>>();
        for (const { customer, day } of purchases) {
          bought.set(customer, (bought.get(customer) ?? new Set()).add(quarter(day)));
        }
        const expected = [0, 1, 2, 3].flatMap((from) => {
          const own = [...bought.values()].filter((quarters) => Math.min(...quarters) === from);
          if (own.length === 0) return [];
          const counts = Array.from({ length: 4 - from }, (_, i) => own.filter((set) => set.has(from + i)).length);
          return [[`2024-Q${from + 1}`, own.length, counts]];
        });
        expect(table(cohorts)).toEqual(expected);
      }),
    );
  });
});
