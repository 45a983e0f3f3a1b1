import { describe, expect, it } from 'vitest';
import { ownAmounts, wonAmounts } from '../../../src/analysis/forecast/amounts.js';
import { type Facts, factsOf } from '../../../src/analysis/forecast/facts.js';
import { day, dealsOf } from '../../support/deals.js';

const T = day('2024-06-30');
const factsWith = (...lines: readonly string[]): Facts =>
  factsOf(dealsOf(['outcome created_at closed_at amount', ...lines].join('\n')).all(), day('2015-01-01'));
const many = (n: number, line: string): string[] => Array.from({ length: n }, () => line);

describe('wonAmounts', () => {
  it('is what a win brings, one without an amount nothing', () => {
    // 600 over four wins, three of them priced: mean 200, variance (100² + 0 + 100²) / 2.
    const facts = factsWith(
      ...['100', '200', '300', '.'].map((amount) => `won 2024-01-01 2024-02-01 ${amount}`),
      'lost 2024-01-01 2024-02-01 9000',
      'won 2024-01-01 2024-07-01 9000',
    );
    expect(wonAmounts(facts, T)).toMatchObject({ perWin: 150, priced: 0.75, mean: 200, variance: 10_000 });
  });

  it('is that of the last year, where 30 wins of it have an amount', () => {
    const old = many(40, 'won 2022-01-01 2022-02-01 1000');
    const recent = 'won 2024-01-01 2024-02-01 100';
    expect(wonAmounts(factsWith(...old, ...many(30, recent)), T).mean).toBe(100);
    // (40·1000 + 20·100) / 60
    expect(wonAmounts(factsWith(...old, ...many(20, recent)), T).mean).toBe(700);
  });

  it('is nothing where no win has an amount', () => {
    expect(wonAmounts(factsWith('won 2024-01-01 2024-02-01 .'), T)).toMatchObject({
      perWin: 0,
      priced: 0,
      worth: null,
    });
  });
});

describe('ownAmounts', () => {
  const kinds = (won: string, lost: string, open: string): boolean =>
    ownAmounts(
      factsWith(
        ...many(10, `won 2024-01-01 2024-02-01 ${won}`),
        ...many(10, `lost 2024-01-01 2024-02-01 ${lost}`),
        ...many(10, `open 2024-01-01 . ${open}`),
      ),
      T,
    );

  it('counts amounts that won, lost and open deals have alike', () => {
    expect(kinds('5', '5', '5')).toBe(true);
    expect([kinds('5', '.', '5'), kinds('5', '0', '5'), kinds('5', '5', '.')]).toEqual([false, false, false]);
  });
});
