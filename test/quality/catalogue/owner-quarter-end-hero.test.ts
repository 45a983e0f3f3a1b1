import { describe, expect, it } from 'vitest';
import { ownerQuarterEndHero } from '../../../src/quality/catalogue/owner-quarter-end-hero.js';
import { runRule } from '../../support/rules.js';

describe('owner.quarter_end_hero', () => {
  const wins = (owner: string, early: number, late: number) =>
    [
      ...Array.from({ length: early }, (_, n) => `${owner}e${n} won ${owner} 100 2024-01-05 2024-03-30`),
      ...Array.from({ length: late }, (_, n) => `${owner}l${n} won ${owner} 100 2024-03-25 2024-03-31`),
    ].join('\n');
  const table = (...parts: string[]) => ['id outcome owner amount created_at closed_at', ...parts].join('\n');

  it('rejects more than 40 % of the amount created and closed in the last seven days of a quarter', () => {
    const result = runRule(ownerQuarterEndHero, table(wins('Sara', 5, 5), wins('Omid', 6, 4), wins('Lina', 0, 9)));
    expect([result.violations, result.applicable]).toEqual([1, 2]);
    expect(result.describe()[0]?.message.en).toBe(
      '50 % of what Sara won (10 deals) was created and closed in the last 7 days of a quarter: a pattern, not a proof',
    );
  });

  it('accepts deals created on the eighth-last day, and those closed on another', () => {
    const day8 = Array.from({ length: 10 }, (_, n) => `D${n} won Sara 100 2024-03-24 2024-03-31`).join('\n');
    const april = Array.from({ length: 10 }, (_, n) => `E${n} won Omid 100 2024-03-28 2024-04-02`).join('\n');
    const december = Array.from({ length: 10 }, (_, n) => `F${n} won Lina 100 2024-12-25 2024-12-31`).join('\n');
    const found = runRule(ownerQuarterEndHero, table(day8, april, december)).describe();
    expect(found.map(({ value }) => value)).toEqual(['Lina']);
  });

  it('knows the last days of each quarter, in leap years and others', () => {
    const rows = (owner: string, created: string, closed: string) =>
      Array.from({ length: 10 }, (_, n) => `${owner}${n} won ${owner} 100 ${created} ${closed}`).join('\n');
    const late = ['2023-03-31', '2023-06-30', '2024-09-30', '2024-12-25', '2031-03-25', '2032-02-29'];
    const parts = late.map((closed, at) => rows(`O${at}`, closed, closed));
    const found = runRule(ownerQuarterEndHero, table(...parts)).describe();
    expect(found.map(({ value }) => value)).toEqual(['O0', 'O1', 'O2', 'O3', 'O4']);
  });
});
