import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { rules as catalogue } from '../../src/quality/catalogue/index.js';
import { check } from '../../src/quality/check.js';
import { fixList, type Repair } from '../../src/report/fix-list.js';
import { day, dealsOf } from '../support/deals.js';

const CHOSEN = ['deal.won_without_amount', 'deal.owner_missing', 'deal.close_before_create', 'deal.same_day_close'];

function repairsOf(table: string, lang: 'en' | 'fa' = 'en'): readonly Repair[] {
  const deals = dealsOf(table);
  const rules = catalogue.filter(({ id }) => CHOSEN.includes(id));
  const result = check(rules, { deals, ambiguous: [], asOf: day('2025-01-01') });
  return [...fixList({ deals } as Dataset, result, lang)];
}

const TABLE = `id  outcome amount currency owner name  created_at closed_at
D1 won  100  EUR .    Alpha 2024-01-01 2024-02-01
D2 won  .    EUR .    Beta  2024-01-01 2024-02-01
D3 lost 900  EUR Sara Gamma 2024-03-01 2024-02-01
D4 won  5000 USD .    Delta 2024-01-01 2024-02-01
D5 won  7    EUR Sara Eps   2024-01-01 2024-02-01
D6 won  100  EUR .    Zeta  2024-02-01 2024-01-01
D7 won  50   EUR Sara Eta   2024-02-01 2024-02-01`;

describe('the list of repairs', () => {
  const repairs = repairsOf(TABLE);

  it('has a row per record with an error or a warning, the most money first within a currency', () => {
    // EUR has four records, USD one. D5 is in order; D7 was closed on the day it was created, which is a hint only.
    expect(repairs.map(({ id, amount }) => [id, amount])).toEqual([
      ['D3', 900],
      ['D1', 100],
      ['D6', 100],
      ['D2', null],
      ['D4', 5000],
    ]);
  });

  it('says of each what is wrong and how to repair it, the worst first', () => {
    const both = repairs.find(({ id }) => id === 'D2');
    expect(both).toMatchObject({
      severity: 'error',
      owner: null,
      name: 'Beta',
      file: 'deals.csv',
      row: 3,
      rules: ['deal.won_without_amount', 'deal.owner_missing'],
    });
    expect(both?.problems).toHaveLength(2);
    expect(both?.repairs).toHaveLength(2);
    expect(repairs.find(({ id }) => id === 'D4')).toMatchObject({ severity: 'warn', rules: ['deal.owner_missing'] });
  });

  it('speaks the language asked for', () => {
    for (const { problems, repairs: chores } of repairsOf(TABLE, 'fa')) {
      for (const sentence of [...problems, ...chores]) expect(sentence).toMatch(/[\u0600-\u06ff]/);
    }
  });

  it('is empty where nothing is wrong', () => {
    expect(repairsOf('id outcome amount owner\nD1 won 5 Sara')).toEqual([]);
  });
});
