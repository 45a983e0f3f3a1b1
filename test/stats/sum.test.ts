import { describe, expect, it } from 'vitest';
import { addTo, countBy, sum, sumRows, sumsBy, sumsByRow } from '../../src/stats/sum.js';

describe('sum', () => {
  it('keeps what a plain loop loses: 1 + 1e100 + 1 − 1e100 is 2 (Neumaier 1974)', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  it('does not drift: ten million dimes are exactly a million', () => {
    expect(sum(new Float64Array(10_000_000).fill(0.1))).toBe(1_000_000);
  });

  it('is 0 over nothing', () => {
    expect(sum([])).toBe(0);
  });
});

describe('sumRows', () => {
  it('adds only the given rows, compensated', () => {
    const column = Float64Array.from([1, 50, 1e100, 1, Number.NaN, -1e100]);
    expect(sumRows(column, Uint32Array.from([0, 2, 3, 5]))).toBe(2);
    expect(sumRows(column, new Uint32Array(0))).toBe(0);
  });
});

describe('sumsBy and countBy', () => {
  it('add up each slot by itself, compensated, and leave nothing for one that no value is in', () => {
    const values = Float64Array.from([1, 5, 1e100, 1, -1e100, 7]);
    const slots = Uint32Array.from([0, 1, 0, 0, 0, 1]);
    expect([...sumsBy(values, slots, 3)]).toEqual([2, 12, 0]);
    expect([...countBy(slots, 3)]).toEqual([4, 2, 0]);
  });

  it('are of no length where there is no slot', () => {
    expect(sumsBy(new Float64Array(0), new Uint32Array(0), 0)).toHaveLength(0);
    expect(countBy(new Uint32Array(0), 0)).toHaveLength(0);
  });
});

describe('addTo', () => {
  it('compensates each slot by itself', () => {
    const [sums, lost] = [new Float64Array(2), new Float64Array(2)];
    for (const value of [1, 1e100, 1, -1e100]) addTo(sums, lost, 0, value);
    addTo(sums, lost, 1, 5);
    expect((sums[0] ?? 0) + (lost[0] ?? 0)).toBe(2);
    expect((sums[1] ?? 0) + (lost[1] ?? 0)).toBe(5);
  });
});

it('sums by row take each value and its slot from its row, for slots of any width', () => {
  // Rows 1 and 5 are not asked for; slot 2 has none.
  const column = Float64Array.of(1, Number.NaN, 1e100, 5, 1, Number.NaN, -1e100);
  const rows = Uint32Array.of(0, 2, 3, 4, 6);
  for (const Slots of [Uint8Array, Uint16Array, Uint32Array]) {
    const slots = Slots.from([1, 2, 1, 0, 1, 2, 1]);
    const { sums, counts } = sumsByRow(column, rows, slots, 3);
    expect([[...sums], [...counts]]).toEqual([
      [5, 2, 0],
      [1, 4, 0],
    ]);
  }
});
