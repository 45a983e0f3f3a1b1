import { expect, test } from 'vitest';
import { compareSnapshots } from '../../../src/analysis/snapshots/compare.js';
import { exportOf } from '../../support/exports.js';

test('a deal counts in its newest group on both sides, and who changed is counted', () => {
  const before = exportOf('id outcome owner amount\nA open Ana 10\nB open Ana 20\nC open Bo 40\nD won Zed 7');
  const after = exportOf(
    'id outcome owner amount\nA open ana 15\nB open Bo 20\nE open Cy 1\nD won Zed 7',
    '2025-02-28',
  );
  const columns = [{ before: before.deals.column('owner'), after: after.deals.column('owner') }];
  const [grouped] = compareSnapshots([before, after], { groupings: [{ by: ['owner'], columns }] }).groups;
  expect(grouped?.by).toEqual(['owner']);
  expect(grouped?.regrouped).toBe(1);
  expect(
    grouped?.groups.map(({ key, waterfalls: [one] }) => [
      ...key,
      one?.start,
      one?.end,
      one?.steps.filter(({ deals }) => deals > 0).map(({ step, amount }) => `${step} ${amount}`),
    ]),
  ).toEqual([
    ['Bo', 60, 20, ['vanished -40']],
    ['ana', 10, 15, ['grown 5']],
    ['Cy', 0, 1, ['new 1']],
  ]);
});

test('a column that one file lacks tells the groups of the other', () => {
  const before = exportOf('id outcome amount\nA open 10\nB open 20');
  const after = exportOf('id outcome region amount\nA open East 15', '2025-02-28');
  const columns = [{ before: null, after: after.deals.extra.get('region') ?? null }];
  const [grouped] = compareSnapshots([before, after], { groupings: [{ by: ['region'], columns }] }).groups;
  expect(grouped?.groups.map(({ key }) => key)).toEqual([['East'], ['']]);
  expect(grouped?.regrouped).toBe(0);
});
