import { describe, expect, it } from 'vitest';
import { sumPart } from '../../../src/analysis/why/sums.js';
import type { Tallies } from '../../../src/analysis/why/tally.js';

const side = (totals: Record<string, number>): Tallies =>
  new Map(Object.entries(totals).map(([key, total]) => [key, { size: 1, total }]));

describe('a sum by groups', () => {
  it('has the largest effect first, whichever way it goes', () => {
    const part = sumPart('owner', side({ Ann: 100, Bob: 50 }), side({ Ann: 90, Cleo: 30 }));
    expect(part?.groups).toEqual([
      { key: 'Bob', groups: 1, before: 50, after: 0, effect: -50 },
      { key: 'Cleo', groups: 1, before: 0, after: 30, effect: 30 },
      { key: 'Ann', groups: 1, before: 100, after: 90, effect: -10 },
    ]);
  });

  it('names ten and adds up the others', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`G${i + 1}`, i + 1]));
    const part = sumPart('owner', side({}), side(many));
    expect(part?.groups.slice(0, 10).map(({ key }) => key)).toEqual([
      'G14',
      'G13',
      'G12',
      'G11',
      'G10',
      'G9',
      'G8',
      'G7',
      'G6',
      'G5',
    ]);
    // 1 + 2 + 3 + 4
    expect(part?.groups.at(-1)).toEqual({ key: null, groups: 4, before: 0, after: 10, effect: 10 });
  });

  it('is none of one group', () => {
    expect(sumPart('owner', side({ Ann: 1 }), side({ Ann: 2 }))).toBeNull();
  });
});
