import { describe, expect, it } from 'vitest';
import { numberAt, numbersIn, spreadNumbers } from '../../src/model/column.js';

const NONE = Number.NaN;
const COLUMN = Float64Array.of(0.5, NONE, 0, 0.5, 1);
const CODED = { codes: Uint8Array.of(2, 0, 3, 2, 1), numbers: Float64Array.of(NONE, 1, 0.5, 0) };

describe('a column of numbers of which few differ', () => {
  it('has the number of each row', () => {
    expect([0, 1, 2, 3, 4].map(numbersIn(CODED))).toEqual([0.5, NONE, 0, 0.5, 1]);
    expect([0, 1, 2, 3, 4].map(numbersIn(COLUMN))).toEqual([0.5, NONE, 0, 0.5, 1]);
  });

  it('tells a missing number from 0', () => {
    expect([0, 1, 2, 3, 4].map((row) => numberAt(CODED, row))).toEqual([0.5, null, 0, 0.5, 1]);
    expect([0, 1, 2, 3, 4].map((row) => numberAt(COLUMN, row))).toEqual([0.5, null, 0, 0.5, 1]);
  });

  it('is spread where all numbers are needed; one that is spread is itself', () => {
    expect(spreadNumbers(CODED)).toEqual(COLUMN);
    expect(spreadNumbers(COLUMN)).toBe(COLUMN);
  });
});
