import { describe, expect, it } from 'vitest';
import { bothSides, successes, tallies } from '../../../src/analysis/why/tally.js';
import { categoryColumn } from '../../../src/model/column.js';

const column = categoryColumn(['Ann', 'Bob', '', 'Ann', 'Ann']);

describe('the tallies of groups', () => {
  it('count records and add up what they are worth, an empty cell being a group', () => {
    const amounts = [10, 20, 30, 40, 50];
    const rows = Uint32Array.from([0, 1, 2, 3]);
    const found = tallies(column, { rows, worth: (_, row) => amounts[row] as number });
    expect(Object.fromEntries(found)).toEqual({
      Ann: { size: 2, total: 50 },
      Bob: { size: 1, total: 20 },
      '': { size: 1, total: 30 },
    });
  });

  it('lose nothing to binary fractions', () => {
    const rows = Uint32Array.from([0, 3, 4]);
    const amounts = [1e15, 0, 0, 0.25, -1e15];
    const found = tallies(column, { rows, worth: (_, row) => amounts[row] as number });
    expect(found.get('Ann')?.total).toBe(0.25);
  });

  it('count the successes among records, as often as they are asked', () => {
    const won = successes(Uint32Array.from([0, 1, 3, 4]), Uint32Array.from([1, 4]));
    for (let time = 0; time < 2; time++) {
      expect(tallies(column, won).get('Ann')).toEqual({ size: 3, total: 1 });
      expect(tallies(column, won).get('Bob')).toEqual({ size: 1, total: 1 });
    }
  });
});

describe('both sides', () => {
  it('have every group of either, by name', () => {
    const before = new Map([['b', { size: 1, total: 2 }]]);
    const after = new Map([['a', { size: 3, total: 4 }]]);
    expect(bothSides(before, after)).toEqual([
      { key: 'a', before: { size: 0, total: 0 }, after: { size: 3, total: 4 } },
      { key: 'b', before: { size: 1, total: 2 }, after: { size: 0, total: 0 } },
    ]);
  });
});
