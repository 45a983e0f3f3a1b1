import { describe, expect, it } from 'vitest';
import { closingCounts, creationCounts } from '../../../src/analysis/forecast/counts.js';
import { type Facts, factsOf } from '../../../src/analysis/forecast/facts.js';
import { cellOf, gridOf } from '../../../src/analysis/forecast/grid.js';
import { hazardsAt } from '../../../src/analysis/forecast/hazards.js';
import { company } from '../../support/companies.js';
import { day, dealsOf } from '../../support/deals.js';

const FIRST = day('2015-01-01');
const calendar = { calendar: 'gregorian' } as const;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('creationCounts', () => {
  it('counts deals beside the days of each part of a month that are known', () => {
    const facts = factsOf(
      dealsOf(
        'outcome created_at closed_at amount\n open 2024-01-05 . 1\n open 2024-01-15 . 1\n open 2024-01-15 . 1\n open 2024-02-03 . 1\n open 2024-02-20 . 1',
      ).all(),
      FIRST,
    );
    const grid = gridOf(day('2024-01-05'), day('2024-03-31'), calendar);
    const { observed, expected, from, to } = creationCounts(facts, grid, day('2024-01-05'), day('2024-02-12'));
    expect([...observed]).toEqual([1, 2, 0, 1, 0]);
    // 5–10, 11–20 and 21–31 January; 1–10, and 11 and 12 February.
    expect([...expected]).toEqual([6, 10, 11, 10, 2]);
    expect([from, to]).toEqual([0, cellOf(grid, day('2024-02-12'))]);
  });
});

describe('closingCounts', () => {
  it('has as many endings as there were, and expects as many of the ages of all deals together', () => {
    const t = day('2024-09-14');
    const facts: Facts = factsOf(company({ kind: 'steady', seed: 9, perMonth: 30, months: 18 }).all(), FIRST);
    const grid = gridOf(facts.created[0] as number, t + 31, calendar);
    const hazards = hazardsAt(facts, t);
    if (hazards === null) throw new Error('no hazards');
    const { wins, losses } = closingCounts(facts, grid, hazards, t);
    const endings = (won: 0 | 1): number =>
      facts.closed.reduce((total, closed, at) => total + Number(closed <= t && facts.won[at] === won), 0);
    expect([sum(wins.observed), sum(losses.observed)]).toEqual([endings(1), endings(0)]);
    // Hazards are endings over days at risk, so over all ages they give the endings back.
    const expected = sum(wins.expected) + sum(losses.expected);
    expect(expected / (endings(0) + endings(1))).toBeGreaterThan(0.99);
    expect(expected / (endings(0) + endings(1))).toBeLessThan(1.01);
  });
});
