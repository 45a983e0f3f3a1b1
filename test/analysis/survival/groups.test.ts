import { describe, expect, it } from 'vitest';
import { type SurvivalGroups, survivalGroups } from '../../../src/analysis/survival/groups.js';
import { isoDay } from '../../../src/model/civil-day.js';
import type { DealField } from '../../../src/model/deals.js';
import { dealsOf, SIXTEEN_AS_OF } from '../../support/deals.js';
import { questionOf } from '../../support/question.js';

/** Deals of an owner: won and lost so many each, after so many days, and open ones. */
type Owner = readonly [name: string, each: number, days: number, open: number];

function byOwner(owners: readonly Owner[], field: DealField = 'owner'): SurvivalGroups {
  const rows = owners.flatMap(([name, each, days, open]) => {
    const row = (outcome: string, begun: number, end: number | null): string =>
      `${outcome} ${isoDay(begun)} ${end === null ? '.' : isoDay(end)} ${name}`;
    const begun = SIXTEEN_AS_OF - 200;
    return [
      ...Array.from({ length: each }, () => row('won', begun, begun + days)),
      ...Array.from({ length: each }, () => row('lost', begun, begun + days)),
      ...Array.from({ length: open }, () => row('open', begun, null)),
    ];
  });
  const deals = dealsOf([`outcome created_at closed_at ${field}`, ...rows].join('\n'));
  const column = deals.column(field as 'owner');
  return survivalGroups([{ name: field, column, field }], questionOf(deals));
}

describe('deals by group', () => {
  it('have a rate, a median and a curve each, most deals first, and a test of all', () => {
    const found = byOwner([
      ['Ann', 20, 30, 0],
      ['Bo', 20, 90, 10],
    ]);
    expect(found.groups.map(({ key, n, eventualWinRate, median }) => [key, n, eventualWinRate, median])).toEqual([
      [['Bo'], 50, 0.4, 90],
      [['Ann'], 40, 0.5, 30],
    ]);
    // At day 30 all 40 of Ann's 90 end, at day 90 forty of Bo's 50. By hand: E = 40 · 40 / 90 for Ann, and V =
    // 40 · 40 · 50 · 50 / (90² · 89).
    const [apart, variance] = [40 - 1600 / 90, (40 * 40 * 50 * 50) / (90 * 90 * 89)];
    expect(found.test?.statistic).toBeCloseTo((apart * apart) / variance, 9);
    expect(found.test?.df).toBe(1);
    expect(found.groups[1]?.curve.at(-1)).toMatchObject({ day: 30, won: 0.5, open: 0 });
  });

  it('have no rate of their own under ten wins, and no test where one alone has a curve', () => {
    const found = byOwner([
      ['Ann', 20, 30, 0],
      ['Bo', 4, 90, 0],
    ]);
    expect(found.groups[1]).toMatchObject({
      key: ['Bo'],
      n: 8,
      eventualWinRate: null,
      reason: 'few_closings',
      curve: [],
    });
    expect(found).toMatchObject({ test: null, reason: 'few_closings' });
  });

  it('are not compared where there is one', () => {
    expect(byOwner([['Ann', 20, 30, 0]])).toMatchObject({ test: null, reason: null });
  });

  it('are not made of what only closing brings', () => {
    for (const field of ['stage', 'status', 'lost_reason'] as const) {
      expect(byOwner([['Ann', 20, 30, 0]], field)).toMatchObject({ groups: [], reason: 'filled_by_closing' });
    }
  });

  it('are twenty at most, whatever there is', () => {
    const many = Array.from({ length: 300 }, (_, i): Owner => [`O${i}`, 10, 1 + (i % 50), i % 7]);
    const found = byOwner(many);
    expect([found.groups.length, found.total, found.test?.df]).toEqual([20, 300, 19]);
  });
});
