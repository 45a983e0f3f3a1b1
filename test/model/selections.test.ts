import { describe, expect, it } from 'vitest';
import { IN_ORDER, NO_CREDIT } from '../../src/model/deal-classes.js';
import type { Deals } from '../../src/model/deals.js';
import type { Population } from '../../src/model/population.js';
import { byAmount, byDate, byOutcome, byProbability, closedDeals, splitByCode } from '../../src/model/selections.js';
import { dealsOf } from '../support/deals.js';

const deals: Deals = dealsOf(`id outcome created_at closed_at  amount
                              D1 won     2024-01-05 2024-02-10 500
                              D2 open    2024-02-01 .          .
                              D3 lost    2024-03-01 2024-02-10 -20
                              D4 won     .          2024-02-10 0`);
const all = deals.all();
const rows = (population: Population<never> | undefined): number[] => [...(population?.rows ?? [])];

describe('selections', () => {
  it('are the deals of each outcome', () => {
    expect(byOutcome(all).map(rows)).toEqual([[1], [0, 3], [2], []]);
  });

  it('are the closed deals, whose won and lost ones are those of all', () => {
    const closed = closedDeals(all);
    expect(rows(closed)).toEqual([0, 2, 3]);
    expect(byOutcome(closed).map(rows)).toEqual([[], [0, 3], [2], []]);
    expect(byOutcome(closed)[1]).toBe(byOutcome(all)[1]);
    const won = byOutcome(all)[1] as typeof all;
    expect(closedDeals(won)).toBe(won);
  });

  it('part the priced from the others; an amount of 0 is one', () => {
    expect(byAmount(all).map(rows)).toEqual([[0, 2, 3], [1]]);
  });

  it('part the credits from the others; a missing amount is none', () => {
    expect(NO_CREDIT.map((trait) => rows(all.having(trait)))).toEqual([[0, 1, 3], [2]]);
  });

  it('part the dated from the others, ascending', () => {
    expect(byDate('closed_at')(all).map(rows)).toEqual([[0, 2, 3], [1]]);
    expect(byDate('created_at')(all).map(rows)).toEqual([[0, 1, 2], [3]]);
  });

  it('part those with a probability from the others; 0 is one', () => {
    const some = dealsOf('id probability\nA 0.5\nB .\nC 0').all();
    expect(byProbability(some).map(rows)).toEqual([[0, 2], [1]]);
  });

  it('part deals with both dates in order from all others', () => {
    expect(IN_ORDER.map((trait) => rows(all.having(trait)))).toEqual([[0], [1, 2, 3]]);
  });

  it('are found once, and the population itself where all of it passes', () => {
    expect(byAmount(all)).toBe(byAmount(all));
    const priced = byAmount(all)[0];
    expect(byAmount(priced)[0]).toBe(priced);
    expect(rows(byAmount(priced)[1])).toEqual([]);
    const none = byAmount(all)[1];
    expect(byAmount(none)[0].size).toBe(0);
    expect(byAmount(none)[1]).toBe(none);
  });
});

describe('splitByCode', () => {
  it('splits by bytes and by words alike, leaving no part out', () => {
    const codes = [2, 0, 2, 1];
    expect(splitByCode(all, Uint8Array.from(codes), 4).map(rows)).toEqual([[1], [3], [0, 2], []]);
    expect(splitByCode(all, Uint32Array.from(codes), 4).map(rows)).toEqual([[1], [3], [0, 2], []]);
    expect(splitByCode(all, new Uint8Array(4), 2)[0]).toBe(all);
    expect(splitByCode(all.select(new Uint32Array(0)), new Uint8Array(4), 2).map(rows)).toEqual([[], []]);
  });
});

describe('a test that selects while it is asked', () => {
  it('does not disturb the selection that asks it', () => {
    const inner: number[][] = [];
    const kept = all.where((row) => {
      inner.push(rows(all.where((other) => other !== row)));
      return row > 0;
    });
    expect(rows(kept)).toEqual([1, 2, 3]);
    expect(inner[0]).toEqual([1, 2, 3]);
  });
});
