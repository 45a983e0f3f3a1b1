import { describe, expect, it } from 'vitest';
import { factsOf, NEVER } from '../../../src/analysis/forecast/facts.js';
import { day, dealsOf } from '../../support/deals.js';

const FIRST = day('2020-01-01');

describe('factsOf', () => {
  const deals = dealsOf(`
    id outcome  created_at closed_at  amount
    A  won      2024-02-01 2024-02-11 100
    B  open     2024-01-05 .          .
    C  lost     2024-01-05 2024-01-25 50
    D  won      .          2024-03-01 70
    E  won      2024-05-01 2024-04-01 80
    F  won      2024-01-01 .          90
    G  open     .          .          10
    H  lost     2024-03-01 .          .
    I  excluded 2024-01-01 2024-01-02 1
    J  won      1924-01-01 2024-06-01 5`);
  const facts = factsOf(deals.all(), FIRST);
  const told = Array.from(facts.row, (row, at) => [
    'ABCDEFGHIJ'[row],
    facts.created[at],
    facts.closed[at],
    facts.won[at],
  ]);

  it('takes deals without a creation before their closing for created on it, and a typing error for no date', () => {
    expect(told).toEqual([
      ['C', day('2024-01-05'), day('2024-01-25'), 0],
      ['B', day('2024-01-05'), NEVER, 0],
      ['A', day('2024-02-01'), day('2024-02-11'), 1],
      ['D', day('2024-03-01'), day('2024-03-01'), 1],
      // H is lost without a date: at 20 days, the age at which the only dated loss came.
      ['H', day('2024-03-01'), day('2024-03-21'), 0],
      ['E', day('2024-04-01'), day('2024-04-01'), 1],
      ['J', day('2024-06-01'), day('2024-06-01'), 1],
    ]);
    expect([facts.createdAtClosing, facts.undatedLost]).toEqual([3, 1]);
  });

  it('sets aside open deals of unknown age, and wins of no known month', () => {
    expect([[...facts.undatedOpen], [...facts.undatedWon]]).toEqual([[6], [5]]);
  });

  it('loses at the usual age of wins where no loss is dated, and knows nothing where nothing is', () => {
    const undated = dealsOf(`
      outcome created_at closed_at  amount
      won     2024-02-01 2024-02-11 100
      lost    2024-03-01 .          .`);
    expect(factsOf(undated.all(), FIRST).closed[1]).toBe(day('2024-03-11'));
    const unknown = dealsOf(`
      outcome created_at closed_at amount
      lost    2024-03-01 .         .`);
    expect(factsOf(unknown.all(), FIRST).size).toBe(0);
  });
});
