import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression, compileExpression } from '../../src/expression/compile.js';
import type { Condition } from '../../src/expression/definition.js';
import type { Test } from '../../src/expression/truth.js';
import { dealsOf } from '../support/deals.js';
import { conditions, found, tableOf, truths } from '../support/expressions.js';

const DEALS = dealsOf(`
  id owner stage     outcome amount currency probability created_at closed_at  is_won Region Discount Renewal    Contract
  D1 Sara  Won       won     5000   EUR      1           2024-01-05 2024-02-10 yes    North  10%      31/01/2025 0012
  D2 Omid  Lost      lost    12000  USD      0           2024-02-01 2024-05-01 no     South  .        05/02/2025 12
  D3 .     Proposal  open    .      EUR      0.4         2024-09-02 .          .      .      25%      .          .
  D4 سارا  Proposal  open    800    .        .           .          .          no     NORTH  n/a      soon       A-7`);

const of = (condition: string): string => found(condition, DEALS);

describe('a condition', () => {
  it('is true, false, or unknown where a cell is empty', () => {
    expect(of('amount > 1000')).toBe('D1 D2 ?D3');
    expect(of('amount <= 5000')).toBe('D1 ?D3 D4');
    expect(of('owner = Sara')).toBe('D1 ?D3');
    expect(of('owner != Sara')).toBe('D2 ?D3 D4');
    expect(of('closed_at >= 2024-05-01')).toBe('D2 ?D3 ?D4');
    expect(of('is_won')).toBe('D1 ?D3');
    expect(of('is_won = no')).toBe('D2 ?D3 D4');
  });

  it('says of an empty cell that it is empty, and is never unknown about that', () => {
    expect(of('amount is empty')).toBe('D3');
    expect(of('owner is not empty')).toBe('D1 D2 D4');
    expect(of('closed_at is empty')).toBe('D3 D4');
    expect(of('is_won is null')).toBe('D3');
    expect(of('Region is empty or probability is empty')).toBe('D3 D4');
  });

  it('joins by the rules of Kleene: what is unknown decides only where the rest does not', () => {
    expect(of('amount > 1000 and outcome = open')).toBe('?D3');
    expect(of('amount > 1000 or outcome = open')).toBe('D1 D2 D3 D4');
    expect(of('not amount > 1000')).toBe('?D3 D4');
    expect(of('amount > 100 and owner = Omid')).toBe('D2 ?D3');
  });

  it('compares texts without regard to case, spaces, and the two kinds of ye, kaf and digits', () => {
    expect(of('Region = north')).toBe('D1 ?D3 D4');
    const persian = dealsOf('id owner    stage\nD1 علي_كريمي ۱۲\nD2 رضا 12\nD3 على 13');
    expect(found("owner = 'علی کریمی'", persian)).toBe('D1');
    expect(found('owner = علی', persian)).toBe('D3');
    expect(found('stage = ۱۲', persian)).toBe('D1 D2');
    expect(found("owner contains 'کریم'", persian)).toBe('D1');
    expect(found("owner matches '^عل[یي]'", persian)).toBe('D1 D3');
  });

  it('takes lists, parts of texts and patterns', () => {
    expect(of('stage in (Won, lost)')).toBe('D1 D2');
    expect(of('stage not in (Won, Lost)')).toBe('D3 D4');
    expect(of('owner not in (Sara)')).toBe('D2 ?D3 D4');
    expect(of('stage contains pos')).toBe('D3 D4');
    expect(of("Contract matches '^\\d+$'")).toBe('D1 D2 ?D3');
    expect(of("Contract not matches '^\\d+$'")).toBe('?D3 D4');
    expect(of('amount in (800, 5000)')).toBe('D1 ?D3 D4');
  });

  it('reads a column as what it is compared with', () => {
    expect(of('Discount > 20%')).toBe('?D2 D3 ?D4');
    expect(of('Discount = 10%')).toBe('D1 ?D2');
    expect(of('Renewal > 2025-02-01')).toBe('D2 ?D3 ?D4');
    expect(of('Renewal in 2025-01')).toBe('D1 ?D3 ?D4');
    expect(of('[Renewal] - created_at < 380 days')).toBe('D2 ?D3 ?D4');
    expect(of('Contract = 12')).toBe('D1 D2 ?D3');
    expect(of('Contract = 0012')).toBe('D1 D2 ?D3');
    expect(of("Contract = '0012'")).toBe('D1 ?D3');
    expect(of('Contract > 5')).toBe('D1 D2 ?D3 ?D4');
  });

  it('counts days and months', () => {
    // 2024-01-05 to 2024-02-10 is 36 days, 2024-02-01 to 2024-05-01 is 90 (a leap year).
    expect(of('closed_at - created_at > 36')).toBe('D2 ?D3 ?D4');
    expect(of('closed_at - created_at >= 36 days')).toBe('D1 D2 ?D3 ?D4');
    expect(of('closed_at >= created_at + 3 months')).toBe('D2 ?D3 ?D4');
    // A year before 2024-12-31, and five days later: 2024-01-05.
    expect(of('created_at < as_of - 1 year + 5 days')).toBe('?D4');
    expect(of('created_at <= as_of - 1 year + 5 days')).toBe('D1 ?D4');
    expect(of('created_at < today - 44 weeks')).toBe('D1 D2 ?D4');
  });

  it('compares a day with a period: in it, before it, after it', () => {
    expect(of('created_at in 2024-Q1')).toBe('D1 D2 ?D4');
    expect(of('created_at = 2024-01')).toBe('D1 ?D4');
    expect(of('created_at > 2024-01')).toBe('D2 D3 ?D4');
    expect(of('created_at <= 2024-02')).toBe('D1 D2 ?D4');
    expect(of('created_at < 2024-02')).toBe('D1 ?D4');
    expect(of('created_at >= 2024')).toBe('D1 D2 D3 ?D4');
    expect(of('created_at in last-year')).toBe('D1 D2 D3 ?D4');
    // 1403 began on 2024-03-20.
    expect(of('created_at in 1403')).toBe('D3 ?D4');
    expect(of("created_at >= '2024-02-01'")).toBe('D2 D3 ?D4');
  });

  it('compares money with a currency only with amounts in that currency', () => {
    expect(of('amount > 1000 EUR')).toBe('D1 ?D2 ?D3 ?D4');
    expect(of('amount >= $12k')).toBe('?D1 D2 ?D3 ?D4');
    const rials = dealsOf('id amount currency\nD1 50000000 IRR\nD2 49999999 IRR\nD3 5000000 IRT');
    expect(found('amount >= 5 million toman', rials)).toBe('D1 D3');
    expect(() => found('amount > 5 EUR', dealsOf('id amount\nD1 7'))).toThrow('invalid_expression');
  });

  it('does arithmetic on amounts, and knows nothing of a division by 0', () => {
    expect(of('amount * probability >= 5000')).toBe('D1 ?D3 ?D4');
    expect(of('amount / probability > 1')).toBe('D1 ?D2 ?D3 ?D4');
    expect(of('-amount + 2 * 1000 < 0')).toBe('D1 D2 ?D3');
    expect(of('5000 <= amount')).toBe('D1 D2 ?D3');
  });

  it('compares fields with one another', () => {
    const deals = dealsOf('id owner Team source\nD1 Ana ana web\nD2 Bo Ana web\nD3 . Ana web');
    expect(found('owner = [Team]', deals)).toBe('D1 ?D3');
    expect(found('owner != [Team]', deals)).toBe('D2 ?D3');
  });

  it('says yes and no to outcomes by their names', () => {
    expect(of('outcome in (won, lost)')).toBe('D1 D2');
    expect(of('outcome != open')).toBe('D1 D2');
  });

  it('looks the same whether a column holds few texts or many', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `D${at} name_${at}`);
    const many = dealsOf(`id name\n${lines.join('\n')}`);
    expect(many.column('name').kind).toBe('plain');
    expect(found("name = 'name 777'", many)).toBe('D777');
    expect(found('id > 5', many).split(' ')[0]).toBe('?D0');
  });
});

