import { expect, test } from 'vitest';
import type { Move } from '../../../src/analysis/snapshots/definition.js';
import { pairFrom } from '../../support/exports.js';

const BEFORE = `id outcome owner stage   amount expected_close
                A  open    Ana   1_Lead  100    2025-02-10
                B  open    Ana   2_Demo  200    2025-02-20
                C  open    Bo    2_Demo  300    2025-03-30
                D  open    Bo    3_Offer 400    .
                E  open    Bo    3_Offer 500    2025-05-05`;
const AFTER = `id outcome owner stage   amount expected_close
               A  open    Ana   2_Demo  150    2025-02-20
               B  open    Ana   1_Lead  200    2025-03-24
               C  open    Cy    2_Demo  290    2025-03-20
               D  open    bo    Other   400    2025-06-06
               E  open    Bo    3_Offer 500    .`;

test('moves overlap: deals, amounts and days of each', () => {
  const { moves } = pairFrom(BEFORE, AFTER);
  const of = (move: Move) => {
    const { deals, amount, medianDays } = moves.find((one) => one.move === move) ?? {};
    return [deals, amount?.amount, medianDays];
  };
  // A by 10 days, B by 32 (eight left of February and 24): median 21; worth 150 + 200 now.
  expect(of('slipped')).toEqual([2, 350, 21]);
  expect(of('pulled_in')).toEqual([1, 290, 10]);
  expect(of('date_set')).toEqual([1, 400, null]);
  expect(of('date_removed')).toEqual([1, 500, null]);
  expect(of('grown')).toEqual([1, 50, null]);
  expect(of('shrunk')).toEqual([1, -10, null]);
  // "Other" has no number as the other stages have, nor a usual word: nothing tells the order of any of them.
  expect(of('advanced')).toEqual([0, 0, null]);
  expect(of('stage_changed')).toEqual([3, 750, null]);
  // "bo" is Bo.
  expect(of('owner_changed')).toEqual([1, 290, null]);
});

test('the order of stages tells forward from back', () => {
  const { moves } = pairFrom(BEFORE, AFTER.replace('Other', '3_Offer'));
  expect(moves.find(({ move }) => move === 'advanced')).toMatchObject({ deals: 1, amount: { amount: 150 } });
  expect(moves.find(({ move }) => move === 'moved_back')).toMatchObject({ deals: 1, amount: { amount: 200 } });
});

test('a field that one file lacks is no move: it has a reason', () => {
  const { moves } = pairFrom('id outcome owner\nA open Ana', AFTER);
  expect(moves.map(({ move, deals, reason }) => [move, deals, reason])).toEqual([
    ['slipped', null, 'missing_field:expected_close'],
    ['pulled_in', null, 'missing_field:expected_close'],
    ['date_set', null, 'missing_field:expected_close'],
    ['date_removed', null, 'missing_field:expected_close'],
    ['grown', null, 'missing_field:amount'],
    ['shrunk', null, 'missing_field:amount'],
    ['advanced', null, 'missing_field:stage'],
    ['moved_back', null, 'missing_field:stage'],
    ['stage_changed', null, 'missing_field:stage'],
    ['owner_changed', 0, null],
  ]);
});

test('classes have the amounts of both sides', () => {
  const { classes } = pairFrom(BEFORE, AFTER);
  expect(classes.find((one) => one.class === 'grown')).toMatchObject({
    deals: 1,
    before: { amount: 100, byCurrency: null },
    after: { amount: 150, byCurrency: null },
  });
});

test('what activity and saving leave behind is no edit', () => {
  const { classes } = pairFrom(
    'id outcome last_activity modified_at\nA open 2025-01-01 2025-01-01',
    'id outcome last_activity modified_at\nA open 2025-02-01 2025-02-02',
  );
  expect(classes.find((one) => one.class === 'unchanged')?.deals).toBe(1);
});
