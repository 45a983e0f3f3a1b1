import { expect, it } from 'vitest';
import { groupHistories, runsOf, thinned } from '../../../src/stats/lifetime/histories.js';

it('counts equal customers once, in the same order whatever theirs', () => {
  const grouped = groupHistories([2, 0, 0, 2, 1], [3, 0, 0, 3, 1], [9, 8, 8, 9, 8]);
  expect(grouped).toEqual({
    size: 3,
    x: Float64Array.of(0, 1, 2),
    last: Float64Array.of(0, 1, 3),
    age: Float64Array.of(8, 8, 9),
    weight: Float64Array.of(2, 1, 2),
    customers: 5,
  });
  expect(groupHistories([1, 2, 0, 2, 0], [1, 3, 0, 3, 0], [8, 9, 8, 9, 8])).toEqual(grouped);
});

it('knows a customer who differs in one thing', () => {
  expect(groupHistories([1, 1, 1], [2, 3, 2], [9, 9, 8]).size).toBe(3);
});

it('finds runs', () => {
  expect(Array.from(runsOf(Float64Array.of(0, 0, 1, 4, 4)))).toEqual([0, 2, 3, 5]);
  expect(Array.from(runsOf(new Float64Array(0)))).toEqual([0]);
});

it('takes a part at even distances, with the customers it stands for', () => {
  const all = groupHistories([0, 0, 1, 2, 3, 3], [0, 0, 1, 2, 3, 3], [9, 9, 9, 9, 9, 9]);
  const part = thinned(all, 2);
  expect(Array.from(part.x)).toEqual([0, 2]);
  expect(Array.from(part.weight)).toEqual([2, 1]);
  expect(part.customers).toBe(3);
  expect(thinned(all, 10)).toEqual(all);
});
