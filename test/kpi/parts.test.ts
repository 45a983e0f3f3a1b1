import { expect, test } from 'vitest';
import { cached, cachedByPeriod, split, union } from '../../src/kpi/parts.js';
import { dealsOf } from '../support/deals.js';
import { period } from '../support/question.js';

const population = dealsOf('id\nA\nB\nC\nD\nE').all();

test('a part that is the whole is the population itself, so that its own parts are found once', () => {
  expect(split(population, 2, () => 1)[1]).toBe(population);
  expect(split(population, 2, () => 1)[0]?.size).toBe(0);
});

test('two parts are joined in ascending order', () => {
  const [even, odd] = split(population, 2, (row) => row % 2);
  if (even === undefined || odd === undefined) throw new Error('two parts');
  expect([...union(population, even, odd).rows]).toEqual([0, 1, 2, 3, 4]);
  expect([...union(population, odd, even).rows]).toEqual([0, 1, 2, 3, 4]);
});

test('an answer is found once per population, and once per period', () => {
  let runs = 0;
  const size = cached((one: typeof population) => {
    runs++;
    return one.size;
  });
  expect([size(population), size(population), runs]).toEqual([5, 5, 1]);
  const label = cachedByPeriod((_: typeof population, { label }) => {
    runs++;
    return label;
  });
  const [q1, q2] = [period('2024-Q1'), period('2024-Q2')];
  expect([label(population, q1), label(population, q2), label(population, q1), runs]).toEqual([
    '2024-Q1',
    '2024-Q2',
    '2024-Q1',
    3,
  ]);
});

test('answers about many periods of a population are kept apart, and each is found once', () => {
  const asked: string[] = [];
  const label = cachedByPeriod((_: typeof population, one) => {
    asked.push(one.label);
    return one.label;
  });
  const labels = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'];
  const periods = labels.map((one) => period(one));
  for (let round = 0; round < 2; round++) {
    expect([...periods].reverse().map((one) => label(population, one))).toEqual([...labels].reverse());
  }
  expect(asked.sort()).toEqual(labels);
});
