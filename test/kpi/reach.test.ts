import { expect, it } from 'vitest';
import { closingsReach } from '../../src/kpi/reach.js';
import { day, dealsOf } from '../support/deals.js';

it('is told by the deals that were won or lost', () => {
  const deals = dealsOf('id outcome closed_at\nA open 2020-01-01\nB lost 2024-02-01\nC won 2024-03-01\nD won .');
  const until = (text: string) => closingsReach(deals.all(), day(text));
  expect([until('2024-03-01'), until('2024-02-01'), until('2024-01-31')]).toEqual([true, true, false]);
});

it('is false where no closing has a date', () => {
  expect(closingsReach(dealsOf('id outcome closed_at\nA won .').all(), day('2024-01-01'))).toBe(false);
});
