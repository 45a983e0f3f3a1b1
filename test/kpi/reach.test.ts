import { expect, it } from 'vitest';
import { firstClosing } from '../../src/kpi/reach.js';
import { day, dealsOf } from '../support/deals.js';

it('is the first day on which a deal was won or lost', () => {
  const deals = dealsOf('id outcome closed_at\nA open 2020-01-01\nB lost 2024-02-01\nC won 2024-03-01\nD won .');
  expect(firstClosing(deals.all())).toBe(day('2024-02-01'));
});

it('is infinitely late where no closing has a date', () => {
  expect(firstClosing(dealsOf('id outcome closed_at\nA won .').all())).toBe(Number.POSITIVE_INFINITY);
});
