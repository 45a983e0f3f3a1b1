import { expect, it } from 'vitest';
import { expectedIn, withExpectation, withoutExpectation } from '../../src/kpi/expected.js';
import { day, dealsOf } from '../support/deals.js';
import { idsOf } from '../support/question.js';

const DEALS = dealsOf('id expected_close\nA 2024-01-01\nB .\nC 2024-02-01');

it('tells deals with an expected close date from those without', () => {
  expect(idsOf(withExpectation(DEALS.all()).rows, DEALS)).toEqual(['A', 'C']);
  expect(idsOf(withoutExpectation(DEALS.all()).rows, DEALS)).toEqual(['B']);
});

it('finds those due from a day on and before another', () => {
  const due = (start: string, end: string) => idsOf(expectedIn(DEALS.all(), day(start), day(end)).rows, DEALS);
  expect(due('2024-01-01', '2024-02-01')).toEqual(['A']);
  expect(due('2024-01-02', '2024-02-02')).toEqual(['C']);
});
