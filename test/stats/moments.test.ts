import { expect, test } from 'vitest';
import { moments, momentsAbout, spreadsBy, spreadsByRow } from '../../src/stats/moments.js';
import { sumsByRow } from '../../src/stats/sum.js';

test('moments of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample variance 32/7', () => {
  const { n, mean, sd } = moments([2, 4, 4, 4, 5, 5, 7, 9]);
  expect([n, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 14);
});

test('the spread of large close values survives: 1e9 + (4, 7, 13, 16) has variance 30 (NIST, Chan and others 1983)', () => {
  expect(moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sd).toBeCloseTo(Math.sqrt(30), 9);
});

test('values that come in pieces have the spread of all, few or many', () => {
  // 1, 2 and 9 again and again: mean 4, and of every three 9 + 4 + 25 squares. Two thousands of them are the program's.
  for (const times of [4, 7_000]) {
    const n = 3 * times;
    const each = (take: (piece: Float64Array) => void) => {
      for (let at = 0; at < times; at += 2) take(Float64Array.of(1, 2, 9, 9, 2, 1));
    };
    expect(momentsAbout({ length: n, each }, 4).sd).toBeCloseTo(Math.sqrt((38 * times) / (n - 1)), 12);
  }
});

test('one value has a mean and no spread; none has neither', () => {
  expect(moments([3])).toEqual({ n: 1, mean: 3, sd: null });
  expect(() => moments([])).toThrow(RangeError);
});

test('spreads by row are those of the values of each slot', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9 in slot 0; 1e9 + (4, 7, 13, 16) in slot 2; 3 alone in slot 1: in turns, on every second row.
  const values = Float64Array.of(2, 1e9 + 4, 4, 3, 4, 1e9 + 7, 4, 5, 1e9 + 13, 5, 7, 1e9 + 16, 9);
  const own = [0, 2, 0, 1, 0, 2, 0, 0, 2, 0, 0, 2, 0];
  const rows = Uint32Array.from(own, (_, at) => 2 * at);
  const column = Float64Array.from({ length: 26 }, (_, row) =>
    row % 2 === 0 ? (values[row / 2] as number) : Number.NaN,
  );
  const slots = Uint8Array.from({ length: 26 }, (_, row) => (row % 2 === 0 ? (own[row / 2] as number) : 1));
  const known = sumsByRow(column, rows, slots, 3);
  const [first, single, close] = spreadsByRow(column, rows, slots, known);
  // Piece by piece, whatever the pieces.
  for (const length of [1, 5, 13]) {
    const beside = (take: (values: Float64Array, rows: Uint32Array) => void) => {
      for (let at = 0; at < 13; at += length) take(values.subarray(at, at + length), rows.subarray(at, at + length));
    };
    expect(spreadsBy(beside, slots, known)).toEqual([first, single, close]);
  }
  expect(first).toBeCloseTo(Math.sqrt(32 / 7), 14);
  expect(single).toBeNull();
  expect(close).toBeCloseTo(Math.sqrt(30), 9);
});
