import { describe, expect, it } from 'vitest';
import type { Deals } from '../../../src/model/deals.js';
import { check } from '../../../src/quality/check.js';
import type { CustomRules } from '../../../src/quality/custom/definition.js';
import { makeRules } from '../../../src/quality/custom/make.js';
import { day, dealsOf } from '../../support/deals.js';
import { tableOf } from '../../support/expressions.js';

const DEALS = dealsOf(`
  id outcome amount currency created_at closed_at  owner
  D1 won     10     EUR      2024-01-01 2024-01-11 Sara
  D2 lost    20     EUR      2024-01-02 2024-01-22 Omid
  D3 open    .      .        2024-01-03 .          Sara
  D4 won     30     EUR      2024-01-04 2024-02-03 Sara
  D5 won     100    EUR      2024-01-05 2024-01-15 .`);

/** Every demand with its outcome and messages. */
function told(expect: CustomRules['expect'], deals: Deals = DEALS): string[] {
  const { rules, settings } = makeRules({ expect }, { ...tableOf(deals), deals });
  const { results } = check(rules, { deals, ambiguous: [], asOf: day('2024-12-31'), settings });
  return results.map((result) =>
    [
      `${result.outcome} ${result.violations}/${result.applicable}`,
      ...result.describe().map(({ message }) => message.en),
    ].join(' | '),
  );
}

describe('a figure of many records', () => {
  // Amounts 10, 20, 30, 100: sum 160, mean 40, median 25, sd = sqrt((900 + 400 + 100 + 3600) / 3) = 40.82; the 90th
  // percentile lies at 0.9 × 3 = 2.7: 30 + 0.7 × 70 = 79.
  it.each([
    ['sum(amount) = 160', 'pass 0/1'],
    ['avg(amount) between 40 and 40', 'pass 0/1'],
    ['average(amount) > 40', 'fail 1/1 | average(amount) is 40; expected average(amount) > 40'],
    ['median(amount) = 25 and min(amount) = 10 and max(amount) = 100', 'pass 0/1'],
    ['stddev(amount) between 40.82 and 40.83', 'pass 0/1'],
    [
      'percentile(amount, 90) between 78.99 and 79.01 and p90(amount) > 78.99 and percentile(amount, 0.9) < 79.01',
      'pass 0/1',
    ],
    ['count() = 5 and count(*) = 5 and count(amount) = 4 and count(owner) = 4', 'pass 0/1'],
    ['count(outcome = won) = 3 and distinct(owner) = 2', 'pass 0/1'],
    // Of five deals three are won; of four amounts one is over 50.
    ['share(outcome = won) = 60%', 'pass 0/1'],
    ['share(amount > 50) = 25%', 'pass 0/1'],
    ['share(outcome = won where owner = Sara) between 60% and 70%', 'pass 0/1'],
    [
      'sum(amount where outcome = won) / count(outcome = won) > 50',
      'fail 1/1 | sum(amount where outcome = won) is 140, count(outcome = won) is 3; expected sum(amount where outcome = won) / count(outcome = won) > 50',
    ],
    // Cycles of 10, 20, 30 and 10 days.
    ['avg(closed_at - created_at) = 17.5', 'pass 0/1'],
    ['max(created_at) <= 2024-01-05 and min(created_at) >= 2024-01-01', 'pass 0/1'],
    ['max(created_at) < 2024-01-05', 'fail 1/1 | max(created_at) is 2024-01-05; expected max(created_at) < 2024-01-05'],
    ['avg(amount) < 50 EUR', 'pass 0/1'],
    ['avg(amount) not between 30 and 50', 'fail 1/1 | avg(amount) is 40; expected avg(amount) not between 30 and 50'],
  ])('%s: %s', (demand, expected) => {
    expect(told([demand])).toEqual([expected]);
  });

  it('is judged by group, and says nothing where a group has none', () => {
    // Sara: mean of 10 and 30. A deal without an owner is a group of its own.
    expect(told([{ check: 'avg(amount) between 15 and 50', by: 'owner' }])).toEqual([
      'fail 1/3 | owner = (blank): avg(amount) is 100; expected avg(amount) between 15 and 50',
    ]);
    expect(told([{ check: 'avg(amount) > 50', by: ['owner', 'outcome'], where: 'outcome != lost' }])).toEqual([
      'fail 1/2 | owner = Sara, outcome = won: avg(amount) is 20; expected avg(amount) > 50',
    ]);
  });

  it('may stand with its options behind it, and with control totals', () => {
    expect(told(['avg(amount) between 15 and 50', { by: 'owner' }, 'count() > 9', { records: 5 }])).toEqual([
      'fail 1/3 | owner = (blank): avg(amount) is 100; expected avg(amount) between 15 and 50',
      'fail 1/1 | count() is 5; expected count() > 9',
      'pass 0/1',
    ]);
  });

  it('has limits and a sentence of its own', () => {
    const check = { check: 'avg(amount) < 15', by: 'owner', warn: 1, fail: '99%', message: '{column} has {value}' };
    // Sara 20, Omid 20, none 100: three of three are above.
    expect(told([check])).toEqual(['fail 3/3 | owner = Sara has 20 | owner = Omid has 20 | owner = (blank) has 100']);
  });

  it('is none where amounts are in several currencies', () => {
    const mixed = dealsOf('id outcome amount currency\nD1 won 5 EUR\nD2 won 7 USD\nD3 won 9 USD');
    expect(told(['avg(amount) > 100'], mixed)).toEqual(['skipped 0/0']);
    expect(told([{ check: 'avg(amount) > 6', by: 'currency' }], mixed)).toEqual([
      'fail 1/2 | currency = EUR: avg(amount) is 5; expected avg(amount) > 6',
    ]);
  });

  it('fails where no file has the column', () => {
    expect(told(['avg(Score) > 5'])).toEqual(['fail 1/1 | no file has a column for Score']);
    expect(told([{ check: 'count() > 5', by: 'Team', optional: true }])).toEqual(['skipped 0/0']);
  });
});