describe('the logic of conditions', () => {
  const test = (condition: Condition): Test => compileExpression({ source: '', place: '', condition }, tableOf(DEALS));
  const all = (condition: Condition): number[] => [0, 1, 2, 3].map(test(condition));
  const span = { at: 0, end: 0 };
  const not = (of: Condition): Condition => ({ kind: 'not', of, ...span });
  const join = (kind: 'and' | 'or', ...parts: Condition[]): Condition => ({ kind, parts, ...span });
  /** Conditions that can be asked: a column is not compared by size with a column, for nothing says what they hold. */
  const asked = conditions.filter((condition) => {
    try {
      checkExpression({ source: '', place: '', condition });
      return true;
    } catch {
      return false;
    }
  });
  const two = fc.tuple(asked, asked);

  it('obeys De Morgan, double negation, commutation and absorption with three values', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(all(not(join('and', a, b)))).toEqual(all(join('or', not(a), not(b))));
        expect(all(not(join('or', a, b)))).toEqual(all(join('and', not(a), not(b))));
        expect(all(not(not(a)))).toEqual(all(a));
        expect(all(join('and', a, b))).toEqual(all(join('and', b, a)));
        expect(all(join('or', a, join('and', a, b)))).toEqual(all(a));
      }),
    );
  });

  it('never holds a condition and its contrary for true of one deal', () => {
    fc.assert(
      fc.property(asked, (condition) => {
        const [yes, no] = [all(condition), all(not(condition))];
        expect(yes.map((truth, row) => truth + (no[row] ?? 0))).toEqual([2, 2, 2, 2]);
      }),
    );
  });

  it('is one of three values for every deal', () => {
    expect(new Set(truths('amount > 1000', DEALS))).toEqual(new Set([0, 1, 2]));
  });
});
